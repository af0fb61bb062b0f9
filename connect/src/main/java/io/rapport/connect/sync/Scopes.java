package io.rapport.connect.sync;

import io.rapport.core.landing.Checkpoint;

/**
 * Under which names a connection's checkpoints rest. Links of folders hold a position in the mailbox and no right to
 * read it: without the app's credential they are good for nothing, so they rest as they are; they are never shown.
 *
 * @param connection its id: a later connection of the same name begins anew
 */
public record Scopes(String connection) {

    /** What all of them begin with. */
    public String all() {
        return "graph/" + connection;
    }

    /** The state of each mailbox that was ever looked at: id to a word of {@code MailboxState} and perhaps a code. */
    public String mailboxes() {
        return "graph/" + connection + "/mailbox";
    }

    /** How far each folder of a mailbox was read: id to link. */
    String folders(String mailbox) {
        return "graph/" + connection + "/mail/" + mailbox;
    }

    /** Which round may commit. */
    Checkpoint round(String id) {
        return new Checkpoint("graph/" + connection, "round", id);
    }
}
