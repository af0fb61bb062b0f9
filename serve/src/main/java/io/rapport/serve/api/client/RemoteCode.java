package io.rapport.serve.api.client;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/**
 * A code that a server's answer has.
 *
 * @param name as the server says it
 * @param status of the answer; 0 where there was none
 */
public record RemoteCode(String name, int status) implements ErrorCode {

    private static final int SERVER_FAULT = 500;
    private static final int TOO_MANY = 429;

    @Override
    public Kind kind() {
        return status == 0 || status >= SERVER_FAULT ? Kind.EXTERNAL : Kind.USER;
    }

    @Override
    public boolean retryable() {
        return status == 0 || status == TOO_MANY || status > SERVER_FAULT;
    }

    /** Whether whoever asks may not. */
    public boolean isRefusal() {
        return status == 401 || status == 403;
    }
}
