package io.rapport.serve.web.home;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page.
 *
 * @param notice that months are about to leave the lake; empty where none is, or the reader can't change it
 * @param steps what is to be set up; empty once all of it is
 * @param engagement what the chosen enrichment says; null before the first run
 * @param tiles figures of what was read, for as long as no enrichment says more
 * @param connections how each connection stands
 * @param datasets what the lake holds
 * @param runs the latest runs
 * @param isAdministrator whether the reader can change anything
 */
public record HomeView(
        String notice,
        List<Step> steps,
        @Nullable EngagementView engagement,
        List<Tile> tiles,
        List<ConnectionLine> connections,
        List<DatasetLine> datasets,
        List<RunLine> runs,
        boolean isAdministrator) {

    /** Something to set up. */
    public record Step(boolean isDone, String title, String text, String linkTitle, String href) {}

    /** A number, its unit, and where it comes from. */
    public record Tile(String label, String number, String unit, String caption) {}

    /**
     * A connection, and how it is doing.
     *
     * @param colour class of its state
     * @param text since when, in words
     */
    public record ConnectionLine(String name, String href, String kind, String colour, String state, String text) {}

    /** A dataset and its months. */
    public record DatasetLine(String name, String rows, String period, List<Bar> months) {}

    /** A month: how high its bar is, in percent, and what it says. */
    public record Bar(int height, String label) {}

    /** A run of an enrichment. */
    public record RunLine(String name, String state, String when, String rows, boolean isGood) {}

    public boolean isSetUp() {
        return steps.stream().allMatch(Step::isDone);
    }

    public long doneSteps() {
        return steps.stream().filter(Step::isDone).count();
    }
}
