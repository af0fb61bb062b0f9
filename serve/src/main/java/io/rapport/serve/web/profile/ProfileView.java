package io.rapport.serve.web.profile;

import java.util.List;

/**
 * One profile set.
 *
 * @param href its own address
 * @param mayChange whether this person may change it, and see addresses
 * @param match how many contacts match, in words
 * @param columns which column means what
 * @param findings about the rows of the latest version, in words
 * @param uses enrichments that count with it
 * @param additions how many contacts were added by hand, in words
 * @param added those contacts; empty for who may not see them
 */
public record ProfileView(
        String name,
        String href,
        boolean mayChange,
        String match,
        List<Column> columns,
        List<String> findings,
        List<Version> versions,
        List<Use> uses,
        String additions,
        List<Added> added) {

    /** An enrichment and its output table. */
    public record Use(String name, String output) {}

    /** What a column means. */
    public record Column(String meaning, String name) {}

    /** A version; texts as they are shown. */
    public record Version(
            String number,
            String brought,
            String by,
            String accounts,
            String contacts,
            String matched,
            String leftOut) {}

    /** A contact that was added by hand. */
    public record Added(String address, String accountId, String accountName, String added) {}
}
