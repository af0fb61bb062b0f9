package io.rapport.serve.digest;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong with digests. */
public enum DigestError implements ErrorCode {
    /** A setting of digests or of the webhook that can't be one. */
    DIGEST_SETTING(Kind.USER, false),
    /** The webhook answered with something else than 2xx. */
    WEBHOOK_STATUS(Kind.EXTERNAL, true),
    /** The webhook sends on to elsewhere, which is not followed. */
    WEBHOOK_REDIRECT(Kind.EXTERNAL, true),
    /** The webhook does not answer in time, or not at all. */
    WEBHOOK_AWAY(Kind.EXTERNAL, true);

    private final Kind kind;
    private final boolean isRetryable;

    DigestError(Kind kind, boolean isRetryable) {
        this.kind = kind;
        this.isRetryable = isRetryable;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean retryable() {
        return isRetryable;
    }
}
