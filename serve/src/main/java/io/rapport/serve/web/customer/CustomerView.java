package io.rapport.serve.web.customer;

import java.util.List;

/**
 * A customer's card.
 *
 * @param asOf of which days, in words
 * @param enrichments to switch between; empty where one only has the customer
 * @param marks what is true of it, with reasons
 * @param score of the year
 * @param scoreWidth of 100
 * @param ticks where the score's quartiles are, in percent
 * @param standing where the score is among the others, in words
 * @param tiles further figures
 * @param by how the history is cut
 * @param charts its history
 * @param parts of the score
 * @param beforeText with what the score is compared, in words
 * @param involved people of both sides, counted
 */
public record CustomerView(
        String name,
        String list,
        String asOf,
        List<CustomersView.Choice> enrichments,
        List<CustomersView.Mark> marks,
        String score,
        int scoreWidth,
        List<Integer> ticks,
        String standing,
        String change,
        List<Tile> tiles,
        List<CustomersView.Choice> by,
        List<Chart> charts,
        List<Part> parts,
        String beforeText,
        boolean isCompared,
        List<Involved> involved) {

    /** A figure. */
    public record Tile(String label, String number, String unit, String caption) {}

    /**
     * A history in both directions.
     *
     * @param id for its heading
     * @param question that it answers
     * @param period heading of the periods' column
     * @param to what goes to the account, and
     * @param from what comes from there
     * @param kind {@code emails} or {@code meetings}
     */
    public record Chart(
            String id, String question, String period, String to, String from, String kind, List<Bar> bars) {

        public long total() {
            return bars.stream().mapToLong(bar -> bar.to() + bar.from()).sum();
        }
    }

    /** A period of a history; the label is short, the name is whole. */
    public record Bar(String label, String name, long to, long from) {}

    /**
     * A component of the score.
     *
     * @param meaning its definition
     * @param standing how many accounts with a value are not better, in words
     * @param change points more or less than before; empty for none
     */
    public record Part(
            String name,
            String meaning,
            String value,
            String standing,
            long weight,
            String points,
            int width,
            String change) {}

    /** People of one side. */
    public record Involved(String side, String inEmails, String inMeetings) {}
}
