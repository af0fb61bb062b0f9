package io.rapport.serve.web.home;

import java.util.List;

/**
 * What one enrichment says at a glance.
 *
 * @param name of the enrichment
 * @param href its own address
 * @param asOf of which days the numbers are, in words
 * @param switches to the other enrichments; empty where there is one only
 * @param tiles figures
 * @param bins how the scores are spread; empty where nobody was in touch
 * @param spread what the bins count, in words
 * @param quiet who goes quiet
 * @param risers whose score rose
 * @param fallers whose score fell
 */
public record EngagementView(
        String name,
        String href,
        String asOf,
        List<Switch> switches,
        List<HomeView.Tile> tiles,
        List<Bin> bins,
        String spread,
        Accounts quiet,
        Accounts risers,
        Accounts fallers) {

    /** Whether there was a run before. */
    public boolean isCompared() {
        return !risers.about().isEmpty();
    }

    /** Another enrichment to look at. */
    public record Switch(String title, String href, boolean isChosen) {}

    /** Customers with a score in a range; the height is in percent of the highest. */
    public record Bin(String range, String count, int height) {}

    /**
     * Some customers.
     *
     * @param about how many there are, and of when, in words
     * @param none what stands there for none
     * @param all address of all of them; empty for none
     */
    public record Accounts(String about, String none, String all, List<Line> lines) {}

    /** A customer, and what is said of it. */
    public record Line(String name, String href, String text, String figure) {}
}
