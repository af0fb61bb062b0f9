package io.rapport.connect.mailbox;

/** What became of a mailbox in a round; people read of it, and valid users are counted by it. */
public enum MailboxState {
    /** Read to its end. */
    OK,
    /** Not asked: the account may not sign in. */
    DISABLED,
    /** Not asked: no plan of Exchange. */
    NOT_LICENSED,
    /** Not asked: a guest, whose mailbox is elsewhere. */
    GUEST,
    /** Not asked: in an excluded group, or not selected. */
    NOT_SELECTED,
    /** There is none in Exchange Online: inactive, on-premises, or not there yet. */
    NO_MAILBOX,
    /** A policy of the tenant shuts the app out of it. */
    DENIED,
    /** Its owner is no longer in the directory. */
    GONE,
    /** It failed again and again; tried anew in the next round. */
    SET_ASIDE;

    /** Whether a request was made. */
    public boolean isAsked() {
        return switch (this) {
            case OK, NO_MAILBOX, DENIED, SET_ASIDE -> true;
            case DISABLED, NOT_LICENSED, GUEST, NOT_SELECTED, GONE -> false;
        };
    }
}
