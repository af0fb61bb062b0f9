package io.rapport.serve.web.digest;

import io.rapport.serve.digest.Digest;
import io.rapport.serve.digest.DigestContents;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.customer.AsOf;
import io.rapport.serve.web.customer.CustomerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A digest as people read it. */
public final class DigestWords {

    private DigestWords() {}

    /** {@code 3 new stale customers, 5 big moves, 2 new unmatched domains}. */
    public static String counts(Digest digest) {
        DigestContents contents = digest.contents();
        if (digest.findEarlier().isEmpty()) {
            return "no earlier run to compare with";
        }
        return contents.isEmpty()
                ? "nothing new"
                : Say.count(contents.stale().count(), "new stale customer", "new stale customers") + ", "
                        + Say.count(contents.moves().count(), "big move", "big moves") + ", "
                        + Say.count(contents.domains().count(), "new unmatched domain", "new unmatched domains");
    }

    static String period(Digest digest) {
        return digest.enrichment() + ", as of " + AsOf.day(digest.asOf())
                + digest.findEarlier()
                        .map(earlier -> ", against the run as of " + AsOf.day(earlier))
                        .orElse("");
    }

    static String nothing(Digest digest) {
        return digest.findEarlier().isEmpty()
                ? "There is no run of this enrichment with an earlier as-of date to compare this one with, so nothing was sent."
                        + " From the next one on, what changed stands here."
                : "";
    }

    static List<DigestView.Part> parts(Digest digest, boolean isAdministrator) {
        List<DigestView.Part> parts = new ArrayList<>();
        if (digest.findEarlier().isEmpty()) {
            return parts;
        }
        DigestContents contents = digest.contents();
        parts.add(customers(
                "stale",
                "Which customers are stale now?",
                "Both the last email and the last meeting are more than 60 days back, and were not in the last run.",
                contents.stale(),
                digest,
                "No customer has become stale.",
                "/segments/stale?enrichment=" + digest.output()));
        parts.add(customers(
                "moves",
                "Whose score moved far?",
                "The score of the year, against the last run, the farthest first.",
                contents.moves(),
                digest,
                "No score moved far.",
                "/customers?enrichment=" + digest.output() + "&sort=change"));
        parts.add(domains(contents.domains(), digest, isAdministrator));
        return parts;
    }

    private static DigestView.Part customers(
            String id,
            String title,
            String about,
            DigestContents.Customers customers,
            Digest digest,
            String none,
            String all) {
        return new DigestView.Part(
                id,
                title,
                Say.count(customers.count()),
                about,
                customers.first().stream()
                        .map(line -> new DigestView.Line(
                                line.name(),
                                "/customers/" + CustomerKey.of(line.id()) + "?enrichment=" + digest.output(),
                                line.reason(),
                                id.equals("moves") ? signed(line) : ""))
                        .toList(),
                none,
                more(customers.count(), customers.first().size()),
                customers.count() == 0 ? "" : all);
    }

    private static DigestView.Part domains(DigestContents.Domains domains, Digest digest, boolean isAdministrator) {
        return new DigestView.Part(
                "domains",
                "Which domains are new and unmatched?",
                Say.count(domains.count()),
                "Of the 50 domains outside with the most emails that belong to no customer, those that the last run did not"
                        + " have." + (isAdministrator ? "" : " Administrators see which they are."),
                isAdministrator
                        ? domains.first().stream()
                                .map(domain -> new DigestView.Line(
                                        domain.name(), "", Say.count(domain.emails(), "email", "emails"), ""))
                                .toList()
                        : List.of(),
                domains.count() == 0 ? "No domain is new among them." : "",
                isAdministrator ? more(domains.count(), domains.first().size()) : "",
                isAdministrator && domains.count() > 0 ? "/enrichment/" + digest.output() + "/coverage" : "");
    }

    private static String more(long count, int named) {
        return count > named ? "And " + Say.count(count - named) + " more." : "";
    }

    private static String signed(DigestContents.Line line) {
        Double before = line.before();
        double change = before == null ? 0 : line.score() - before;
        return (change < 0 ? "−" : "+") + String.format(Locale.ENGLISH, "%.1f", Math.abs(change));
    }
}
