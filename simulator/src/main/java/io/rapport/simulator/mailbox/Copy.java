package io.rapport.simulator.mailbox;

import io.rapport.simulator.mail.Email;

/**
 * An email as it lies in one mailbox.
 *
 * @param email of which it is a copy
 * @param key its own, within its mailbox
 * @param isSent whether its owner sent it
 * @param fate what happens to it
 */
record Copy(Email email, long key, boolean isSent, Fate fate) {

    long receivedSecond() {
        return fate.createdSecond();
    }
}
