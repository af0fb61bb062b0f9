package io.rapport.serve.api.resource;

import io.rapport.core.dataset.Column;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.dataset.CatalogEntry;
import io.rapport.serve.dataset.ColumnWords;
import io.rapport.serve.dataset.Coverage;
import java.util.List;
import java.util.Map;

/** Datasets, as the API tells them. */
final class DatasetShapes {

    static final Shape<CatalogEntry> DATASET = Shape.of(
                    CatalogEntry.class, "Dataset", "A dataset, and what rests of it.")
            .text(
                    "name",
                    "As Graph Data Connect names it.",
                    entry -> entry.dataset().name())
            .text(
                    "meaning",
                    "One sentence for people.",
                    entry -> entry.dataset().meaning())
            .count("rows", "One per key.", CatalogEntry::rows)
            .count("files", "Files that count.", CatalogEntry::files)
            .count("bytes", "Their size.", CatalogEntry::bytes)
            .timeOrNull(
                    "earliest", "The smallest time by which rows are parted; null for none.", CatalogEntry::earliest)
            .timeOrNull("latest", "The largest one.", CatalogEntry::latest)
            .build();

    static final Shape<Column> COLUMN = Shape.of(Column.class, "Column", "A column of a dataset.")
            .text("name", "As Graph Data Connect writes it.", Column::name)
            .text("type", "What it holds.", column -> ColumnWords.type(column.type()))
            .text("meaning", "One phrase for people.", Column::meaning)
            .flag("isFilterable", "Whether an extraction may filter by it.", Column::isFilterable)
            .build();

    static final Shape<Coverage.Month> MONTH = Shape.of(Coverage.Month.class, "CoveredMonth", "Rows of a month.")
            .text("month", "Such as 2026-10.", month -> month.month().toString())
            .count("rows", "Rows of it.", Coverage.Month::rows)
            .build();

    static final Shape<Detail> DETAIL = Shape.of(
                    Detail.class, "DatasetDetail", "A dataset with its schema and coverage.")
            .one("dataset", "What rests of it.", DATASET, Detail::entry)
            .texts(
                    "key",
                    "Columns that identify a row.",
                    detail -> detail.entry().dataset().key())
            .many(
                    "columns",
                    "In schema order.",
                    COLUMN,
                    detail -> detail.entry().dataset().columns())
            .many(
                    "months",
                    "From the first with rows to the last, gaps included.",
                    MONTH,
                    detail -> detail.entry().coverage().months())
            .count(
                    "rowsWithoutMonth",
                    "Rows that carry no date.",
                    detail -> detail.entry().coverage().rowsWithoutMonth())
            .opens(
                    "sample",
                    "A few rows as text; who is no administrator reads no id, address or name in them.",
                    Detail::sample)
            .build();

    private DatasetShapes() {}

    /** A dataset, with a few of its rows. */
    record Detail(CatalogEntry entry, List<? extends Map<String, ?>> sample) {}
}
