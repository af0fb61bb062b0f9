package io.rapport.bench;

import io.rapport.bench.measure.Figures;
import java.util.List;

/**
 * One size on both engines.
 *
 * @param differences what their tables differ in, a sentence each; empty where they are equal
 */
record EnginesRun(Size size, Figures duckDb, Figures spark, List<String> differences) {

    EnginesRun {
        differences = List.copyOf(differences);
    }

    /** How many times the processor seconds of DuckDB Spark takes. */
    double ratio() {
        return spark.effort("enrich").processorSeconds()
                / duckDb.effort("enrich").processorSeconds();
    }
}
