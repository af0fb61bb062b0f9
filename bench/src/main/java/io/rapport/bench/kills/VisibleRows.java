package io.rapport.bench.kills;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.manifest.DatasetContent;
import io.rapport.lake.reading.LakeSql;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What somebody sees who reads a lake now; opening it sweeps, as every command does. For one thread. */
final class VisibleRows implements AutoCloseable {

    /** By then nobody reads what was replaced, and no writer that was killed still counts as one. */
    private static final Duration LATER = Duration.ofDays(2);

    private static final long MEMORY = 256L << 20;

    private final DuckDbSettings settings;
    private final DuckDb engine;
    private final InstantSource clock;

    VisibleRows(Path temporary, InstantSource clock) {
        this.settings = new DuckDbSettings(MEMORY, 1, temporary);
        this.engine = DuckDb.open(settings);
        this.clock = clock;
    }

    /**
     * One line for each dataset: rows, different keys, and a fingerprint of all values.
     *
     * @param without leaves out the rows in which this regular expression is found; empty for all rows
     */
    String of(Path home, String without) {
        try (Lake lake = Lake.open(home, clock, settings)) {
            return of(lake, without);
        }
    }

    /**
     * As the other one, two days later.
     *
     * @throws Fault where a file lies there that nobody sees, or one is missing
     */
    String settled(Path home) throws IOException {
        Instant later = clock.instant().plus(LATER);
        try (Lake lake = Lake.open(home, () -> later, settings)) {
            Set<Path> visible =
                    lake.snapshot().files().stream().map(LandedFile::path).collect(Collectors.toSet());
            Set<Path> there = new HashSet<>(Trees.files(home.resolve("lake")));
            Set<Path> rest = new TreeSet<>(there);
            rest.removeAll(visible);
            visible.removeAll(there);
            if (!rest.isEmpty() || !visible.isEmpty()) {
                throw new Fault(rest.size() + " files of the lake are nobody's, " + visible.size() + " are missing");
            }
            return of(lake, "");
        }
    }

    /** How many files of changes and removals there are. */
    long changeFiles(Path home) {
        try (Lake lake = Lake.open(home, clock, settings)) {
            return lake.snapshot().files().stream()
                    .filter(file -> file.kind() != LandedFile.Kind.BASE)
                    .count();
        }
    }

    /** Whether a word is in a row of a Parquet file. */
    boolean holds(Path parquet, String word) {
        try (DuckDbSession session = engine.connect()) {
            return session.number(
                            "looking for a word",
                            "select count(*) from read_parquet(" + SqlText.literal(SqlText.path(parquet))
                                    + ") as t where cast(t as varchar) ilike " + SqlText.literal("%" + word + "%"))
                    > 0;
        }
    }

    private String of(Lake lake, String without) {
        Snapshot snapshot = lake.snapshot();
        try (DuckDbSession session = engine.connect()) {
            return lake.contents().stream()
                    .map(DatasetContent::dataset)
                    .map(dataset -> line(session, snapshot, dataset, without))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String line(DuckDbSession session, Snapshot snapshot, Dataset dataset, String without) {
        String key = dataset.key().stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        String rows = "(" + LakeSql.select(snapshot, dataset) + ") as t";
        // When a signal was derived, and of which sync, differs from time to time.
        String values = dataset.equals(Datasets.OUTLOOK_CONTACT_ACTIVITY)
                ? "t.\"Id\" || t.\"SignalType\" || cast(t.\"StartTime\" as varchar)"
                : "cast(t as varchar)";
        String where = without.isEmpty()
                ? ""
                : " where not regexp_matches(cast(t as varchar), " + SqlText.literal(without) + ", 'i')";
        List<String> found = session.list(
                "reading what is visible",
                "select count(*), count(distinct row(" + key + ")), coalesce(sum(hash(" + values + ") % 1000003), 0)"
                        + " from " + rows + where,
                row -> {
                    if (row.getLong(1) != row.getLong(2)) {
                        throw new Fault(dataset + " has " + row.getLong(1) + " rows of " + row.getLong(2) + " keys");
                    }
                    return dataset + " " + row.getLong(1) + " " + row.getString(3);
                });
        return found.get(0);
    }

    @Override
    public void close() {
        engine.close();
    }
}
