package io.rapport.model.spark;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructType;

/** The schema of a dataset's landed rows in Spark's words: the allow-list, with what is derived. */
public final class LandedSchema {

    private LandedSchema() {}

    public static StructType of(Dataset dataset) {
        return StructType.fromDDL(
                dataset.columns().stream().map(LandedSchema::field).collect(Collectors.joining(", ")));
    }

    private static String field(Column column) {
        return SparkText.name(column.name()) + " " + SparkText.type(column.type());
    }
}
