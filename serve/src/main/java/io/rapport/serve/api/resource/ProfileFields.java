package io.rapport.serve.api.resource;

import io.rapport.model.input.CustomerField;
import io.rapport.model.input.CustomerFiles;
import io.rapport.model.input.CustomerMapping;
import io.rapport.model.input.MappingGuess;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.FieldProblem;
import io.rapport.serve.api.operation.InvalidRequest;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.profile.Profiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two files of customers as a form has them, and which of their columns is what. */
public final class ProfileFields {

    private ProfileFields() {}

    static List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(
                Parameter.text("name", "What the profiles are called.").inPart().required());
        parameters.add(Parameter.file("accounts", "CSV with a header: the accounts, one row each."));
        parameters.add(Parameter.file("contacts", "CSV with a header: their contacts."));
        for (CustomerField field : CustomerField.values()) {
            parameters.add(Parameter.text(
                            name(field),
                            "Column of " + (field.isOfContacts() ? "contacts" : "accounts") + " with the "
                                    + field.words() + "; else it is guessed.")
                    .inPart());
        }
        return parameters;
    }

    /** What it is called in forms and answers. */
    static String name(CustomerField field) {
        return switch (field) {
            case ACCOUNT_ID -> "idColumn";
            case ACCOUNT_NAME -> "nameColumn";
            case PARENT_ID -> "parentColumn";
            case EMAIL -> "emailColumn";
            case CONTACT_ACCOUNT -> "accountColumn";
            case CONTACT_ID -> "contactIdColumn";
        };
    }

    /** A mapping by the names that forms and answers have. */
    public static Map<String, String> columns(CustomerMapping mapping) {
        Map<String, String> columns = new LinkedHashMap<>();
        mapping.columns().forEach((field, column) -> columns.put(name(field), column));
        return columns;
    }

    /** @throws InvalidRequest with every column that is not there, or can't be guessed */
    static MappingGuess require(Call call, CustomerFiles files, Profiles profiles) {
        CustomerMapping named = CustomerMapping.NONE;
        for (CustomerField field : CustomerField.values()) {
            String column = call.textOrNull(name(field));
            named = column == null ? named : named.with(field, column);
        }
        MappingGuess guess = profiles.guess(files, named);
        List<FieldProblem> problems = new ArrayList<>();
        for (CustomerField field : CustomerField.values()) {
            List<String> columns = field.isOfContacts() ? guess.contactColumns() : guess.accountColumns();
            String which = field.isOfContacts() ? "The file of contacts" : "The file of accounts";
            if (named.find(field).filter(column -> !columns.contains(column)).isPresent()) {
                problems.add(new FieldProblem(
                        name(field), which + " has no such column. It has " + String.join(", ", columns) + "."));
            } else if (guess.missing().contains(field)) {
                problems.add(new FieldProblem(
                        name(field),
                        which + " has no column of which it can be guessed that it is the " + field.words()
                                + ". It has " + String.join(", ", columns) + "."));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        return guess;
    }
}
