package io.rapport.serve.web.profile;

import java.util.List;

/**
 * What two files hold, under a mapping that can be changed.
 *
 * @param name of the set
 * @param href address of this page
 * @param version what saving makes, in words
 * @param fields one for each meaning
 * @param problem why nothing can be said; empty otherwise
 * @param match how many contacts match, in words; empty with a problem
 * @param share contacts that match, in percent
 * @param accounts accounts, in words
 * @param findings about the rows, in words
 * @param hasBroken whether rows are left out
 * @param sample the first contacts that match
 */
public record MappingView(
        String name,
        String href,
        String version,
        List<Field> fields,
        String problem,
        String match,
        int share,
        String accounts,
        List<String> findings,
        boolean hasBroken,
        List<Sample> sample) {

    /**
     * A meaning and the columns to choose from.
     *
     * @param key names it in the form
     * @param chosen empty for none
     * @param why how it was guessed; empty where it was not
     */
    public record Field(
            String key,
            String label,
            boolean isOfContacts,
            boolean isNeeded,
            List<String> columns,
            String chosen,
            String why) {}

    /** A contact that matches. */
    public record Sample(String address, String account, String contact) {}

    public boolean canBeSaved() {
        return problem.isEmpty();
    }
}
