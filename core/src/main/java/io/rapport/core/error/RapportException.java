package io.rapport.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The one exception of Rapport. Its message is written for the person who reads it: what failed, on which thing, the
 * value, the limit, and what to do. It never holds an address, a subject, a token or a row's bytes.
 */
public final class RapportException extends RuntimeException {

    private final transient ErrorCode code;

    public RapportException(ErrorCode code, String message) {
        this(code, message, null);
    }

    /** @param cause kept for the log, which prints its type and stack frames but never its message */
    public RapportException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    /** The message; never null, unlike that of other exceptions. */
    public String text() {
        String message = getMessage();
        return message == null ? code.name() : message;
    }
}
