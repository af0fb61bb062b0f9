package io.rapport.serve.demo;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What can be wrong with a demonstration. */
public enum DemoError implements ErrorCode {
    /** The home holds data that no demonstration made. */
    HOME_NOT_DEMO(Kind.USER),
    /** The home holds another company than the one that was asked for. */
    OTHER_COMPANY(Kind.USER),
    /** A file of the demonstration can't be written or read. */
    DEMO_NOT_WRITABLE(Kind.RESOURCES);

    private final Kind kind;

    DemoError(Kind kind) {
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
