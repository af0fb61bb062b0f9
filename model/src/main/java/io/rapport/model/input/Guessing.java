package io.rapport.model.input;

import static io.rapport.model.input.CustomerField.ACCOUNT_ID;
import static io.rapport.model.input.CustomerField.ACCOUNT_NAME;
import static io.rapport.model.input.CustomerField.CONTACT_ACCOUNT;
import static io.rapport.model.input.CustomerField.CONTACT_ID;
import static io.rapport.model.input.CustomerField.EMAIL;
import static io.rapport.model.input.CustomerField.PARENT_ID;

import io.rapport.core.address.Address;
import io.rapport.model.spec.Place;
import io.rapport.model.spec.Problems;
import io.rapport.model.spec.Spec.MappedColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Works out one guess. What is told by the rows outweighs what is told by a name. */
final class Guessing {

    private static final double LEAST_ADDRESSES = 0.3;
    private static final double LEAST_MATCHED = 0.05;
    private static final int MOST_CANDIDATES = 8;

    private final CustomerFiles files;
    private final SampledTable accounts;
    private final SampledTable contacts;
    private final List<String> reasons = new ArrayList<>();
    private CustomerMapping mapping;

    Guessing(CustomerFiles files, SampledTable accounts, SampledTable contacts, CustomerMapping named)
            throws IOException {
        this.files = files;
        this.accounts = accounts;
        this.contacts = contacts;
        this.mapping = named;
        guessEmail();
        guessAccountIds();
        guessByName(ACCOUNT_NAME, accounts);
        guessByName(PARENT_ID, accounts);
        guessByName(CONTACT_ID, contacts);
    }

    CustomerMapping mapping() {
        return mapping;
    }

    List<String> reasons() {
        return reasons;
    }

    private void guessEmail() {
        if (mapping.find(EMAIL).isPresent()) {
            return;
        }
        double best = 0;
        int found = -1;
        for (int column = 0; column < contacts.names().size(); column++) {
            double addresses = contacts.share(column, text -> Address.normalForm(text) != null);
            double likeness = EMAIL.likeness(contacts.names().get(column));
            boolean isPossible = contacts.rows() == 0 ? likeness > 0 : addresses >= LEAST_ADDRESSES;
            if (isPossible && isFree(EMAIL, contacts.names().get(column)) && 2 * addresses + likeness > best) {
                best = 2 * addresses + likeness;
                found = column;
            }
        }
        if (found >= 0) {
            int column = found;
            choose(
                    EMAIL,
                    contacts.names().get(column),
                    contacts.rows() == 0
                            ? "by its name"
                            : percent(contacts.share(column, text -> Address.normalForm(text) != null))
                                    + " of its values are addresses");
        }
    }

    /** The column of accounts and the column of contacts that speak of the same ids belong together. */
    private void guessAccountIds() throws IOException {
        List<Integer> ofAccounts = candidates();
        List<Fingerprints> ids = ids(ofAccounts);
        double best = 0;
        int account = -1;
        int contact = -1;
        double matched = 0;
        for (int i = 0; i < ofAccounts.size(); i++) {
            String accountName = accounts.names().get(ofAccounts.get(i));
            for (int column = 0; column < contacts.names().size(); column++) {
                String contactName = contacts.names().get(column);
                if (!mayBe(CONTACT_ACCOUNT, contactName) || !isFree(CONTACT_ACCOUNT, contactName)) {
                    continue;
                }
                double share = contacts.share(column, ids.get(i)::contains);
                double byName = ACCOUNT_ID.likeness(accountName) + CONTACT_ACCOUNT.likeness(contactName);
                boolean isByName = contacts.rows() == 0
                        && ACCOUNT_ID.likeness(accountName) > 0
                        && CONTACT_ACCOUNT.likeness(contactName) > 0;
                boolean isNamed = isNamed(ACCOUNT_ID) && isNamed(CONTACT_ACCOUNT);
                boolean isPossible = share >= LEAST_MATCHED || isByName || isNamed;
                if (isPossible && 4 * share + byName > best) {
                    best = 4 * share + byName;
                    matched = share;
                    account = ofAccounts.get(i);
                    contact = column;
                }
            }
        }
        if (account >= 0) {
            choose(ACCOUNT_ID, accounts.names().get(account), "the file of contacts speaks of these ids");
            choose(
                    CONTACT_ACCOUNT,
                    contacts.names().get(contact),
                    contacts.rows() == 0 ? "by its name" : percent(matched) + " of its values are ids of accounts");
        }
    }

    private List<Integer> candidates() {
        return IntStream.range(0, accounts.names().size())
                .filter(column -> mayBe(ACCOUNT_ID, accounts.names().get(column))
                        && isFree(ACCOUNT_ID, accounts.names().get(column)))
                .filter(column -> isNamed(ACCOUNT_ID)
                        || accounts.tellsRowsApart(column)
                        || ACCOUNT_ID.likeness(accounts.names().get(column)) > 0)
                .boxed()
                .sorted((a, b) -> Double.compare(
                        ACCOUNT_ID.likeness(accounts.names().get(b)),
                        ACCOUNT_ID.likeness(accounts.names().get(a))))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    /** All values of these columns, of the whole file. */
    private List<Fingerprints> ids(List<Integer> columns) throws IOException {
        List<Fingerprints> ids =
                columns.stream().map(column -> new Fingerprints()).toList();
        CsvTable table = CustomerTable.open(files, false, new Problems(), new CountedRows());
        if (table == null || columns.isEmpty()) {
            return ids;
        }
        List<CsvTable.Field> fields = columns.stream()
                .map(column -> table.field(
                        new MappedColumn(accounts.names().get(column), Place.of(Path.of(ACCOUNT_ID.option())))))
                .toList();
        table.read((number, row) -> {
            for (int i = 0; i < fields.size(); i++) {
                String value = row.value(fields.get(i));
                if (value != null) {
                    ids.get(i).add(value);
                }
            }
        });
        return ids;
    }

    private void guessByName(CustomerField field, SampledTable table) {
        if (isNamed(field)) {
            return;
        }
        double best = 0.5;
        String found = null;
        for (int column = 0; column < table.names().size(); column++) {
            String name = table.names().get(column);
            if (isFree(field, name) && field.likeness(name) > best) {
                best = field.likeness(name);
                found = name;
            }
        }
        if (found != null) {
            choose(field, found, "by its name");
        }
    }

    private boolean isNamed(CustomerField field) {
        return mapping.find(field).isPresent();
    }

    private boolean mayBe(CustomerField field, String column) {
        return mapping.find(field).map(column::equals).orElse(true);
    }

    /** Whether the column means nothing else yet. */
    private boolean isFree(CustomerField field, String column) {
        return mapping.columns().entrySet().stream()
                .filter(taken -> taken.getKey() != field && taken.getKey().isOfContacts() == field.isOfContacts())
                .noneMatch(taken -> taken.getValue().equals(column));
    }

    private void choose(CustomerField field, String column, String why) {
        if (!isNamed(field)) {
            mapping = mapping.with(field, column);
            reasons.add(field.words() + " is " + column + ": " + why);
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.0f %%", 100 * share);
    }
}
