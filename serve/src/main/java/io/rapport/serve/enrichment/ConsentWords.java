package io.rapport.serve.enrichment;

import io.rapport.core.address.Address;
import io.rapport.model.spec.Component;
import java.util.ArrayList;
import java.util.List;

/** What an administrator is asked to agree to, in words; on the page and in the letter the same. */
public final class ConsentWords {

    /** What the letter and the page call it. */
    public static final String TITLE = "Insights for the Organization";

    private ConsentWords() {}

    /** What is read. */
    public static List<String> read(Enrichment enrichment) {
        return read(enrichment.fields(), enrichment.groups());
    }

    /** The same of one that is not saved yet. */
    public static List<String> read(SpecFields fields, List<Address> selectedGroups) {
        List<String> read = new ArrayList<>();
        read.add("Metadata of the mail and meetings of " + people(fields, selectedGroups)
                + ": who wrote to or met whom, and when. No subject, no body, no attachment: Rapport does not store"
                + " them.");
        read.add("The directory: who belongs to the organization and to its groups.");
        if (!fields.value("option.linkContacts").equals("no")) {
            read.add("Outlook contacts, to tell which addresses belong to the same person.");
        }
        if (!fields.value("option.excludeGroup").isEmpty()) {
            read.add("Members of one excluded group take part in nothing.");
        }
        return read;
    }

    /** What is shown. */
    public static List<String> shown() {
        return List.of(
                "Counts per customer and period: emails, meetings, how many people took part on both sides, days since the"
                        + " last contact, and a score of " + Component.values().length + " parts.",
                "To everybody who may sign in to this Rapport. No page that they see names a person or an address of"
                        + " either side.",
                "To administrators besides: which addresses were selected, and why some have no data.");
    }

    /** What consent means. */
    public static final String MEANING =
            "Without consent nothing runs. It can be withdrawn at any time under System > Settings: then runs stop, and"
                    + " what they came to is deleted within 24 hours.";

    private static String people(SpecFields fields, List<Address> selectedGroups) {
        int addresses = fields.selection().size();
        int groups = selectedGroups.size();
        String direct = addresses - groups == 1 ? "1 address" : (addresses - groups) + " addresses";
        String through = groups == 1 ? "the members of 1 group" : "the members of " + groups + " groups";
        return groups == 0 ? direct : addresses == groups ? through : direct + " and " + through;
    }

    /** The letter. */
    public static String letter(Enrichment enrichment, String link) {
        return String.join(
                "\n",
                enrichment.askedBy() + " asks for your consent to the enrichment \"" + enrichment.name()
                        + "\" in Rapport (" + TITLE + ").",
                "",
                "What is read",
                list(read(enrichment)),
                "",
                "What is shown",
                list(shown()),
                "",
                MEANING,
                "",
                "Look at it, and agree or decline, here:",
                link,
                "",
                "You sign in there as a Rapport administrator. If you expected no such letter, decline.",
                "");
    }

    private static String list(List<String> lines) {
        return String.join("\n", lines.stream().map(line -> "- " + line).toList());
    }
}
