package io.rapport.serve.web.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed with one run.
 *
 * @param period which days are compared, in words; empty where there is no digest
 * @param nothing why nothing is shown; empty where something is
 * @param switches to the other enrichments; empty where there is one only
 * @param parts what changed, by kind
 * @param others the other digests of this enrichment, the latest first
 * @param mailing who hears of it; null where the reader can't
 */
public record DigestView(
        String period,
        String nothing,
        List<Choice> switches,
        List<Part> parts,
        List<Choice> others,
        @Nullable Mailing mailing,
        boolean isAdministrator) {

    public DigestView {
        switches = List.copyOf(switches);
        parts = List.copyOf(parts);
        others = List.copyOf(others);
    }

    /** Another page like this. */
    public record Choice(String title, String href, boolean isChosen, String text) {}

    /**
     * One kind of change.
     *
     * @param figure how many
     * @param about what it means, in words
     * @param more what is not named; empty for nothing
     * @param all address of all of them; empty for none
     */
    public record Part(
            String id,
            String title,
            String figure,
            String about,
            List<Line> lines,
            String none,
            String more,
            String all) {}

    /** A customer or domain, and why it stands here; without an address where there is none. */
    public record Line(String name, String href, String text, String figure) {}

    /**
     * The letters.
     *
     * @param text how it stands
     * @param mayAsk whether there is an address to write to
     */
    public record Mailing(String output, String text, boolean mayAsk, boolean isReader) {}
}
