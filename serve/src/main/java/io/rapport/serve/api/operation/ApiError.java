package io.rapport.serve.api.operation;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong between a program and the API, with the status that says so. */
public enum ApiError implements ErrorCode {
    /** Nothing proves who asks. */
    CREDENTIAL_MISSING(401),
    /** A header that is no bearer token, or a key that nobody made. */
    CREDENTIAL_UNKNOWN(401),
    /** The key's days are over. */
    KEY_EXPIRED(401),
    /** Somebody revoked the key. */
    KEY_REVOKED(401),
    /** A token of the sign-in provider that is not for this server, or too old. */
    TOKEN_INVALID(401),
    /** The key's or person's role does not allow it. */
    ROLE_TOO_SMALL(403),
    /** A key asks for what a person alone may decide. */
    PERSON_NEEDED(403),
    /** There is no such operation, or no such thing, or none for this role. */
    NOT_FOUND(404),
    /** The address knows other methods. */
    METHOD_NOT_ALLOWED(405),
    /** The answer can't be had as any of the types that were asked for. */
    NOT_ACCEPTABLE(406),
    /** What is asked for can't be done as things stand. */
    CONFLICT(409),
    /** Somebody changed it since it was read. */
    CHANGED_MEANWHILE(412),
    /** A body above the limit. */
    BODY_TOO_LARGE(413),
    /** A body that is no JSON. */
    MEDIA_TYPE_UNSUPPORTED(415),
    /** Parameters, or fields of the body, that can't be right. */
    REQUEST_INVALID(400),
    /** A cursor of another list, or of one that is gone. */
    CURSOR_INVALID(400),
    /** More requests than the limit. */
    TOO_MANY_REQUESTS(429),
    /** A fault of Rapport's own; the server's log has the details. */
    INTERNAL(500),
    /** The state database does not answer. */
    STATE_AWAY(503);

    private final int status;

    ApiError(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    @Override
    public Kind kind() {
        return this == INTERNAL ? Kind.INTERNAL : this == STATE_AWAY ? Kind.RESOURCES : Kind.USER;
    }

    @Override
    public boolean retryable() {
        return this == TOO_MANY_REQUESTS || this == STATE_AWAY;
    }
}
