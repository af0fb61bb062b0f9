package io.rapport.serve.insight;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What can go wrong with insights about people. */
public enum InsightError implements ErrorCode {
    /** A setting that can't be. */
    INSIGHT_SETTING(Kind.USER),
    /** The kept report could not be written. */
    INSIGHT_FILE(Kind.RESOURCES);

    private final Kind kind;

    InsightError(Kind kind) {
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
