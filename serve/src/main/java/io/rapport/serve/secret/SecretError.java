package io.rapport.serve.secret;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong with secrets. */
public enum SecretError implements ErrorCode {
    /** The key can't be read, or is none. */
    SECRET_KEY(Kind.USER),
    /** A secret was encrypted with another key, or was tampered with. */
    SECRET_UNREADABLE(Kind.USER);

    private final Kind kind;

    SecretError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
