package io.rapport.simulator.mail;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.company.Party;
import java.util.List;

/**
 * One email, as its sender sent it; copies of it lie in mailboxes. Bcc is known to the sender alone.
 *
 * @param kind what it is
 * @param key its own, and the source of everything else that is made up about it
 * @param conversation to which it belongs
 * @param place its place in its thread, from 0
 * @param sentSecond when, in seconds since 1970
 * @param from from whom it is
 * @param sender who sent it: somebody else where it is from a shared mailbox
 * @param to recipients
 * @param cc recipients of a copy
 * @param bcc recipients whom the others don't see
 */
public record Email(
        Kind kind,
        long key,
        Conversation conversation,
        int place,
        long sentSecond,
        Party from,
        Party sender,
        List<Party> to,
        List<Party> cc,
        List<Party> bcc) {

    private static final int ATTACHMENTS_PER_MILLE = 170;
    private static final int IMPORTANT_PER_MILLE = 30;

    /** What an email is. */
    public enum Kind {
        /** Between a customer and the people who look after it. */
        ACCOUNT,
        /** Among colleagues. */
        INTERNAL,
        /** To a whole list. */
        ANNOUNCEMENT,
        /** One way, to many, from a customer or anybody else outside. */
        NEWSLETTER,
        /** With strangers. */
        STRANGER,
        /** Nobody asked for it. */
        JUNK,
        /** Begun and not sent. */
        DRAFT
    }

    /** The Message-ID header: the same in every copy. */
    public String internetMessageId() {
        String hex = Long.toHexString(key) + Long.toHexString(conversation.low());
        String address = from.address();
        return "<" + hex + "@mail." + address.substring(address.indexOf('@') + 1) + ">";
    }

    public boolean hasAttachments() {
        return kind != Kind.NEWSLETTER && Chance.isWithin(Chance.mix(key, 31), ATTACHMENTS_PER_MILLE);
    }

    public boolean isImportant() {
        return Chance.isWithin(Chance.mix(key, 32), IMPORTANT_PER_MILLE);
    }
}
