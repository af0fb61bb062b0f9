package io.rapport.serve.server;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What keeps a server from starting, or a page from being shown. */
public enum ServerError implements ErrorCode {
    /** Something else listens there. */
    SERVER_PORT_TAKEN(Kind.USER, false),
    /** An address, a port or a URL that can't be one. */
    SERVER_SETTING(Kind.USER, false),
    /** Started, and went wrong inside. */
    SERVER_FAILED(Kind.INTERNAL, false);

    private final Kind kind;
    private final boolean retryable;

    ServerError(Kind kind, boolean retryable) {
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
