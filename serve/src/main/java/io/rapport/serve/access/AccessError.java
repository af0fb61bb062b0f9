package io.rapport.serve.access;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong with the access log. */
public enum AccessError implements ErrorCode {
    /** A line could not be written. */
    ACCESS_LOG_FAILED(Kind.RESOURCES, true),
    /** A line was changed or is missing. */
    ACCESS_LOG_BROKEN(Kind.RESOURCES, false);

    private final Kind kind;
    private final boolean retryable;

    AccessError(Kind kind, boolean retryable) {
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
