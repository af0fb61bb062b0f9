package io.rapport.cluster;

import io.rapport.core.dataset.Dataset;
import io.rapport.model.spark.LandedSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.jspecify.annotations.Nullable;

/** The datasets of a run, out of its exports; one without an export has no rows. */
record LandedExports(Map<Dataset, LandedExport> exports) implements ClusterInput {

    LandedExports {
        exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
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

    @Override
    public Map<String, @Nullable Object> fields() {
        List<Map<String, Object>> read = new ArrayList<>();
        for (LandedExport export : exports.values()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("dataset", export.dataset().name());
            line.put("rows", export.read());
            line.put("rejected", export.rejectedRows());
            line.put("replaced", export.replaced());
            read.add(line);
        }
        return Map.of("exports", read);
    }
}
