package io.rapport.model.spark;

import io.rapport.model.engine.RunInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Reads an input of a run: one JSON object a line. A large one is first brought to where executors see it. */
final class InputFile {

    /** Up to this many bytes are read by the driver, without a task. */
    private static final long SMALL = 1 << 20;

    private InputFile() {}

    static Dataset<Row> rows(SparkSession spark, WorkFolder folder, RunInput input, Path lines) throws IOException {
        String schema = input.columns().entrySet().stream()
                .map(column -> SparkText.name(column.getKey()) + " " + type(column.getValue()))
                .collect(Collectors.joining(", "));
        if (Files.size(lines) > SMALL) {
            return spark.read()
                    .schema(StructType.fromDDL(schema))
                    .option("mode", "FAILFAST")
                    .json(folder.bring(lines));
        }
        return spark.createDataset(Files.readAllLines(lines), Encoders.STRING())
                .selectExpr("from_json(value, " + SparkText.literal(schema) + ", map('mode', 'FAILFAST')) as line")
                .select("line.*");
    }

    private static String type(RunInput.Type type) {
        return switch (type) {
            case TEXT -> "string";
            case WHOLE -> "bigint";
            case FLAG -> "boolean";
            case DATE -> "date";
        };
    }
}
