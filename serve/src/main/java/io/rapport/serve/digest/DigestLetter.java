package io.rapport.serve.digest;

import io.rapport.serve.security.Role;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A digest as a letter: plain text, customers and domains, and nobody's name. */
final class DigestLetter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private DigestLetter() {}

    static String subject(Digest digest) {
        return "What changed: " + digest.enrichment() + ", as of " + DAY.format(digest.asOf());
    }

    /**
     * @param role of whom it is for: domains are for administrators
     * @param link to its page
     * @param readers where one ceases to get them
     */
    static String text(Digest digest, Role role, String link, String readers) {
        DigestContents contents = digest.contents();
        List<String> lines = new ArrayList<>();
        lines.add(digest.enrichment() + ", as of " + DAY.format(digest.asOf())
                + digest.findEarlier().map(DigestLetter::since).orElse("") + ".");
        customers(lines, "New stale customers", contents.stale());
        customers(lines, "Big moves", contents.moves());
        lines.add("");
        lines.add("New unmatched domains: " + contents.domains().count());
        if (role.mayActAs(Role.ADMINISTRATOR)) {
            contents.domains()
                    .first()
                    .forEach(domain -> lines.add("- " + domain.name() + ", emails: " + domain.emails()));
            more(lines, contents.domains().count(), contents.domains().first().size());
        }
        lines.addAll(List.of(
                "",
                "All of it, with what the words mean:",
                link,
                "",
                "You asked for these letters in Rapport. To get no more of them, press Unsubscribe here:",
                readers,
                ""));
        return String.join("\n", lines);
    }

    private static String since(LocalDate earlier) {
        return ", against the run as of " + DAY.format(earlier);
    }

    private static void customers(List<String> lines, String title, DigestContents.Customers customers) {
        lines.add("");
        lines.add(title + ": " + customers.count());
        customers.first().forEach(line -> lines.add("- " + line.name() + ": " + line.reason()));
        more(lines, customers.count(), customers.first().size());
    }

    private static void more(List<String> lines, long count, int named) {
        if (count > named) {
            lines.add("- and " + (count - named) + " more");
        }
    }
}
