package io.rapport.model.spark;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What can go wrong on Spark. */
public enum SparkError implements ErrorCode {
    /** Nobody answers at the master URL. */
    SPARK_UNREACHABLE(Kind.EXTERNAL, true),
    /** A model that Spark can't parse or resolve. */
    MODEL_REFUSED(Kind.INTERNAL, false),
    /** A file of the snapshot that is gone or damaged. */
    UNREADABLE_FILE(Kind.RESOURCES, false),
    /** The disk is full. */
    DISK_FULL(Kind.RESOURCES, true),
    /** Spark needs more memory than it was given. */
    OUT_OF_MEMORY(Kind.RESOURCES, false),
    /** Spark failed in any other way. */
    SPARK_FAILED(Kind.INTERNAL, false);

    private final Kind kind;
    private final boolean retryable;

    SparkError(Kind kind, boolean retryable) {
        this.kind = kind;
        this.retryable = retryable;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
