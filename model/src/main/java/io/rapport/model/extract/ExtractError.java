package io.rapport.model.extract;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What can go wrong with an extraction. */
public enum ExtractError implements ErrorCode {
    /** What was asked for can't be had: a column, a date, a scope or a region that is none. */
    EXTRACT_REQUEST(Kind.USER),
    /** Those whose data is wanted are not there: a group that the directory does not know, or there is no directory. */
    EXTRACT_SCOPE(Kind.USER),
    /** No mailbox that may be delivered is kept in that region. */
    EXTRACT_REGION(Kind.USER),
    /** The folder to write to is there already. */
    EXTRACT_TARGET(Kind.USER),
    /** Another process is writing the same folder. */
    EXTRACT_BUSY(Kind.RESOURCES),
    /** Somebody stopped the extraction. */
    EXTRACT_CANCELED(Kind.USER),
    /** A file of the extraction can't be written or read. */
    EXTRACT_FILE(Kind.RESOURCES);

    private final Kind kind;

    ExtractError(Kind kind) {
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
