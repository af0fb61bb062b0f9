package io.rapport.cluster;

import io.rapport.core.dataset.Dataset;
import io.rapport.lake.privacy.SuppressionList;
import io.rapport.model.spark.LandedSchema;
import io.rapport.model.spark.WorkFolder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Takes the exports of a dataset through the gate into the work folder: read once, because the models read some columns
 * several times. Of rows with one key the last counts, by file and place in it. Only where hashes of keys repeat, which in
 * most exports none do, are keys compared.
 */
final class ExportLanding {

    private static final Map<String, String> JSON =
            Map.of("mode", "FAILFAST", "timestampNTZFormat", "yyyy-MM-dd HH:mm:ss", "dateFormat", "yyyy-MM-dd");

    private final SparkSession spark;
    private final WorkFolder work;
    private final SuppressionList erased;

    ExportLanding(SparkSession spark, WorkFolder work, SuppressionList erased) {
        this.erased = erased;
        this.spark = spark;
        this.work = work;
    }

    LandedExport land(Dataset dataset, List<ExportFile> files) {
        String rows = work.uri("landed-" + dataset.name());
        new ExportLines(spark)
                .of(dataset, files)
                .mapPartitions(new GatePass(dataset, numbers(files), erased), Encoders.row(GatePass.SCHEMA))
                .select(
                        functions
                                .from_json(functions.col("line"), LandedSchema.of(dataset), JSON)
                                .as("landed"),
                        functions.col("_key"),
                        functions.col("_file"),
                        functions.col("_position"),
                        functions.col("_n"),
                        functions.col("_reject"))
                .select("landed.*", "_key", "_file", "_position", "_n", "_reject")
                .write()
                .mode(SaveMode.ErrorIfExists)
                .parquet(rows);
        Map<String, Long> byReason = new LinkedHashMap<>();
        long read = 0;
        for (Row row : spark.read()
                .schema("_reject string")
                .parquet(rows)
                .groupBy("_reject")
                .count()
                .collectAsList()) {
            read += row.getLong(1);
            if (!row.isNullAt(0)) {
                byReason.put(row.getString(0), row.getLong(1));
            }
        }
        long replaced = findRepeated(dataset, rows);
        return new LandedExport(dataset, rows, replaced == 0 ? "" : repeated(dataset), read, byReason, replaced);
    }

    private long findRepeated(Dataset dataset, String rows) {
        String hashes = work.uri("hashes-" + dataset.name());
        spark.read()
                .schema("_key long, _reject string")
                .parquet(rows)
                .where("_reject is null")
                .groupBy("_key")
                .count()
                .where("count > 1")
                .select("_key")
                .write()
                .parquet(hashes);
        org.apache.spark.sql.Dataset<Row> met = spark.read().schema("_key long").parquet(hashes);
        if (met.isEmpty()) {
            return 0;
        }
        String key = dataset.key().stream().map(column -> '`' + column + '`').collect(Collectors.joining(", "));
        String columns =
                dataset.key().stream().map(column -> '`' + column + "` string").collect(Collectors.joining(", "));
        spark.read()
                .schema(columns + ", _key long, _file int, _position long, _n long, _reject string")
                .parquet(rows)
                .where("_reject is null")
                .join(met, new String[] {"_key"}, "left_semi")
                .selectExpr(
                        "_file",
                        "_position",
                        "_n",
                        "max(struct(_file, _position, _n)) over (partition by " + key + ") as latest")
                .where("struct(_file, _position, _n) < latest")
                .drop("latest")
                .write()
                .parquet(repeated(dataset));
        return spark.read().schema("_n long").parquet(repeated(dataset)).count();
    }

    private String repeated(Dataset dataset) {
        return work.uri("repeated-" + dataset.name());
    }

    /** Spark writes the URI of a local file with one slash or three, and blanks as they are or not. */
    private static Map<String, Integer> numbers(List<ExportFile> files) {
        Map<String, Integer> numbers = new HashMap<>();
        for (ExportFile file : files) {
            for (String name :
                    List.of(file.path().toString(), file.path().toUri().toString())) {
                numbers.put(name, file.number());
                numbers.put(name.replaceFirst("^file:/(?!/)", "file:///"), file.number());
            }
        }
        return numbers;
    }
}
