package io.rapport.serve.web.dataset;

import java.util.List;

/**
 * One dataset.
 *
 * @param extract address of the form; empty where it can't be extracted, and then
 * @param why not
 * @param coverage by month; null where nothing has landed or rows have no date
 * @param isDisguised whether the reader may not see whose rows the samples are
 * @param extractions that the reader may know of, the latest first
 */
public record DatasetView(
        String name,
        String meaning,
        String extract,
        String why,
        List<Tile> tiles,
        @org.jspecify.annotations.Nullable HeatStrip coverage,
        String key,
        List<ColumnLine> columns,
        List<String> sampleColumns,
        List<List<String>> samples,
        boolean isDisguised,
        List<ExtractionView.Line> extractions) {

    public record Tile(String label, String number, String unit, String caption) {}

    /**
     * A column, or a field within one.
     *
     * @param depth how deep it lies, from 0
     * @param filter by what an extraction may filter on it
     */
    public record ColumnLine(String name, int depth, String type, String meaning, String filter) {}
}
