package io.rapport.model.input;

import io.rapport.core.error.RapportException;
import io.rapport.model.spec.Problems;
import io.rapport.model.spec.SpecError;
import java.io.IOException;
import java.util.List;

/**
 * What the columns of two files of customers most probably mean, by their names and by what the first rows hold.
 *
 * @param accountColumns names in the header of accounts
 * @param contactColumns names in the header of contacts
 * @param mapping what was named, and what was guessed besides; a needed field that could not be guessed is missing
 * @param reasons a sentence for each field that was guessed
 */
public record MappingGuess(
        List<String> accountColumns, List<String> contactColumns, CustomerMapping mapping, List<String> reasons) {

    public MappingGuess {
        accountColumns = List.copyOf(accountColumns);
        contactColumns = List.copyOf(contactColumns);
        reasons = List.copyOf(reasons);
    }

    /** Needed fields without a column. */
    public List<CustomerField> missing() {
        return List.of(CustomerField.values()).stream()
                .filter(field -> field.isNeeded() && mapping.find(field).isEmpty())
                .toList();
    }

    /**
     * Guesses what was not named.
     *
     * @throws RapportException {@link SpecError#CUSTOMER_FILE_INVALID} where a file can't be read at all
     */
    public static MappingGuess of(CustomerFiles files, CustomerMapping named) {
        Problems problems = new Problems();
        try {
            SampledTable accounts = SampledTable.read(files, false, problems);
            SampledTable contacts = SampledTable.read(files, true, problems);
            problems.throwIfAny(SpecError.CUSTOMER_FILE_INVALID);
            Guessing guessing = new Guessing(files, accounts, contacts, named);
            return new MappingGuess(accounts.names(), contacts.names(), guessing.mapping(), guessing.reasons());
        } catch (IOException e) {
            throw new RapportException(
                    SpecError.CUSTOMER_FILE_INVALID,
                    "The customer files can't be read (" + e.getClass().getSimpleName()
                            + "). Check the files and the permissions.",
                    e);
        }
    }
}
