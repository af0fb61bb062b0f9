package io.rapport.model.spark;

import java.util.List;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.CoalesceExec;
import org.apache.spark.sql.execution.LocalTableScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.SparkStrategy;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Reads rows that the driver holds in one partition, and lets Spark know: then nothing above them needs a shuffle. */
final class DriverRowsStrategy extends SparkStrategy {

    private static final long serialVersionUID = 1;

    @Override
    public Seq<SparkPlan> apply(LogicalPlan plan) {
        List<SparkPlan> plans = plan instanceof LocalRelation rows && !rows.isStreaming()
                ? List.of(new CoalesceExec(1, new LocalTableScanExec(rows.output(), rows.data(), rows.stream())))
                : List.of();
        return CollectionConverters.asScala(plans).toSeq();
    }
}
