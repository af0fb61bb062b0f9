package io.rapport.serve.home;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What can be wrong with the home folder and the memory given to a process. */
public enum HomeError implements ErrorCode {
    /** A size that can't be read, or one outside its bounds. */
    BAD_MEMORY(Kind.USER),
    /** Nothing has landed in the home yet. */
    HOME_EMPTY(Kind.USER),
    /** The home folder can't be written. */
    HOME_NOT_WRITABLE(Kind.RESOURCES);

    private final Kind kind;

    HomeError(Kind kind) {
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
