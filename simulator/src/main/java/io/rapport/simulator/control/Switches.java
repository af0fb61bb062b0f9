package io.rapport.simulator.control;

/** What can be switched in the tenant from outside, besides the clock and the faults. */
public interface Switches {

    /** An administrator consents to all that the app registered. */
    void grantConsent(String clientId);

    /** The app gets no permission with its next token. */
    void withdrawConsent(String clientId);

    /** Expires the delta links of a mailbox, or with an empty name those of users and groups. */
    void expireSyncState(String mailbox);

    /**
     * Limits requests from now on.
     *
     * @param factor of the documented limits
     */
    void throttle(double factor);
}
