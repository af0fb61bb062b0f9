package io.rapport.bench.measure;

import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.reading.LakeSql;
import io.rapport.model.engine.LandedRelation;
import java.util.stream.Collectors;

/**
 * The least that anybody would have to do: read the columns that the models read, of the same files, and hash every
 * value once.
 */
public final class FloorMeasurement {

    private static final int TIMES = 3;

    private FloorMeasurement() {}

    /** Of three scans the one that took the processor least. */
    public static Figures run(Place place) {
        Snapshot snapshot = EnrichMeasurement.snapshot(place);
        Figures figures = new Figures();
        try (DuckDb database = DuckDb.open(place.engine(1));
                DuckDbSession session = database.connect()) {
            double least = Double.MAX_VALUE;
            for (int i = 0; i < TIMES; i++) {
                Effort start = Effort.start();
                for (LandedRelation relation : LandedRelation.OF_ENGAGEMENT) {
                    session.number("scanning " + relation.dataset(), scan(snapshot, relation));
                }
                Effort scan = start.sofar();
                if (scan.processorSeconds() < least) {
                    least = scan.processorSeconds();
                    figures.put("floor", scan);
                }
            }
        }
        return figures;
    }

    private static String scan(Snapshot snapshot, LandedRelation relation) {
        String columns = relation.columns().stream()
                .map(column -> column.path().stream().map(SqlText::name).collect(Collectors.joining(".")))
                .collect(Collectors.joining(", "));
        return "select coalesce(cast(bit_xor(hash(" + columns + ")) % 1000 as bigint), 0) from ("
                + LakeSql.select(snapshot, relation.dataset()) + ")";
    }
}
