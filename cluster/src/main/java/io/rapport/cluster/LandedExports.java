package io.rapport.cluster;

import io.rapport.core.dataset.Dataset;
import io.rapport.model.spark.LandedRows;
import io.rapport.model.spark.LandedSchema;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;

/** The datasets of a run, out of its exports; one without an export has no rows. */
record LandedExports(Map<Dataset, LandedExport> exports) implements LandedRows {

    LandedExports {
        exports = Map.copyOf(exports);
    }

    @Override
    public org.apache.spark.sql.Dataset<Row> rows(SparkSession spark, Dataset dataset) {
        LandedExport export = exports.get(dataset);
        return export == null
                ? spark.createDataFrame(List.of(), LandedSchema.of(dataset))
                : export.visible(spark, LandedSchema.of(dataset).toDDL());
    }

    @Override
    public long mostRows(Dataset dataset) {
        LandedExport export = exports.get(dataset);
        return export == null ? 0 : export.visible();
    }
}
