package io.rapport.cluster;

import io.rapport.core.error.RapportException;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkThrowable;
import org.jspecify.annotations.Nullable;

/** Work on Spark under a name that its pages show; errors come without Spark's text, which may quote rows. */
final class ClusterStep {

    private ClusterStep() {}

    /** @param doing a clause that says nothing of anybody: {@code reading Message_v1} */
    static <T> T run(SparkContext spark, String doing, Supplier<T> work) {
        spark.setJobGroup("rapport", doing, true);
        spark.setLocalProperty("callSite.short", "rapport");
        spark.setLocalProperty("callSite.long", "rapport");
        try {
            return work.get();
        } catch (RapportException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw failed(doing, e);
        } catch (Exception e) {
            // Spark throws checked exceptions that it doesn't declare.
            throw failed(doing, e);
        }
    }

    private static RapportException failed(String doing, Throwable error) {
        return new RapportException(
                ClusterError.CLUSTER_FAILED,
                doing + " failed within Spark (" + condition(error)
                        + "): a file is damaged or gone, a worker ran out of memory or disk, or the cluster refused. Its pages"
                        + " show the failed stage under this name.");
    }

    /** Spark's own name for the innermost error that has one. */
    private static String condition(Throwable error) {
        String found = error.getClass().getSimpleName();
        @Nullable Throwable next = error;
        for (int depth = 0; next != null && depth < 20; depth++) {
            String condition = next instanceof SparkThrowable spark ? spark.getCondition() : null;
            if (condition != null) {
                found = condition;
            }
            next = next.getCause();
        }
        return found;
    }
}
