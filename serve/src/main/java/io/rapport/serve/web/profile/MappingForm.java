package io.rapport.serve.web.profile;

import io.rapport.core.error.RapportException;
import io.rapport.model.input.CustomerField;
import io.rapport.model.input.CustomerMapping;
import io.rapport.model.input.CustomerReading;
import io.rapport.model.input.CustomerVerdict;
import io.rapport.model.input.MappingGuess;
import io.rapport.serve.profile.ProfileUploads.Upload;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.profile.VerdictWords;
import io.rapport.serve.web.Say;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two uploaded files and a mapping, as pages show them.
 *
 * @param href address of the form; empty where it is a part of another one
 * @param version what saving makes, in words
 */
public record MappingForm(Upload upload, String href, String version) {

    /**
     * What was chosen in a form; nothing where none was sent.
     *
     * @param prefix of the fields' names
     */
    public static CustomerMapping chosen(Map<String, String> sent, String prefix) {
        CustomerMapping mapping = CustomerMapping.NONE;
        for (CustomerField field : CustomerField.values()) {
            String column = sent.getOrDefault(prefix + key(field), "");
            if (!column.isBlank()) {
                mapping = mapping.with(field, column.strip());
            }
        }
        return mapping;
    }

    /**
     * The columns to choose from, with what somebody chose and nothing that was guessed; with what is guessed where nothing
     * was chosen.
     *
     * @throws RapportException where a file can't be read
     */
    public static MappingGuess guess(Upload upload, CustomerMapping chosen, Profiles profiles) {
        MappingGuess guess = profiles.guess(upload.files(), chosen);
        return chosen.columns().isEmpty()
                ? guess
                : new MappingGuess(guess.accountColumns(), guess.contactColumns(), chosen, List.of());
    }

    /** What the files hold under a mapping, or under the guessed one where nothing was chosen. */
    public MappingView view(CustomerMapping chosen, Profiles profiles) {
        try {
            return view(guess(upload, chosen, profiles), profiles);
        } catch (RapportException unreadable) {
            return view(List.of(), unreadable.text());
        }
    }

    private MappingView view(MappingGuess guess, Profiles profiles) {
        List<MappingView.Field> fields = List.of(CustomerField.values()).stream()
                .map(field -> field(field, guess))
                .toList();
        if (!guess.missing().isEmpty()) {
            String missing = String.join(
                    ", ", guess.missing().stream().map(CustomerField::words).toList());
            return view(fields, "Choose a column for: " + missing + ".");
        }
        try {
            CustomerReading.Preview preview = profiles.preview(upload.files(), guess.mapping());
            CustomerVerdict verdict = preview.verdict();
            return new MappingView(
                    upload.name(),
                    href,
                    version,
                    fields,
                    "",
                    VerdictWords.match(verdict),
                    (int) Math.floor(100 * verdict.matchedShare()),
                    Say.count(verdict.accounts(), "account", "accounts"),
                    verdict.findings().stream()
                            .map(finding -> (finding.kind().isOfContacts() ? "Contacts: " : "Accounts: ")
                                    + VerdictWords.line(finding))
                            .toList(),
                    verdict.broken() > 0,
                    preview.sample().stream()
                            .map(contact -> new MappingView.Sample(
                                    contact.address(),
                                    contact.accountId(),
                                    contact.contactId() == null ? "" : contact.contactId()))
                            .toList());
        } catch (RapportException unreadable) {
            return view(fields, unreadable.text());
        }
    }

    private MappingView view(List<MappingView.Field> fields, String problem) {
        return new MappingView(upload.name(), href, version, fields, problem, "", 0, "", List.of(), false, List.of());
    }

    private static MappingView.Field field(CustomerField field, MappingGuess guess) {
        return new MappingView.Field(
                key(field),
                field.words().substring(0, 1).toUpperCase(Locale.ROOT)
                        + field.words().substring(1),
                field.isOfContacts(),
                field.isNeeded(),
                field.isOfContacts() ? guess.contactColumns() : guess.accountColumns(),
                guess.mapping().find(field).orElse(""),
                guess.reasons().stream()
                        .filter(reason -> reason.startsWith(field.words() + " is "))
                        .findFirst()
                        .map(reason -> "Guessed: " + reason.substring(reason.lastIndexOf(": ") + 2))
                        .orElse(""));
    }

    /** Names a field in the form. */
    public static String key(CustomerField field) {
        return field.option().substring(2);
    }
}
