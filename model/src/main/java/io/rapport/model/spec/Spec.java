package io.rapport.model.spec;

import io.rapport.core.address.Address;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An enrichment as a person asked for it. Immutable.
 *
 * @param name for people
 * @param output name of the output table: a letter, then letters, digits and underscores
 * @param selection addresses of people, shared mailboxes and groups, each once, in the order in which they were named
 * @param customers the customer profiles: accounts and their contacts
 * @param timeZone the reporting time zone; its id is an IANA name
 * @param asOf the as-of date, or null for today
 * @param weights of the score's components
 * @param options of the counting
 */
public record Spec(
        String name,
        String output,
        List<Address> selection,
        Customers customers,
        ZoneId timeZone,
        @Nullable LocalDate asOf,
        Weights weights,
        Options options) {

    public Spec {
        if (name.isBlank() || !OutputName.isUsable(output)) {
            throw new IllegalArgumentException("name is blank, or output is no table name: " + output);
        }
        selection = List.copyOf(selection);
        if (selection.isEmpty()) {
            throw new IllegalArgumentException("the selection names nobody");
        }
    }

    public Optional<LocalDate> findAsOf() {
        return Optional.ofNullable(asOf);
    }

    /** Where the customer profiles come from. */
    public sealed interface Customers permits CustomerTables, NamedProfiles {}

    /** Two files that the spec names. */
    public record CustomerTables(Contacts contacts, Accounts accounts) implements Customers {}

    /**
     * A profile set of the home, in its latest version when the run begins.
     *
     * @param name of the set
     * @param at where the spec names it
     */
    public record NamedProfiles(String name, Place at) implements Customers {}

    /**
     * The CSV file of contacts and the columns that matter in it.
     *
     * @param file where it lies
     * @param at where the spec names it
     * @param email column of the address
     * @param account column of the account's id
     * @param id column of the contact's id, or null: then the address is the id
     */
    public record Contacts(
            Path file,
            Place at,
            MappedColumn email,
            MappedColumn account,
            @Nullable MappedColumn id) {}

    /**
     * The CSV file of accounts and the columns that matter in it.
     *
     * @param file where it lies
     * @param at where the spec names it
     * @param id column of the account's id
     * @param name column of its name, or null
     * @param parent column of its parent's id, or null
     */
    public record Accounts(
            Path file,
            Place at,
            MappedColumn id,
            @Nullable MappedColumn name,
            @Nullable MappedColumn parent) {}

    /**
     * A column of a file, by the name in its header row.
     *
     * @param name in the header row
     * @param at where the spec names it
     */
    public record MappedColumn(String name, Place at) {}
}
