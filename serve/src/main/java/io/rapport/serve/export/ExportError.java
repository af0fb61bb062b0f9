package io.rapport.serve.export;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong with exports. */
public enum ExportError implements ErrorCode {
    /** No output table and no segment has the name, or none was delivered yet. */
    EXPORT_UNKNOWN(Kind.USER, false),
    /** A format or address that can't be one. */
    EXPORT_INVALID(Kind.USER, false),
    /** A folder that is missing, lies in the home, can't be written, or holds what is somebody else's. */
    EXPORT_FOLDER(Kind.USER, true),
    /** A file can't be written, moved or deleted. */
    EXPORT_FILE(Kind.RESOURCES, true),
    /** Too many are being made at once. */
    EXPORT_BUSY(Kind.RESOURCES, true);

    private final Kind kind;
    private final boolean retryable;

    ExportError(Kind kind, boolean retryable) {
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
