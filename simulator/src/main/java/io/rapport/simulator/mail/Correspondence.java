package io.rapport.simulator.mail;

import java.util.function.Consumer;

/** Some people's mail with each other. Thread-safe; the same month is always the same. */
public sealed interface Correspondence permits AccountMail, GroupMail, ListMail, NewsletterMail, StrangerMail {

    /** For everybody: no mailbox in particular. */
    int EVERYBODY = -1;

    /** How long after its month a thread that began in it may still be answered. */
    int LONGEST_THREAD_DAYS = 40;

    /**
     * The threads that begin in a month, each email once, the emails of a thread in their order.
     *
     * @param month counted from the company's first, which is 0
     * @param person whose mailbox it is for: emails that can't reach it may be left out; or {@link #EVERYBODY}
     */
    void emails(int month, int person, Consumer<Email> to);
}
