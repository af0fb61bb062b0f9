package io.rapport.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.StageInfo;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Adds up what the stages of each step took, for the manifest. A stage that was run again counts each time. */
final class StageLedger extends SparkListener {

    private static final String DESCRIPTION = "spark.job.description";
    private static final double NANOS = 1e9;
    private static final long PATIENCE_MILLIS = 10_000;

    private final Map<Integer, String> steps = new HashMap<>();
    private final Map<String, Taken> taken = new LinkedHashMap<>();

    private int lostExecutors;

    /** Times in nanoseconds, the rest in bytes and rows. */
    private static final class Taken {
        private long tasks;
        private long processor;
        private long clock;
        private long read;
        private long shuffled;
        private long spilled;
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart job) {
        String step = job.properties() == null ? null : job.properties().getProperty(DESCRIPTION);
        for (StageInfo stage : CollectionConverters.asJava(job.stageInfos())) {
            steps.put(stage.stageId(), step == null ? "other" : step);
        }
    }

    @Override
    public synchronized void onStageCompleted(SparkListenerStageCompleted completed) {
        StageInfo stage = completed.stageInfo();
        TaskMetrics metrics = stage.taskMetrics();
        if (metrics == null) {
            return;
        }
        Taken sum = taken.computeIfAbsent(steps.getOrDefault(stage.stageId(), "other"), step -> new Taken());
        sum.tasks += stage.numTasks();
        sum.processor += metrics.executorCpuTime();
        sum.read += metrics.inputMetrics().bytesRead();
        sum.shuffled += metrics.shuffleWriteMetrics().bytesWritten();
        sum.spilled += metrics.diskBytesSpilled();
        sum.clock +=
                stage.submissionTime().isDefined() && stage.completionTime().isDefined()
                        ? (Long) stage.completionTime().get()
                                - (Long) stage.submissionTime().get()
                        : 0;
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        lostExecutors++;
    }

    /** Waits until the events that Spark has sent so far are counted; what is still on its way after a while is not. */
    void settle(SparkContext spark) {
        try {
            spark.listenerBus().waitUntilEmpty(PATIENCE_MILLIS);
        } catch (Exception | LinkageError late) {
            // A run must not fail over its figures, nor where a platform's own Spark has no such method.
        }
    }

    /** Executors that were there and went. */
    synchronized int lostExecutors() {
        return lostExecutors;
    }

    /** One entry per step, in the order in which they ended first. */
    synchronized List<Map<String, @Nullable Object>> fields() {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        taken.forEach((step, sum) -> {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("step", step);
            line.put("tasks", sum.tasks);
            line.put("processorMilliseconds", Math.round(1_000 * sum.processor / NANOS));
            line.put("milliseconds", sum.clock);
            line.put("readBytes", sum.read);
            line.put("shuffleBytes", sum.shuffled);
            line.put("spilledBytes", sum.spilled);
            lines.add(line);
        });
        return lines;
    }
}
