package io.rapport.connect;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What can go wrong on the way in. Names are stable: logs, pages and the API quote them. */
public enum ConnectError implements ErrorCode {
    /** A file or folder that was named isn't there. */
    EXPORT_NOT_FOUND,
    /** A file or folder can't be opened or read: permission, disk. */
    EXPORT_NOT_READABLE,
    /** A folder holds no files to import. */
    EXPORT_FOLDER_EMPTY,
    /** Neither JSON nor gzip nor Parquet. */
    EXPORT_NOT_RECOGNISED,
    /** Begins as an export and breaks off, or can't be read from some byte on. */
    EXPORT_DAMAGED,
    /** One line or object is longer than the limit. */
    EXPORT_LINE_TOO_LONG,
    /** A gzip file holds far more than a packed export can. */
    EXPORT_INFLATES,
    /** A file changed while it was read. */
    EXPORT_CHANGED,
    /** More rows than the limit allows can't be read. */
    EXPORT_TOO_MANY_REJECTS;

    @Override
    public Kind kind() {
        return Kind.USER;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
