package io.rapport.serve.web.dataset;

import java.util.List;

/**
 * One extraction.
 *
 * @param pane how far it is, or how it ended
 * @param facts what was asked for
 * @param regions what it delivered; empty before its end
 * @param leftOut address of the list of who was left out; empty where the reader may not see it
 * @param zip address of all files as one; empty where there is none
 * @param again address of the form, filled in as it was; empty where nobody knows that any more
 * @param delete address of its deletion; empty where there is nothing to delete, or the reader may not
 */
public record ExtractionView(
        String id,
        String dataset,
        Pane pane,
        List<Fact> facts,
        List<Region> regions,
        String leftOut,
        String zip,
        String again,
        String delete) {

    public record Fact(String name, String text) {}

    /**
     * Where it stands.
     *
     * @param state as a word, and
     * @param colour as the class of its colour
     * @param percent how far it is; -1 where that is not known
     * @param result what came of it, or why nothing did
     * @param isOver whether it ended
     */
    public record Pane(
            String id,
            String state,
            String colour,
            String timing,
            String task,
            int percent,
            String count,
            String result,
            boolean isOver) {}

    /** @param folder name of its folder */
    public record Region(String name, String folder, String rows, List<File> files) {}

    public record File(String name, String href, String rows, String size, String sha256) {}

    /** A line of the list of extractions; the address is empty where there is no page. */
    public record Line(String title, String href, String state, String colour, String rows, String when, String what) {}
}
