package io.rapport.serve.dataset;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What can go wrong with an extraction that the server was asked for. */
public enum ExtractionError implements ErrorCode {
    /** Somebody deleted it before it was begun. */
    EXTRACTION_GONE;

    @Override
    public Kind kind() {
        return Kind.USER;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
