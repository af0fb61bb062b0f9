package io.rapport.model.spark;

import io.rapport.model.engine.Format;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How Spark writes a table to files. */
final class TableFile {

    private TableFile() {}

    static void write(Dataset<Row> rows, String target, Format format) {
        DataFrameWriter<Row> writer = rows.write();
        switch (format) {
            case CSV ->
                writer.option("header", true)
                        .option("quote", "\"")
                        .option("escape", "\"")
                        .option("emptyValue", "\"\"")
                        .option("ignoreLeadingWhiteSpace", false)
                        .option("ignoreTrailingWhiteSpace", false)
                        .csv(target);
            case JSON -> writer.option("ignoreNullFields", false).json(target);
            case PARQUET -> writer.parquet(target);
        }
    }
}
