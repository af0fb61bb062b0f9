package io.rapport.serve.web.enrichment;

import io.rapport.serve.web.ExportMenu;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one enrichment has come to.
 *
 * @param asOf of which days, in words
 * @param warnings what the latest run left out, or what its reader should know
 * @param coverage address of the coverage report; empty for whoever may not see it
 * @param customers address of all its customers
 * @param segment address where a segment of them is made; empty for whoever may not
 * @param export what can be had as a file
 * @param exported how the scheduled export stands; null while there is none
 * @param history enriched customers, run by run, the oldest first
 * @param preview the first rows of its table
 * @param runs the latest first
 * @param saved what there is besides; null for one that only the command line runs
 */
public record EnrichmentView(
        String name,
        String output,
        String asOf,
        List<String> warnings,
        String coverage,
        String customers,
        String segment,
        ExportMenu export,
        ScheduledExportView.@Nullable Standing exported,
        List<Tile> tiles,
        List<Point> history,
        List<Row> preview,
        List<RunLine> runs,
        @Nullable SavedPart saved) {

    /** Whether a run has delivered. */
    public boolean isDelivered() {
        return !tiles.isEmpty();
    }

    /** A figure; its share is in percent, or -1 for none. */
    public record Tile(String label, String number, String unit, String caption, int share) {}

    /** A run's enriched customers. */
    public record Point(String day, long enriched, String accounts, int width) {}

    /** A row of the table. */
    public record Row(
            String name, String score, String emailsTo, String emailsFrom, String meetingsTo, String meetingsFrom) {}

    /** A run. */
    public record RunLine(
            String asOf, String started, String took, String state, String colour, String rows, String remark) {}
}
