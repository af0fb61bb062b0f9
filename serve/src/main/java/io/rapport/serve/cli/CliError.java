package io.rapport.serve.cli;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong between a person and a command. */
public enum CliError implements ErrorCode {
    /** A command that doesn't exist, or none. */
    UNKNOWN_COMMAND(Kind.USER, false),
    /** An option that doesn't exist. */
    UNKNOWN_OPTION(Kind.USER, false),
    /** A missing argument, one too many, or a value that can't be one. */
    WRONG_ARGUMENT(Kind.USER, false),
    /** A dataset name that nobody knows. */
    UNKNOWN_DATASET(Kind.USER, false),
    /** An engine that is not part of the installation. */
    ENGINE_MISSING(Kind.USER, false),
    /** What a server sent is not what it said. */
    ANSWER_DAMAGED(Kind.EXTERNAL, true),
    /** Something else listens on a port. */
    PORT_TAKEN(Kind.RESOURCES, true),
    /** Java's heap is full. */
    OUT_OF_MEMORY(Kind.RESOURCES, false),
    /** Ended by Ctrl-C. */
    INTERRUPTED(Kind.USER, true),
    /** A fault of Rapport's own; the log has the details. */
    INTERNAL(Kind.INTERNAL, false);

    private final Kind kind;
    private final boolean retryable;

    CliError(Kind kind, boolean retryable) {
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
