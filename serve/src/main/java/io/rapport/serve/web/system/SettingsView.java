package io.rapport.serve.web.system;

import java.util.Map;

/**
 * Settings of the installation.
 *
 * @param isConfigured whether there is a provider
 * @param redirectUri what the provider has to send people back to
 * @param fields what stands in the form; the secret never does
 * @param problem what is wrong with what was sent; empty for nothing
 * @param mail the mail server
 * @param enrichments what is chosen for all enrichments
 * @param insights what is chosen for insights about people
 * @param retention how long rows are kept
 * @param api the keys of programs
 */
public record SettingsView(
        boolean isConfigured,
        String redirectUri,
        Map<String, String> fields,
        String problem,
        MailPart mail,
        EnrichmentPart enrichments,
        InsightPart insights,
        RetentionPart retention,
        ApiPart api) {

    /**
     * The mail server.
     *
     * @param isConfigured whether there is one
     * @param hasPassword whether one is stored; it is never shown
     * @param waiting how letters stand that could not be sent; empty for none
     */
    public record MailPart(
            boolean isConfigured, boolean hasPassword, Map<String, String> fields, String problem, String waiting) {

        public MailPart {
            fields = Map.copyOf(fields);
        }

        public String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    /** What is chosen for all enrichments, and who has agreed to what. */
    public record EnrichmentPart(
            Map<String, String> fields,
            String problem,
            java.util.List<String> zones,
            java.util.List<ConsentLine> consents) {

        public EnrichmentPart {
            fields = Map.copyOf(fields);
        }

        public String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    /**
     * What is chosen for insights about people.
     *
     * @param minimum the fewest people behind a number, as typed
     */
    public record InsightPart(String minimum, String problem) {}

    /**
     * How long rows and tables are kept.
     *
     * @param months as typed; 0 for all
     * @param runs how many of each output table keep their tables, as typed
     */
    public record RetentionPart(String months, String runs, String problem) {}

    /**
     * The keys of programs.
     *
     * @param requests how many each may send in a minute
     * @param made what a key that was just made is proved by, shown this once; empty otherwise
     * @param fields what stands in the form
     * @param problem what is wrong with what was sent; empty for nothing
     */
    public record ApiPart(
            java.util.List<KeyLine> keys, int requests, String made, Map<String, String> fields, String problem) {

        public ApiPart {
            fields = Map.copyOf(fields);
        }

        public String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    /** A key. */
    public record KeyLine(String id, String name, String state, String colour, String detail, boolean mayRevoke) {}

    /** An enrichment and its consent. */
    public record ConsentLine(
            String name,
            String output,
            String state,
            String colour,
            String asked,
            boolean mayAgree,
            boolean mayWithdraw) {}

    public SettingsView {
        fields = Map.copyOf(fields);
    }

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
