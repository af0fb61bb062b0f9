package io.rapport.model.run;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What can go wrong in a run, beyond its spec. */
public enum RunError implements ErrorCode {
    /** The selection resolves to fewer than 2 or more than 2,500 people. */
    SELECTION_SIZE(Kind.USER),
    /** The group to exclude is no group of the directory. */
    UNKNOWN_GROUP(Kind.USER),
    /** An account is its own ancestor. */
    PARENT_CYCLE(Kind.USER),
    /** The as-of date lies before everything that has landed. */
    AS_OF_BEFORE_DATA(Kind.USER),
    /** Somebody stopped the run. */
    RUN_CANCELED(Kind.USER),
    /** The process of an engine ended before its run did. */
    ENGINE_LOST(Kind.RESOURCES),
    /** A file of the run can't be written or read. */
    RUN_FILE(Kind.RESOURCES);

    private final Kind kind;

    RunError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean retryable() {
        return kind == Kind.RESOURCES;
    }
}
