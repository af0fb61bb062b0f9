package io.rapport.model.spark;

import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/** What the models need of Spark, wherever it runs. */
final class SparkSettings {

    private static final Map<String, Object> ALL = Map.of(
            // Times are naive and UTC, as the lake has them; Z is what Spark itself calls UTC.
            "spark.sql.session.timeZone",
            "Z",
            "spark.sql.timestampType",
            "TIMESTAMP_NTZ",
            "spark.sql.ansi.enabled",
            true,
            "spark.sql.datetime.java8API.enabled",
            true,
            "spark.sql.artifact.isolation.enabled",
            false,
            "spark.sql.ui.explainMode",
            "simple",
            // More than the models need, so that code is compiled once in a process.
            "spark.sql.codegen.cache.maxEntries",
            2_000,
            // A check of Spark's own optimizer, after each of its steps.
            "spark.sql.lightweightPlanChangeValidation",
            false,
            "spark.sql.parquet.compression.codec",
            "zstd");

    private SparkSettings() {}

    /** The same on a session that somebody else made ready, as far as a session can be changed. */
    static void apply(RuntimeConfig settings) {
        for (Map.Entry<String, Object> setting : ALL.entrySet()) {
            if (settings.isModifiable(setting.getKey())) {
                settings.set(setting.getKey(), setting.getValue().toString());
            }
        }
    }

    static SparkSession.Builder of(SparkSession.Builder builder) {
        SparkSession.Builder all = builder.appName("rapport");
        for (Map.Entry<String, Object> setting : ALL.entrySet()) {
            all = all.config(setting.getKey(), setting.getValue().toString());
        }
        return all;
    }
}
