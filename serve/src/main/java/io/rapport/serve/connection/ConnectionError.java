package io.rapport.serve.connection;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong with connections. */
public enum ConnectionError implements ErrorCode {
    /** A name that can't be one. */
    CONNECTION_NAME(Kind.USER, false),
    /** The name, or the folder, is connected already. */
    CONNECTION_EXISTS(Kind.USER, false),
    /** Nobody knows a connection of this name, or there is none at all. */
    CONNECTION_UNKNOWN(Kind.USER, false),
    /** Nobody is selected, or by what the connector can't read. */
    SELECTION(Kind.USER, false),
    /** What was named is no folder. */
    NOT_A_FOLDER(Kind.USER, false),
    /** The folder and the home lie within one another. */
    FOLDER_IS_HOME(Kind.USER, false),
    /** A connected folder is not there now, or can't be read. */
    FOLDER_NOT_REACHED(Kind.EXTERNAL, true),
    /** A file with a certificate or a secret can't be read. */
    CREDENTIAL_FILE(Kind.USER, false),
    /** An administrator did not consent, or the answer was not ours. */
    CONSENT_MISSING(Kind.USER, false),
    /** A doctor's look at the connections found something to mend. */
    CONNECTION_TROUBLED(Kind.EXTERNAL, false),
    /** After an erasure something of the connection was found. */
    ERASURE_INCOMPLETE(Kind.RESOURCES, true),
    /** Neither the connection nor a name says which dataset a file holds. */
    DATASET_NOT_NAMED(Kind.USER, false);

    private final Kind kind;
    private final boolean retryable;

    ConnectionError(Kind kind, boolean retryable) {
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
