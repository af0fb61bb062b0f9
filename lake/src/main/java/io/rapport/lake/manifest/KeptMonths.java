package io.rapport.lake.manifest;

import io.rapport.core.landing.Checkpoint;
import io.rapport.lake.parquet.ColumnSql;
import java.time.YearMonth;
import java.util.Optional;

/**
 * From which month on rows are kept: written by whoever takes former months out before he does, and read by whoever lands
 * rows, so that former months don't come back.
 *
 * @param first the first one that is kept
 */
public record KeptMonths(YearMonth first) {

    private static final String SCOPE = "retention";
    private static final String NAME = "kept-from";

    /** What was written last; empty where everything is kept. */
    public static Optional<KeptMonths> find(Manifest manifest) {
        return manifest.findCheckpoint(SCOPE, NAME).map(value -> new KeptMonths(YearMonth.parse(value)));
    }

    /** From now on everything is kept that lands. */
    public static void forget(Manifest manifest) {
        manifest.forget(SCOPE);
    }

    /** As the manifest keeps it. */
    Checkpoint checkpoint() {
        return new Checkpoint(SCOPE, NAME, first.toString());
    }

    /**
     * Whether a partition leaves.
     *
     * @param partition a month as {@code yyyy-MM}; what has no month stays
     */
    public boolean isFormer(String partition) {
        return !partition.equals(ColumnSql.NO_PARTITION) && partition.compareTo(first.toString()) < 0;
    }
}
