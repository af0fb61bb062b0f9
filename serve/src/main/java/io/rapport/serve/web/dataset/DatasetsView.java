package io.rapport.serve.web.dataset;

import java.util.List;

/**
 * The catalog.
 *
 * @param landed datasets that hold rows
 * @param empty those that could
 * @param landedText how much there is in all, in words
 * @param waiting approvals that somebody asked for and the reader can decide on
 */
public record DatasetsView(List<Line> landed, List<Line> empty, String landedText, long waiting) {

    /**
     * A dataset.
     *
     * @param first day of its first row, in words; empty where rows have no day, as is
     * @param last day
     * @param filter columns that an extraction may filter by
     * @param extract address of the form; empty where it can't be extracted, and then
     * @param why not
     */
    public record Line(
            String name,
            String meaning,
            String rows,
            String first,
            String last,
            String filter,
            String extract,
            String why) {

        public String href() {
            return "/datasets/" + name;
        }
    }
}
