package io.rapport.serve.web.enrichment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an overview says of a saved enrichment besides what it came to.
 *
 * @param state where it stands, as a word, and
 * @param colour as the class of its colour
 * @param notes what the reader should know or do first
 * @param facts about it
 * @param pane the run that is under way, or the last one; null before the first
 * @param may what the reader may do with it
 * @param isAdministrator whether the reader may decide about consent
 * @param canBePrimary whether it can be made the one that pages show first
 */
public record SavedPart(
        String state,
        String colour,
        List<String> notes,
        List<Fact> facts,
        @Nullable RunPane pane,
        EnrichmentsView.May may,
        boolean isAdministrator,
        boolean canBePrimary) {

    /** Something about it. */
    public record Fact(String name, String value) {}
}
