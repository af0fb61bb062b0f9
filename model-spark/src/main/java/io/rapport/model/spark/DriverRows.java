package io.rapport.model.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.SparkPlan;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Computes what reads only rows that the driver holds already, as one task without shuffle, broadcast or generated code:
 * for a handful of rows those cost a hundred times what the rows do.
 */
final class DriverRows {

    private static final Map<String, String> ONE_TASK = Map.of(
            "spark.sql.autoBroadcastJoinThreshold", "-1",
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.shuffle.partitions", "1",
            "spark.sql.execution.usePartitionEvaluator", "true",
            "spark.sql.exchange.reuse", "false",
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN");

    private final SparkSession spark;
    private final int most;

    /** @param most rows that the driver holds of one relation */
    DriverRows(SparkSession spark, int most) {
        this.spark = spark;
        this.most = most;
    }

    /** Whether the driver may hold so many rows of one relation. */
    boolean canHold(long rows) {
        return rows <= most;
    }

    /** Rows that the driver holds, as a relation. */
    Dataset<Row> relation(LocalRelation rows) {
        return org.apache.spark.sql.classic.Dataset.ofRows(spark, rows);
    }

    /** The rows, or empty where they come from files or are too many. */
    Optional<LocalRelation> find(Dataset<Row> rows) {
        QueryExecution execution = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
        LogicalPlan plan = execution.optimizedPlan();
        if (plan instanceof LocalRelation ready) {
            return ready.data().size() <= most ? Optional.of(copy(execution, ready.data())) : Optional.empty();
        }
        if (!readsDriverRowsOnly(plan)) {
            return Optional.empty();
        }
        return asOneTask(execution)
                .map(found ->
                        copy(execution, CollectionConverters.asScala(found).toSeq()));
    }

    /** Reads a handful of rows from files, of which the driver may hold as many. */
    Dataset<Row> hold(Dataset<Row> rows) {
        return asOneTask(() -> spark.createDataFrame(rows.collectAsList(), rows.schema()));
    }

    private Optional<List<InternalRow>> asOneTask(QueryExecution execution) {
        return asOneTask(() -> {
            SparkPlan plan = execution.executedPlan();
            if (!DriverTask.canRun(plan)) {
                return Optional.empty();
            }
            List<InternalRow> found = SQLExecution.withSQLConfPropagated(
                    spark, () -> DriverTask.rows(spark.sparkContext(), DriverTask.plan(plan), most + 1));
            return found.size() <= most ? Optional.of(found) : Optional.empty();
        });
    }

    private <T> T asOneTask(Supplier<T> work) {
        Map<String, String> before = new HashMap<>();
        ONE_TASK.keySet().forEach(name -> before.put(name, spark.conf().get(name)));
        ONE_TASK.forEach(spark.conf()::set);
        try {
            return work.get();
        } finally {
            before.forEach(spark.conf()::set);
        }
    }

    private static LocalRelation copy(QueryExecution execution, Seq<InternalRow> rows) {
        List<Attribute> output = new ArrayList<>();
        CollectionConverters.asJava(execution.analyzed().output())
                .forEach(attribute -> output.add(attribute.newInstance()));
        return new LocalRelation(CollectionConverters.asScala(output).toSeq(), rows, false, scala.Option.empty());
    }

    private static boolean readsDriverRowsOnly(LogicalPlan plan) {
        return isHeld(plan)
                && CollectionConverters.asJava(plan.subqueriesAll()).stream().allMatch(DriverRows::isHeld);
    }

    private static boolean isHeld(LogicalPlan plan) {
        return CollectionConverters.asJava(plan.collectLeaves()).stream()
                .allMatch(leaf -> leaf instanceof LocalRelation || leaf instanceof OneRowRelation);
    }
}
