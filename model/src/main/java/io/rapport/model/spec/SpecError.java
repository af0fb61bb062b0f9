package io.rapport.model.spec;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What can be wrong with a spec and the files that it names. Names are stable: logs, pages and the API quote them. */
public enum SpecError implements ErrorCode {
    /** The spec isn't there. */
    SPEC_NOT_FOUND,
    /** The spec can't be opened or read: permission, disk, encoding, size. */
    SPEC_NOT_READABLE,
    /** The spec has mistakes; the message lists all of them. */
    SPEC_INVALID,
    /** The files of contacts or accounts can't be used; the message lists all that is wrong with them. */
    CUSTOMER_FILE_INVALID;

    @Override
    public Kind kind() {
        return Kind.USER;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
