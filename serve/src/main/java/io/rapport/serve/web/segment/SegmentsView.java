package io.rapport.serve.web.segment;

import io.rapport.serve.web.customer.CustomersView;
import java.util.List;

/**
 * The list of segments.
 *
 * @param isServed whether there is a run to show
 * @param asOf what the numbers are of, in words
 * @param enrichments to switch between; empty where there is one only
 * @param readyMade that every enrichment has
 * @param own that people saved
 * @param mayChange whether the reader may save and delete
 * @param create address of the builder
 */
public record SegmentsView(
        boolean isServed,
        String asOf,
        List<CustomersView.Choice> enrichments,
        List<Line> readyMade,
        List<Line> own,
        boolean mayChange,
        String create) {

    /**
     * A segment.
     *
     * @param members how many; empty where nobody has counted
     * @param change who joined and left since the last run, in words
     * @param state what is wrong with it; empty for nothing
     */
    public record Line(String name, String href, String meaning, String members, String change, String state) {}
}
