package io.rapport.model.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskContextImpl;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.memory.TaskMemoryManager;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.execution.CoalesceExec;
import org.apache.spark.sql.execution.SortExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.UnionExec;
import org.apache.spark.sql.execution.aggregate.HashAggregateExec;
import org.apache.spark.sql.execution.aggregate.SortAggregateExec;
import org.apache.spark.sql.execution.exchange.BroadcastExchangeLike;
import org.apache.spark.sql.execution.exchange.Exchange;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Runs a plan without shuffles on the calling thread. As a job it would be serialized, scheduled and reported first, which
 * for a handful of rows takes many times as long as the rows do.
 */
final class DriverTask {

    private static final int NO_STAGE = -1;

    private DriverTask() {}

    /**
     * The plan for one task: a shuffle would bring one partition together from one task, and an aggregation by hash has
     * its closures inspected each time, which one by sort has not.
     */
    static SparkPlan plan(SparkPlan plan) {
        List<SparkPlan> children = CollectionConverters.asJava(plan.children()).stream()
                .map(DriverTask::plan)
                .toList();
        if (plan instanceof Exchange) {
            return new CoalesceExec(1, children.get(0));
        }
        SparkPlan copy =
                plan.withNewChildren(CollectionConverters.asScala(children).toSeq());
        if (copy instanceof UnionExec) {
            return new CoalesceExec(1, copy);
        }
        return copy instanceof HashAggregateExec byHash ? bySort(byHash.toSortAggregate()) : copy;
    }

    /** Whether it needs no broadcast, which only a job can make. */
    static boolean canRun(SparkPlan plan) {
        return !(plan instanceof BroadcastExchangeLike)
                && CollectionConverters.asJava(plan.children()).stream().allMatch(DriverTask::canRun);
    }

    private static SparkPlan bySort(SortAggregateExec aggregation) {
        Seq<SortOrder> order = aggregation.requiredChildOrdering().apply(0);
        if (order.isEmpty()) {
            return aggregation;
        }
        SparkPlan sorted = new SortExec(order, false, aggregation.child(), 0);
        return aggregation.withNewChildren(
                CollectionConverters.asScala(List.of(sorted)).toSeq());
    }

    /** The first rows, at most so many. */
    static List<InternalRow> rows(SparkContext spark, SparkPlan plan, int most) {
        RDD<InternalRow> rdd = plan.execute();
        Properties properties = spark.getLocalProperties();
        List<InternalRow> rows = new ArrayList<>();
        for (Partition partition : rdd.partitions()) {
            TaskMemoryManager memory = new TaskMemoryManager(SparkEnv.get().memoryManager(), NO_STAGE);
            TaskContextImpl task = new TaskContextImpl(
                    NO_STAGE,
                    0,
                    partition.index(),
                    NO_STAGE,
                    0,
                    1,
                    memory,
                    properties,
                    SparkEnv.get().metricsSystem(),
                    new TaskMetrics(),
                    1,
                    scala.collection.immutable.Map$.MODULE$.empty());
            TaskContext.withTaskContext(task, () -> {
                try {
                    scala.collection.Iterator<InternalRow> found = rdd.iterator(partition, task);
                    while (rows.size() < most && found.hasNext()) {
                        rows.add(found.next().copy());
                    }
                    return task;
                } finally {
                    task.markTaskCompleted(scala.Option.empty());
                    memory.cleanUpAllAllocatedMemory();
                }
            });
        }
        return rows;
    }
}
