package io.rapport.cluster;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What can go wrong between a cluster's storage and the models. */
public enum ClusterError implements ErrorCode {
    /** An argument that is missing, unknown or can't be what it is to be; all such at once. */
    CLUSTER_ARGUMENT(Kind.USER, false),
    /** The folders hold no exports, or files that can't be exports; all such at once. */
    CLUSTER_EXPORTS(Kind.USER, false),
    /** The list of a lake's files is none, or files on it are not there; all such at once. */
    CLUSTER_LAKE(Kind.USER, false),
    /** Too many rows of a dataset can't be read. */
    CLUSTER_REJECTS(Kind.USER, false),
    /** The models don't run on this version of Spark. */
    SPARK_VERSION(Kind.USER, false),
    /** A place of the cluster's storage can't be read or written. */
    CLUSTER_STORAGE(Kind.RESOURCES, true),
    /** Anything else that Spark or the cluster could not do. */
    CLUSTER_FAILED(Kind.INTERNAL, true);

    private final Kind kind;
    private final boolean retryable;

    ClusterError(Kind kind, boolean retryable) {
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

    /** The process's exit code: that of the same mistake on the command line of a home. */
    static int exitCode(ErrorCode code) {
        if (code == CLUSTER_ARGUMENT || code == SPARK_VERSION) {
            return 2;
        }
        return code.kind() == Kind.USER ? 3 : 1;
    }
}
