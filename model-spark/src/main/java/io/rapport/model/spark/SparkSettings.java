package io.rapport.model.spark;

import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSessionBuilder;
import org.apache.spark.sql.classic.SparkSession;

/** What the models need of Spark, wherever it runs. */
final class SparkSettings {

    private static final Map<String, Object> ALL = Map.ofEntries(
            // Times are naive and UTC, as the lake has them; Z is what Spark itself calls UTC.
            Map.entry("spark.sql.session.timeZone", "Z"),
            Map.entry("spark.sql.timestampType", "TIMESTAMP_NTZ"),
            Map.entry("spark.sql.ansi.enabled", true),
            Map.entry("spark.sql.datetime.java8API.enabled", true),
            Map.entry("spark.sql.artifact.isolation.enabled", false),
            Map.entry("spark.sql.ui.explainMode", "simple"),
            // More than the models need, so that code is compiled once in a process.
            Map.entry("spark.sql.codegen.cache.maxEntries", 2_000),
            // A check of Spark's own optimizer, after each of its steps.
            Map.entry("spark.sql.lightweightPlanChangeValidation", false),
            Map.entry("spark.sql.parquet.compression.codec", "zstd"),
            // Some platforms preset these three; a file that can't be read must fail a run, not make it smaller.
            Map.entry("spark.sql.files.ignoreCorruptFiles", false),
            Map.entry("spark.sql.files.ignoreMissingFiles", false),
            Map.entry("spark.sql.caseSensitive", false));

    private SparkSettings() {}

    /** The same on a session that somebody else made ready, as far as a session can be changed. */
    static void apply(RuntimeConfig settings) {
        for (Map.Entry<String, Object> setting : ALL.entrySet()) {
            if (settings.isModifiable(setting.getKey())) {
                settings.set(setting.getKey(), setting.getValue().toString());
            }
        }
    }

    /** Spark's general builder looks for this one by Scala's reflection, which takes a second of every start. */
    static SparkSessionBuilder builder() {
        SparkSessionBuilder all = SparkSession.builder().appName("rapport");
        for (Map.Entry<String, Object> setting : ALL.entrySet()) {
            all = all.config(setting.getKey(), setting.getValue().toString());
        }
        return all;
    }
}
