package io.rapport.serve.web.home;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param accounts who stands out, what asks for attention first
 * @param changes what changed with the latest run; null where nothing is known of that
 * @param standings how complete and fresh all of this is
 */
public record EngagementView(
        String name,
        String href,
        String asOf,
        List<Switch> switches,
        List<HomeView.Tile> tiles,
        List<Bin> bins,
        String spread,
        List<Accounts> accounts,
        @Nullable Changes changes,
        List<Standing> standings) {

    public EngagementView {
        accounts = List.copyOf(accounts);
        standings = List.copyOf(standings);
    }

    /** What changed, and where all of it stands. */
    public record Changes(String href, String title, String text) {}

    /** Another enrichment to look at. */
    public record Switch(String title, String href, boolean isChosen) {}

    /** Customers with a score in a range; the height is in percent of the highest. */
    public record Bin(String range, String count, int height) {}

    /**
     * Some customers.
     *
     * @param id of the part of the page
     * @param title the question that they answer
     * @param about how many there are, and of when, in words
     * @param none what stands there for none
     * @param all address of all of them; empty for none
     */
    public record Accounts(String id, String title, String about, String none, String all, List<Line> lines) {}

    /** A customer, why it stands here, and a figure. */
    public record Line(String name, String href, String text, String figure) {}

    /**
     * How one thing stands that all numbers depend on.
     *
     * @param colour class of its state
     * @param word the state
     * @param title what is so, with its number
     * @param reason why, or what it means
     * @param href where more is said; empty for nowhere
     */
    public record Standing(String colour, String word, String title, String reason, String href) {}
}
