package io.rapport.simulator.mailbox;

import io.rapport.simulator.company.Party;
import io.rapport.simulator.company.Wording;
import io.rapport.simulator.mail.Email;
import java.time.Instant;
import java.util.List;

/**
 * A copy of an email in a mailbox, as it is at one instant.
 *
 * @param id within the mailbox, the same in every folder
 * @param conversationId as this mailbox names the conversation
 * @param folder where it lies
 * @param folderId the folder's id within the mailbox
 * @param email what was sent; its bcc is for {@link #bcc()} to tell
 * @param isSent whether the mailbox's owner sent it
 * @param received when it came, and was created
 * @param lastModified when it last changed
 * @param isRead whether it has been read
 * @param version a number that differs between two versions of the message
 */
public record Message(
        String id,
        String conversationId,
        Folder folder,
        String folderId,
        Email email,
        boolean isSent,
        Instant received,
        Instant lastModified,
        boolean isRead,
        long version) {

    /** The Message-ID header: the same in every copy. */
    public String internetMessageId() {
        return email.internetMessageId();
    }

    public Instant sent() {
        return Instant.ofEpochSecond(email.sentSecond());
    }

    /** Known in the sender's copy only. */
    public List<Party> bcc() {
        return isSent || isDraft() ? email.bcc() : List.of();
    }

    public boolean isDraft() {
        return email.kind() == Email.Kind.DRAFT;
    }

    /** {@code inferenceClassification}: focused, else other. */
    public boolean isFocused() {
        return switch (email.kind()) {
            case NEWSLETTER, JUNK -> false;
            default -> true;
        };
    }

    /** Private: what must not land. */
    public String subject() {
        return (email.place() > 0 ? "RE: " : "")
                + Wording.subject(email.conversation().low());
    }

    /** Private: what must not land. */
    public String body() {
        return Wording.body(email.key());
    }
}
