package io.rapport.serve.segment;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong with segments. */
public enum SegmentError implements ErrorCode {
    /** A name, an enrichment or a rule that can't be one. */
    SEGMENT_INVALID,
    /** Another segment has the name, whatever its capitals. */
    SEGMENT_NAME_TAKEN,
    /** Somebody else changed or deleted it in the meantime. */
    SEGMENT_CHANGED;

    @Override
    public Kind kind() {
        return Kind.USER;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
