package io.rapport.serve.enrichment;

import java.util.List;
import java.util.Optional;

/** The contact data sets that an enrichment can choose from. */
@FunctionalInterface
public interface CustomerSets {

    /** By name. */
    List<CustomerSet> list();

    default Optional<CustomerSet> find(String name) {
        return list().stream().filter(set -> set.name().equals(name)).findFirst();
    }

    /**
     * A set of customers and their contacts, as mapped when it was brought.
     *
     * @param version what its latest version is called
     * @param accounts different accounts
     * @param contacts rows of contacts
     * @param matched those with a usable address and an account that is there
     * @param mapping which column means what, in the order of the page
     * @param remarks what people should know of its rows, in words
     */
    record CustomerSet(
            String name,
            String version,
            long accounts,
            long contacts,
            long matched,
            List<Mapped> mapping,
            List<String> remarks) {

        public CustomerSet {
            mapping = List.copyOf(mapping);
            remarks = List.copyOf(remarks);
        }

        /** Of 100. */
        public int matchedPercent() {
            return contacts == 0 ? 0 : (int) (matched * 100 / contacts);
        }
    }

    /** A field and the column that it is read from; the column is empty where there is none. */
    record Mapped(String field, String column) {}
}
