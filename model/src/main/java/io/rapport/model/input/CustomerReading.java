package io.rapport.model.input;

import static io.rapport.model.input.CustomerFinding.Kind.ACCOUNT_AGAIN;
import static io.rapport.model.input.CustomerFinding.Kind.ACCOUNT_ROW_BROKEN;
import static io.rapport.model.input.CustomerFinding.Kind.ACCOUNT_WITHOUT_ID;
import static io.rapport.model.input.CustomerFinding.Kind.CONTACT_OF_UNKNOWN_ACCOUNT;
import static io.rapport.model.input.CustomerFinding.Kind.CONTACT_ROW_BROKEN;
import static io.rapport.model.input.CustomerFinding.Kind.CONTACT_WITHOUT_ACCOUNT;
import static io.rapport.model.input.CustomerFinding.Kind.CONTACT_WITHOUT_ADDRESS;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.model.spec.Place;
import io.rapport.model.spec.Problems;
import io.rapport.model.spec.SpecError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads two files of customers under a mapping, row by row: accounts first, then the contacts against their ids. Rows
 * that don't fit the header are left out and counted. What makes no sense of a whole file is refused, all of it at once.
 */
public final class CustomerReading {

    private static final int SAMPLE = 6;

    private final CustomerFiles files;
    private final CustomerMapping mapping;
    private final Problems problems = new Problems();
    private final Map<CustomerFinding.Kind, CountedRows> found = new EnumMap<>(CustomerFinding.Kind.class);
    private final Fingerprints ids = new Fingerprints();
    private final List<MatchedContact> sample = new ArrayList<>();
    private long matched;

    private CustomerReading(CustomerFiles files, CustomerMapping mapping) {
        this.files = files;
        this.mapping = mapping;
    }

    /**
     * What a reading came to.
     *
     * @param sample the first contacts that match an account
     */
    public record Preview(CustomerVerdict verdict, List<MatchedContact> sample) {
        public Preview {
            sample = List.copyOf(sample);
        }
    }

    /** A contact that matches an account: personal data. */
    public record MatchedContact(
            String address, String accountId, @Nullable String contactId) {}

    /**
     * Looks through both files and writes nothing.
     *
     * @throws RapportException {@link SpecError#CUSTOMER_FILE_INVALID}, listing what is wrong with both files
     */
    public static Preview look(CustomerFiles files, CustomerMapping mapping) {
        return new CustomerReading(files, mapping).read(null, null);
    }

    /**
     * Writes both files as engines read them, packed.
     *
     * @param folder where to; it must exist. Whoever made it removes it, also after an error
     * @throws RapportException as {@link #look}
     */
    public static Preview store(CustomerFiles files, CustomerMapping mapping, StoredCustomers folder) {
        try (JsonLines accounts = folder.writeAccounts();
                JsonLines contacts = folder.writeContacts()) {
            return new CustomerReading(files, mapping).read(accounts, contacts);
        } catch (IOException e) {
            throw StoredCustomers.unwritable(folder.folder(), e);
        }
    }

    private Preview read(@Nullable JsonLines accounts, @Nullable JsonLines contacts) {
        for (CustomerField field : CustomerField.values()) {
            if (field.isNeeded() && mapping.find(field).isEmpty()) {
                problems.add(
                        Place.of(Path.of(field.option())),
                        "which column of " + files.name(field.isOfContacts()) + " is the " + field.words()
                                + " is not known; name it");
            }
        }
        problems.throwIfAny(SpecError.CUSTOMER_FILE_INVALID);
        try {
            long accountRows = readAccounts(accounts);
            long contactRows = readContacts(contacts);
            problems.throwIfAny(SpecError.CUSTOMER_FILE_INVALID);
            List<CustomerFinding> findings = new ArrayList<>();
            found.forEach((kind, rows) -> {
                if (rows.count() > 0) {
                    findings.add(new CustomerFinding(kind, rows.count(), rows.firstLines()));
                }
            });
            return new Preview(new CustomerVerdict(accountRows, ids.size(), contactRows, matched, findings), sample);
        } catch (IOException e) {
            throw new RapportException(
                    SpecError.CUSTOMER_FILE_INVALID,
                    "The customer files can't be read or copied ("
                            + e.getClass().getSimpleName() + "). Check the files, the disk and the permissions.",
                    e);
        }
    }

    private long readAccounts(@Nullable JsonLines out) throws IOException {
        CsvTable table = table(false, ACCOUNT_ROW_BROKEN);
        if (table == null) {
            return 0;
        }
        CsvTable.Field id = table.field(mapping.column(CustomerField.ACCOUNT_ID));
        CsvTable.Field name = table.field(mapping.column(CustomerField.ACCOUNT_NAME));
        CsvTable.Field parent = table.field(mapping.column(CustomerField.PARENT_ID));
        return table.read((number, row) -> {
            String account = row.value(id);
            if (account == null) {
                rows(ACCOUNT_WITHOUT_ID).add(row.line());
            } else if (!ids.add(account)) {
                rows(ACCOUNT_AGAIN).add(row.line());
            }
            if (out != null) {
                CustomerLines.account(out, number, account, row.value(name), row.value(parent));
            }
        });
    }

    private long readContacts(@Nullable JsonLines out) throws IOException {
        CsvTable table = table(true, CONTACT_ROW_BROKEN);
        if (table == null) {
            return 0;
        }
        CsvTable.Field email = table.field(mapping.column(CustomerField.EMAIL));
        CsvTable.Field account = table.field(mapping.column(CustomerField.CONTACT_ACCOUNT));
        CsvTable.Field id = table.field(mapping.column(CustomerField.CONTACT_ID));
        return table.read((number, row) -> {
            String text = row.value(email);
            String of = row.value(account);
            judge(Address.normalForm(text), of, row.value(id), row.line());
            if (out != null) {
                CustomerLines.contact(out, number, row.value(id), text, of);
            }
        });
    }

    private void judge(@Nullable String address, @Nullable String account, @Nullable String id, long line) {
        if (address == null) {
            rows(CONTACT_WITHOUT_ADDRESS).add(line);
        }
        if (account == null) {
            rows(CONTACT_WITHOUT_ACCOUNT).add(line);
        } else if (!ids.contains(account)) {
            rows(CONTACT_OF_UNKNOWN_ACCOUNT).add(line);
        } else if (address != null) {
            matched++;
            if (sample.size() < SAMPLE) {
                sample.add(new MatchedContact(address, account, id));
            }
        }
    }

    /** Null where the file can't be opened; then a problem says why. */
    private @Nullable CsvTable table(boolean isOfContacts, CustomerFinding.Kind broken) {
        return CustomerTable.open(files, isOfContacts, problems, rows(broken));
    }

    private CountedRows rows(CustomerFinding.Kind kind) {
        return found.computeIfAbsent(kind, unseen -> new CountedRows());
    }
}
