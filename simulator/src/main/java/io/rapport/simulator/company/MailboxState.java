package io.rapport.simulator.company;

/** What of a mailbox there is. */
public enum MailboxState {
    /** In the cloud and in use. */
    ACTIVE,
    /** Kept on the company's own servers: neither Graph nor exports reach it. */
    ON_PREMISES,
    /** There never was one, for want of a licence. */
    NONE,
    /** The licence was taken away: it can be had back for a while, and can't be read. */
    SOFT_DELETED
}
