package io.rapport.connect.consent;

/**
 * What is known of one permission.
 *
 * @param permission its name
 * @param state whether it is there
 * @param text for people: why it is needed, or what to do
 */
public record Finding(String permission, State state, String text) {

    /** Whether a permission is there. */
    public enum State {
        /** A call that needs it succeeded. */
        WORKING,
        /** A call that needs it was refused. */
        MISSING,
        /** No call could tell: there was no mailbox to try. */
        UNKNOWN,
        /** Granted, and not needed. */
        TOO_MUCH
    }
}
