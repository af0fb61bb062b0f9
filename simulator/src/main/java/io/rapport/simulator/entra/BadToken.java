package io.rapport.simulator.entra;

/** An access token that Graph doesn't accept; the message is the one that Graph answers with. */
public final class BadToken extends RuntimeException {

    BadToken(String message) {
        super(message, null, false, false);
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
