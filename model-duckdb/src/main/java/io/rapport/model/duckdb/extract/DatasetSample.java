package io.rapport.model.duckdb.extract;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.reading.LakeSql;
import io.rapport.model.extract.ExtractPlan;
import java.util.ArrayList;
import java.util.List;

/** A few rows of a dataset, as an extraction would write them. */
public final class DatasetSample {

    /** Rows of older months are not looked for where these have none. */
    private static final int MOST_PARTITIONS = 3;

    private DatasetSample() {}

    /** Lines of JSON, of the last months that hold rows. */
    public static List<String> lines(DuckDbSettings settings, Snapshot snapshot, Dataset dataset, int most) {
        List<String> partitions = new ArrayList<>(LakeSql.partitions(snapshot, dataset));
        List<String> lines = new ArrayList<>();
        if (partitions.isEmpty()) {
            return lines;
        }
        java.util.Collections.reverse(partitions);
        String line = JsonSql.line(dataset, ExtractPlan.columns(dataset));
        try (DuckDb engine = DuckDb.open(settings);
                DuckDbSession session = engine.connect()) {
            for (String partition : partitions.subList(0, Math.min(MOST_PARTITIONS, partitions.size()))) {
                if (lines.size() < most) {
                    lines.addAll(session.list(
                            "sampling " + dataset,
                            "select " + line + " from (" + LakeSql.select(snapshot, dataset, partition)
                                    + ") as landed limit " + (most - lines.size()),
                            row -> row.getString(1)));
                }
            }
        }
        return lines;
    }
}
