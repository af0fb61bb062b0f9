package io.rapport.model.spark;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.LandedFile.Kind;
import io.rapport.core.landing.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A dataset's visible rows, one per key, out of a snapshot's pinned files. Base files are read as they are; only where
 * change or removal files exist, keys in those are looked up. A column that a file's older schema lacks is null.
 */
final class LandedFiles {

    private final SparkSession spark;
    private final Dataset dataset;
    private final List<LandedFile> files;
    private final Function<LandedFile, String> places;

    /** @param places the URI of a file where executors read it */
    LandedFiles(SparkSession spark, Snapshot snapshot, Dataset dataset, Function<LandedFile, String> places) {
        this.spark = spark;
        this.dataset = dataset;
        this.files = snapshot.files(dataset);
        this.places = places;
    }

    /** Rows in the files of a dataset, hidden ones too. */
    static long rows(Snapshot snapshot, Dataset dataset) {
        return snapshot.files(dataset).stream().mapToLong(LandedFile::rows).sum();
    }

    org.apache.spark.sql.Dataset<Row> rows() {
        List<LandedFile> changes = of(Kind.CHANGE);
        List<LandedFile> newer =
                files.stream().filter(file -> file.kind() != Kind.BASE).toList();
        if (newer.isEmpty()) {
            return read(of(Kind.BASE), schema());
        }
        String key = SparkText.names(dataset.key());
        String columns =
                SparkText.names(dataset.columns().stream().map(Column::name).toList());
        view("landed_base", read(of(Kind.BASE), schema()));
        view("landed_version", versions(newer));
        view("landed_key", read(newer, keySchema()).selectExpr(keyAndFile()));
        view(
                "landed_latest",
                spark.sql("select " + key + ", max(_version) as _version from landed_key inner join landed_version"
                        + " using (_file) group by " + key));
        String unchanged = "select " + columns + " from landed_base left anti join landed_latest using (" + key + ")";
        if (changes.isEmpty()) {
            return spark.sql(unchanged);
        }
        view("landed_change", read(changes, schema()).selectExpr("*", "_metadata.file_name as _file"));
        return spark.sql(unchanged + " union all select " + columns
                + " from landed_change inner join landed_version using (_file) left semi join landed_latest using ("
                + key + ", _version)");
    }

    private String[] keyAndFile() {
        return Stream.concat(dataset.key().stream().map(SparkText::name), Stream.of("_metadata.file_name as _file"))
                .toArray(String[]::new);
    }

    private void view(String name, org.apache.spark.sql.Dataset<Row> rows) {
        rows.createOrReplaceTempView(name);
    }

    /** Within one commit a change wins over a removal: the row moved to another partition. */
    private org.apache.spark.sql.Dataset<Row> versions(List<LandedFile> newer) {
        List<Row> rows = new ArrayList<>();
        for (LandedFile file : newer) {
            rows.add(RowFactory.create(
                    String.valueOf(file.path().getFileName()),
                    file.commit() * 2 + (file.kind() == Kind.CHANGE ? 1 : 0)));
        }
        return spark.createDataFrame(
                rows, new StructType().add("_file", DataTypes.StringType).add("_version", DataTypes.LongType));
    }

    private org.apache.spark.sql.Dataset<Row> read(List<LandedFile> read, StructType schema) {
        if (read.isEmpty()) {
            return spark.createDataFrame(List.of(), schema);
        }
        String[] paths = read.stream().map(places).toArray(String[]::new);
        return spark.read().schema(schema).parquet(paths);
    }

    private List<LandedFile> of(Kind kind) {
        return files.stream().filter(file -> file.kind() == kind).toList();
    }

    private StructType schema() {
        return LandedSchema.of(dataset);
    }

    private StructType keySchema() {
        return new StructType(dataset.key().stream()
                .map(column -> new StructField(
                        column, DataTypes.StringType, true, org.apache.spark.sql.types.Metadata.empty()))
                .toArray(StructField[]::new));
    }
}
