package io.rapport.model.spark;

import io.rapport.core.error.RapportException;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.jspecify.annotations.Nullable;

/** Turns what Spark throws into Rapport's exceptions, without its text: it may quote data. */
final class SparkErrors {

    private static final Pattern PARQUET_FILE = Pattern.compile("([\\w.-]+\\.parquet)");
    private static final int LONGEST_CHAIN = 20;

    private SparkErrors() {}

    /** @param doing what failed, as a clause: {@code building staging/message_copy} */
    static RapportException explain(String doing, Throwable error) {
        List<Throwable> chain = chain(error);
        Optional<AnalysisException> refused =
                find(chain, AnalysisException.class::isInstance).map(AnalysisException.class::cast);
        if (refused.isPresent()) {
            return refused(doing, refused.get());
        }
        if (find(chain, OutOfMemoryError.class::isInstance).isPresent()) {
            return new RapportException(
                    SparkError.OUT_OF_MEMORY,
                    doing + " needs more memory than Spark was given. Give it more with --memory, on a cluster with"
                            + " --driver-memory and --executor-memory.",
                    stripped(error));
        }
        if (find(chain, SparkErrors::isDiskFull).isPresent()) {
            return new RapportException(
                    SparkError.DISK_FULL,
                    doing + " failed: there is no room for Spark's files. Free disk space in the home's tmp folder, on"
                            + " a cluster on its workers, and"
                            + " run it again.",
                    stripped(error));
        }
        if (find(chain, SparkErrors::isUnreadableFile).isPresent()) {
            return new RapportException(
                    SparkError.UNREADABLE_FILE,
                    doing + " failed: " + file(chain)
                            + " of the lake can't be read: it is gone, damaged, or not for this user."
                            + " Check the home's lake folder, or bring it back from a backup.",
                    stripped(error));
        }
        return new RapportException(
                SparkError.SPARK_FAILED, doing + " failed within Spark (" + condition(chain) + ").", stripped(error));
    }

    /** An error of parsing or resolving quotes the statement, never data; only its condition and line are kept. */
    private static RapportException refused(String doing, AnalysisException error) {
        String line = error.line().isDefined() ? ", line " + error.line().get() : "";
        return new RapportException(
                SparkError.MODEL_REFUSED,
                doing + line + ": Spark doesn't accept the statement (" + condition(List.of(error)) + ").",
                stripped(error));
    }

    private static boolean isDiskFull(Throwable error) {
        return text(error).contains("no space left on device")
                || text(error).contains("failed to create local dir")
                || text(error).contains("failed to create a temp directory");
    }

    private static boolean isUnreadableFile(Throwable error) {
        return error instanceof FileNotFoundException
                || error instanceof java.nio.file.NoSuchFileException
                || error instanceof java.nio.file.AccessDeniedException
                || condition(error).startsWith("FAILED_READ_FILE")
                || condition(error).startsWith("CANNOT_READ_FILE")
                || condition(error).equals("PATH_NOT_FOUND")
                || text(error).contains("is not a parquet file");
    }

    /** The lake's file names are random numbers: they say nothing about anybody. */
    private static String file(List<Throwable> chain) {
        for (Throwable error : chain) {
            Matcher name = PARQUET_FILE.matcher(String.valueOf(error.getMessage()));
            if (name.find()) {
                return "the file " + name.group(1);
            }
        }
        return "a file";
    }

    private static String condition(List<Throwable> chain) {
        for (Throwable error : chain) {
            if (!condition(error).isEmpty()) {
                return condition(error);
            }
        }
        return chain.get(chain.size() - 1).getClass().getSimpleName();
    }

    /** Spark's own name for the error, such as {@code UNRESOLVED_COLUMN.WITH_SUGGESTION}; empty where it has none. */
    private static String condition(Throwable error) {
        String condition = error instanceof SparkThrowable spark ? spark.getCondition() : null;
        return condition == null ? "" : condition;
    }

    private static Optional<Throwable> find(List<Throwable> chain, Predicate<Throwable> wanted) {
        return chain.stream().filter(wanted).findFirst();
    }

    private static List<Throwable> chain(Throwable error) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = error; next != null && chain.size() < LONGEST_CHAIN; next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }

    private static String text(Throwable error) {
        @Nullable String message = error.getMessage();
        return message == null ? "" : message.toLowerCase(Locale.ROOT);
    }

    /** The exception's place without its message. */
    private static Throwable stripped(Throwable error) {
        Throwable cause = new IllegalStateException(error.getClass().getSimpleName());
        cause.setStackTrace(error.getStackTrace());
        return cause;
    }
}
