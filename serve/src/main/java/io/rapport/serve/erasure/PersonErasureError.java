package io.rapport.serve.erasure;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong with the erasure of people, and of everything. */
public enum PersonErasureError implements ErrorCode {
    /** Nobody was named, or one of the words is no address and no id. */
    PERSON_WORDS(Kind.USER, false),
    /** Nobody said that it is meant. */
    PERSON_NOT_CONFIRMED(Kind.USER, false),
    /** The look at every file found something. */
    PERSON_STILL_THERE(Kind.RESOURCES, true),
    /** Something is left after the erasure of everything. */
    NOT_EMPTY(Kind.RESOURCES, true),
    /** A file of the home can't be read or written. */
    PERSON_FILES(Kind.RESOURCES, true);

    private final Kind kind;
    private final boolean retryable;

    PersonErasureError(Kind kind, boolean retryable) {
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
