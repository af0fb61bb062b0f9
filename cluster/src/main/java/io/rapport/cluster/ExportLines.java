package io.rapport.cluster;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Exports as rows of text: one JSON object in UTF-8, the file that it stands in, and a place in it that grows from piece to
 * piece. Of Parquet only columns of the allow-list are read, at any depth, and each row is written as an object.
 */
final class ExportLines {

    private static final String TEXT = "text";

    private final SparkSession spark;

    ExportLines(SparkSession spark) {
        this.spark = spark;
    }

    /** Columns, in this order: text as bytes, the file as Spark names it, where the piece or row begins. */
    org.apache.spark.sql.Dataset<Row> of(Dataset dataset, List<ExportFile> files) {
        List<ExportFile> lines = of(files, ExportFile.Format.JSON_LINES);
        List<ExportFile> parquet = of(files, ExportFile.Format.PARQUET);
        if (parquet.isEmpty()) {
            return json(lines);
        }
        return lines.isEmpty() ? parquet(dataset, parquet) : json(lines).union(parquet(dataset, parquet));
    }

    private org.apache.spark.sql.Dataset<Row> json(List<ExportFile> files) {
        return spark.read()
                .format("text")
                .load(paths(files))
                .selectExpr(
                        "cast(value as binary) as " + TEXT,
                        "_metadata.file_path as file",
                        "_metadata.file_block_start as position");
    }

    private org.apache.spark.sql.Dataset<Row> parquet(Dataset dataset, List<ExportFile> files) {
        StructType found = spark.read()
                .option("mergeSchema", true)
                .option("binaryAsString", true)
                .parquet(paths(files))
                .schema();
        StructType allowed = AllowedColumns.of(dataset, found);
        if (allowed.fields().length == 0) {
            throw new RapportException(
                    ClusterError.CLUSTER_EXPORTS,
                    "The Parquet files for " + dataset.name()
                            + " have none of its columns. Check that the folder holds what"
                            + " it is named after. Nothing was computed.");
        }
        org.apache.spark.sql.Dataset<Row> rows =
                spark.read().schema(allowed).option("binaryAsString", true).parquet(paths(files));
        Column text = functions.to_json(
                functions.struct(AllowedColumns.texts(rows, allowed)),
                java.util.Map.of(
                        "timestampFormat",
                        "yyyy-MM-dd'T'HH:mm:ss'Z'",
                        "timestampNTZFormat",
                        "yyyy-MM-dd'T'HH:mm:ss",
                        "dateFormat",
                        "yyyy-MM-dd'T'00:00:00"));
        return rows.select(
                text.cast("binary").as(TEXT),
                functions.expr("_metadata.file_path").as("file"),
                functions.expr("_metadata.row_index").as("position"));
    }

    private static List<ExportFile> of(List<ExportFile> files, ExportFile.Format format) {
        return files.stream().filter(file -> file.format() == format).toList();
    }

    private static String[] paths(List<ExportFile> files) {
        return files.stream().map(ExportFile::uri).toArray(String[]::new);
    }
}
