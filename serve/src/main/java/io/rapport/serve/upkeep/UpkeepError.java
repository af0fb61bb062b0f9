package io.rapport.serve.upkeep;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What can go wrong with how long things are kept. */
public enum UpkeepError implements ErrorCode {
    /** A number of months or runs that can't be. */
    RETENTION_SETTING;

    @Override
    public Kind kind() {
        return Kind.USER;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
