package io.rapport.model.spec;

import io.rapport.model.spec.Spec.Accounts;
import io.rapport.model.spec.Spec.Contacts;
import io.rapport.model.spec.Spec.CustomerTables;
import io.rapport.model.spec.Spec.Customers;
import io.rapport.model.spec.Spec.MappedColumn;
import io.rapport.model.spec.Spec.NamedProfiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a spec that say who the customers are: {@code profiles}, or {@code contacts} and {@code accounts}: a file
 * each, and which of its columns mean what.
 */
final class CustomerKeys {

    private CustomerKeys() {}

    /** The customers, or null where something is wrong; then a problem says what. */
    static @Nullable Customers customers(SpecMapping root, Supplier<List<String>> profileSets) {
        if (!root.isPresent("profiles")) {
            Contacts contacts = contacts(root);
            Accounts accounts = accounts(root);
            return contacts == null || accounts == null ? null : new CustomerTables(contacts, accounts);
        }
        for (String key : List.of("contacts", "accounts")) {
            if (root.isPresent(key)) {
                root.add(key, "stand beside profiles; a spec has either profiles, or contacts and accounts");
            }
        }
        String name = root.findText("profiles").orElse(null);
        if (name == null) {
            return null;
        }
        List<String> known = profileSets.get();
        if (!known.contains(name)) {
            String meant = NearestName.find(name, known)
                    .map(nearest -> "did you mean " + nearest + "?")
                    .orElse(
                            known.isEmpty()
                                    ? "there is none at all. To bring one: rapport profiles import --help"
                                    : "there is " + String.join(", ", known));
            root.add("profiles", "is " + SpecMapping.quoted(name) + ", which is no profile set here; " + meant);
            return null;
        }
        return new NamedProfiles(name, root.place("profiles"));
    }

    /** The contacts, or null where something is wrong; then a problem says what. */
    private static @Nullable Contacts contacts(SpecMapping root) {
        root.requireKey(
                "contacts",
                "{file: contacts.csv, email: EmailAddress, account: AccountId}; or, for both, profiles: NAME");
        SpecMapping contacts = root.mapping("contacts", List.of("file", "email", "account", "id"));
        contacts.requireKey("file", "a CSV file");
        contacts.requireKey("email", "the column of the address");
        contacts.requireKey("account", "the column of the account's id");
        Path file = path(contacts);
        MappedColumn email = column(contacts, "email");
        MappedColumn account = column(contacts, "account");
        MappedColumn id = column(contacts, "id");
        return file == null || email == null || account == null
                ? null
                : new Contacts(file, contacts.place("file"), email, account, id);
    }

    /** The accounts, or null where something is wrong; then a problem says what. */
    private static @Nullable Accounts accounts(SpecMapping root) {
        root.requireKey("accounts", "{file: accounts.csv, id: AccountId}");
        SpecMapping accounts = root.mapping("accounts", List.of("file", "id", "name", "parent"));
        accounts.requireKey("file", "a CSV file");
        accounts.requireKey("id", "the column of the account's id");
        Path file = path(accounts);
        MappedColumn id = column(accounts, "id");
        MappedColumn name = column(accounts, "name");
        MappedColumn parent = column(accounts, "parent");
        return file == null || id == null ? null : new Accounts(file, accounts.place("file"), id, name, parent);
    }

    private static @Nullable Path path(SpecMapping mapping) {
        String text = mapping.findText("file").orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return mapping.file().resolveSibling(text);
        } catch (InvalidPathException e) {
            mapping.add("file", "is no file name on this system");
            return null;
        }
    }

    private static @Nullable MappedColumn column(SpecMapping mapping, String key) {
        return mapping.findText(key)
                .map(name -> new MappedColumn(name, mapping.place(key)))
                .orElse(null);
    }
}
