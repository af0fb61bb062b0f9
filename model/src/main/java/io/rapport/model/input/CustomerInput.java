package io.rapport.model.input;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.model.spec.Problems;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * The contacts and accounts of an enrichment, ready for an engine: one JSON object per line, UTF-8, LF, values trimmed,
 * blank ones left out.
 *
 * @param contacts lines of {@code customer_contact}: row_number (from 1), contact_id, address (normal form),
 *     has_address_text (whether the mapped field held anything), account_id
 * @param contactCount number of these lines
 * @param accounts lines of {@code customer_account}: row_number (from 1), account_id, account_name, parent_account_id
 * @param accountCount number of these lines
 */
public record CustomerInput(Path contacts, long contactCount, Path accounts, long accountCount) {

    /**
     * Reads the files that a spec names and writes {@code customer_contact.ndjson} and {@code customer_account.ndjson}.
     *
     * @param folder where to write; it must exist. Whoever made it removes it, also after an error
     * @throws RapportException {@link SpecError#CUSTOMER_FILE_INVALID}, listing what is wrong with both files
     */
    public static CustomerInput write(Spec.CustomerTables named, Path folder) {
        return write(named, folder, address -> false);
    }

    /**
     * As the other one, without contacts whose address is left out.
     *
     * @param isLeftOut hears each contact's address in its normal form once; other rows keep their numbers
     */
    public static CustomerInput write(Spec.CustomerTables named, Path folder, Predicate<String> isLeftOut) {
        Problems problems = new Problems();
        Path contacts = folder.resolve("customer_contact.ndjson");
        Path accounts = folder.resolve("customer_account.ndjson");
        try {
            long contactCount = writeContacts(named.contacts(), contacts, isLeftOut, problems);
            long accountCount = writeAccounts(named.accounts(), accounts, problems);
            problems.throwIfAny(SpecError.CUSTOMER_FILE_INVALID);
            return new CustomerInput(contacts, contactCount, accounts, accountCount);
        } catch (IOException e) {
            throw new RapportException(
                    SpecError.CUSTOMER_FILE_INVALID,
                    "The customer files can't be copied to " + folder + " ("
                            + e.getClass().getSimpleName() + "). Check the disk and the permissions.",
                    e);
        }
    }

    private static long writeContacts(Spec.Contacts mapped, Path target, Predicate<String> isLeftOut, Problems problems)
            throws IOException {
        CsvTable table = new CsvTable(mapped.file(), mapped.at(), problems);
        CsvTable.Field email = table.field(mapped.email());
        CsvTable.Field account = table.field(mapped.account());
        CsvTable.Field id = table.field(mapped.id());
        try (JsonLines out = new JsonLines(Files.newBufferedWriter(target))) {
            long[] written = {0};
            table.read((number, row) -> {
                String address = Address.normalForm(row.value(email));
                if (address == null || !isLeftOut.test(address)) {
                    CustomerLines.contact(out, number, row.value(id), row.value(email), row.value(account));
                    written[0]++;
                }
            });
            return written[0];
        }
    }

    private static long writeAccounts(Spec.Accounts mapped, Path target, Problems problems) throws IOException {
        CsvTable table = new CsvTable(mapped.file(), mapped.at(), problems);
        CsvTable.Field id = table.field(mapped.id());
        CsvTable.Field name = table.field(mapped.name());
        CsvTable.Field parent = table.field(mapped.parent());
        try (JsonLines out = new JsonLines(Files.newBufferedWriter(target))) {
            return table.read((number, row) ->
                    CustomerLines.account(out, number, row.value(id), row.value(name), row.value(parent)));
        }
    }
}
