package io.rapport.model.report;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What can go wrong with a report. */
public enum ReportError implements ErrorCode {
    /** Days that are none, or too many. */
    REPORT_RANGE(Kind.USER);

    private final Kind kind;

    ReportError(Kind kind) {
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
