package io.rapport.cluster;

import io.rapport.model.spark.LandedRows;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that a run counts, wherever they come from. */
interface ClusterInput extends LandedRows {

    /** What the manifest says of it, for whoever runs the cluster; nothing of anybody. */
    Map<String, @Nullable Object> fields();
}
