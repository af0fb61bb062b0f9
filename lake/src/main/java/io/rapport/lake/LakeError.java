package io.rapport.lake;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What can go wrong where data rests. */
public enum LakeError implements ErrorCode {
    /** The engine needs more memory than it was given. */
    OUT_OF_MEMORY(Kind.RESOURCES, false),
    /** The disk is full, or the engine's share of it. */
    DISK_FULL(Kind.RESOURCES, true),
    /** The engine refused what Rapport asked of it. */
    ENGINE_FAILED(Kind.INTERNAL, false),
    /** A Parquet file that can't be read. */
    UNREADABLE_PARQUET(Kind.USER, false),
    /** A file or folder of the home can't be written or read. */
    HOME_FAILED(Kind.RESOURCES, true),
    /** The home was written by a newer Rapport. */
    NEWER_HOME(Kind.USER, false),
    /** Home folder and state database don't belong together. */
    HOME_MISMATCH(Kind.USER, false),
    /** A URL of a state database that can't be understood. */
    BAD_STATE_URL(Kind.USER, false),
    /** The state database failed. */
    STATE_FAILED(Kind.RESOURCES, true),
    /** The state database's server can't be reached, is full, or went away. */
    STATE_UNREACHABLE(Kind.EXTERNAL, true),
    /** The state database's server refused user and password. */
    STATE_LOGIN_REFUSED(Kind.EXTERNAL, false),
    /** The server has no such state database. */
    STATE_MISSING(Kind.EXTERNAL, false),
    /** The user lacks rights in the state database. */
    STATE_FORBIDDEN(Kind.EXTERNAL, false),
    /** A writer was silent for too long, and its files were given up. */
    LEASE_LOST(Kind.RESOURCES, true),
    /** Other writers changed the same dataset again and again. */
    COMMIT_CONTENDED(Kind.RESOURCES, true),
    /** Another process took over what a commit belongs to. */
    COMMIT_SUPERSEDED(Kind.RESOURCES, true),
    /** What brought the rows was ended while they were on their way. */
    SOURCE_ENDED(Kind.USER, false),
    /** The key of the suppression list is missing or is none. */
    SUPPRESSION_KEY(Kind.USER, false),
    /** Somebody was erased while rows were on their way. */
    ERASED_MEANWHILE(Kind.RESOURCES, true),
    /** A query that is no single SELECT over the lake, or one that can't be understood. */
    QUERY_REFUSED(Kind.USER, false),
    /** A query that failed while it ran. */
    QUERY_FAILED(Kind.USER, false),
    /** A query that ran for too long. */
    QUERY_TIMED_OUT(Kind.RESOURCES, false);

    private final Kind kind;
    private final boolean retryable;

    LakeError(Kind kind, boolean retryable) {
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
