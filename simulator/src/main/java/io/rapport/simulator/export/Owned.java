package io.rapport.simulator.export;

import io.rapport.simulator.company.Person;

/**
 * Something that lies in a mailbox, and whose mailbox it is.
 *
 * @param owner the mailbox's
 * @param thing the message, event, contact or signal
 */
record Owned<T>(Person owner, T thing) {}
