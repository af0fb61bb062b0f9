package io.rapport.serve.web.enrichment;

import java.util.List;

/**
 * The enrichments of a home.
 *
 * @param isDiscovering whether the tab that offers new ones is open
 * @param lines one for each saved enrichment, and for each table that only the command line has written
 * @param drafts the reader's own
 * @param isAdministrator whether the reader can make and change them
 */
public record EnrichmentsView(
        boolean isDiscovering, List<Line> lines, List<DraftLine> drafts, boolean isAdministrator) {

    /**
     * An enrichment.
     *
     * @param href of its overview; empty where there is nothing to see
     * @param state where it stands, as a word, and
     * @param colour as the class of its colour
     * @param status of its run that is under way, or else the last one
     * @param refreshed when it last delivered
     * @param may what the reader may do with it
     */
    public record Line(
            String name,
            String output,
            String href,
            String state,
            String colour,
            String status,
            String statusColour,
            String enriched,
            String refreshed,
            May may) {}

    /** What somebody may do with an enrichment. */
    public record May(boolean run, boolean edit, boolean activate, boolean deactivate, boolean delete) {

        static final May NOTHING = new May(false, false, false, false, false);
    }

    /** A draft; its name is empty before it has one. */
    public record DraftLine(String id, String name, String edits, String changed) {}
}
