package io.rapport.serve.security;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong when people come in. */
public enum SecurityError implements ErrorCode {
    /** A setting of the sign-in that can't be right. */
    SIGN_IN_SETTING(Kind.USER, false),
    /** The provider does not answer, or is none. */
    SIGN_IN_PROVIDER(Kind.EXTERNAL, true);

    private final Kind kind;
    private final boolean retryable;

    SecurityError(Kind kind, boolean retryable) {
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
