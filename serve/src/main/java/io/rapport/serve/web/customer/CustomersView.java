package io.rapport.serve.web.customer;

import java.util.List;

/**
 * The list of customers.
 *
 * @param isServed whether there is a run to show
 * @param asOf what the numbers are of, in words
 * @param enrichments to switch between; empty where there is one only
 * @param path of the list, without what it is cut and sorted by
 * @param enrichment the chosen one; empty for the primary one
 * @param search what was typed
 * @param show the chosen word; empty for all
 * @param sort the chosen column, and
 * @param way its direction
 * @param shows words to choose from
 * @param columns headings
 * @param lines customers
 * @param ticks where the score's quartiles are, in percent
 * @param range which of how many, in words
 * @param previous address of the page before; empty for none
 * @param next address of the page after; empty for none
 * @param export address of the list as CSV; empty for whoever may not
 * @param all address of the whole list
 */
public record CustomersView(
        boolean isServed,
        String asOf,
        List<Choice> enrichments,
        String path,
        String enrichment,
        String search,
        String show,
        String sort,
        String way,
        List<Choice> shows,
        List<Column> columns,
        List<Line> lines,
        List<Integer> ticks,
        String range,
        String previous,
        String next,
        String export,
        String all) {

    /** Something to choose. */
    public record Choice(String title, String count, String href, boolean isChosen) {}

    /**
     * A heading that sorts.
     *
     * @param sorted {@code ascending} or {@code descending}; empty where the list is sorted by another one
     */
    public record Column(String title, String href, String sorted, boolean isNumber) {}

    /** A mark beside a name. */
    public record Mark(String title, String colour, String reason) {}

    /**
     * A customer.
     *
     * @param scoreWidth of 100
     * @param change against the run before, with its sign; empty where that is not known
     * @param trend the line of the last 26 weeks, as an SVG path in a box of 104 by 24; empty where there was nothing
     * @param trendText the same in words
     */
    public record Line(
            String href,
            String name,
            List<Mark> marks,
            String score,
            int scoreWidth,
            String change,
            String trend,
            String trendText,
            String emails,
            String meetings,
            String lastEmail,
            String lastMeeting) {}
}
