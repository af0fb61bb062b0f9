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
    EXPORT_TOO_MANY_REJECTS,
    /** A tenant, client id, certificate, secret or token file that can't be one. */
    BAD_CREDENTIAL,
    /** A login or Graph URL that can't be used. */
    BAD_GRAPH_URL,
    /** Entra gave no token: unknown app or tenant, wrong or expired credential. */
    GRAPH_LOGIN_REFUSED,
    /** Graph refused what a permission of the app would allow. */
    GRAPH_DENIED,
    /** A selection names what the directory doesn't have. */
    SELECTION_UNKNOWN,
    /** Graph or Entra can't be reached, or failed again and again. */
    GRAPH_UNREACHABLE(Kind.EXTERNAL, true),
    /** Graph went on asking to wait for longer than anybody waits. */
    GRAPH_THROTTLED(Kind.EXTERNAL, true),
    /** The connection was ended, or another sync of it began, while this one was at work. */
    SYNC_ENDED(Kind.RESOURCES, true),
    /** Graph answered what it should never answer. */
    GRAPH_ANSWER(Kind.EXTERNAL, false);

    private final Kind kind;
    private final boolean retryable;

    ConnectError() {
        this(Kind.USER, false);
    }

    ConnectError(Kind kind, boolean retryable) {
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
