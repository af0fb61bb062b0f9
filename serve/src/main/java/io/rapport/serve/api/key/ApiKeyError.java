package io.rapport.serve.api.key;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong with the keys of programs. */
public enum ApiKeyError implements ErrorCode {
    /** A name, a role or a life that can't be one. */
    API_KEY_INVALID,
    /** Nobody of that id is there. */
    API_KEY_UNKNOWN;

    @Override
    public Kind kind() {
        return Kind.USER;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
