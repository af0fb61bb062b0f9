package io.rapport.simulator.mailbox;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.mail.Email;
import io.rapport.simulator.meeting.Answer;
import io.rapport.simulator.meeting.Meeting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** In which mailboxes copies of an email or a meeting lie. Immutable and thread-safe. */
public final class Delivery {

    static final int SLOWEST = 20;

    private static final int SENT = 1;
    private static final int RECEIVED = 2;

    private final Company company;

    public Delivery(Company company) {
        this.company = company;
    }

    /**
     * What of an email somebody has.
     *
     * @param isSent whether it is the sender's own copy
     * @param received when it came
     */
    public record Kept(boolean isSent, Instant received) {}

    /** The copies that somebody has at an instant, in folders that connectors read: none, one, or two where one writes to oneself. */
    public List<Kept> kept(Email email, int owner, Instant at) {
        long second = at.getEpochSecond();
        List<Kept> kept = new ArrayList<>(1);
        copies(email, owner, false, copy -> {
            Fate fate = copy.fate();
            if (fate.isThere(second) && fate.folder(second) != Folder.JUNK_EMAIL) {
                kept.add(new Kept(copy.isSent(), Instant.ofEpochSecond(copy.receivedSecond())));
            }
        });
        return kept;
    }

    /**
     * What of a meeting somebody has.
     *
     * @param isOrganizer whether it is the organizer's own copy
     * @param answer what the owner has answered
     */
    public record KeptEvent(boolean isOrganizer, Answer answer) {}

    /** The copy that somebody has in the calendar at an instant. */
    public Optional<KeptEvent> findKept(Meeting meeting, int owner, Instant at) {
        long second = at.getEpochSecond();
        return EventCopy.find(company, owner, meeting)
                .filter(copy -> copy.isThere(second))
                .map(copy -> new KeptEvent(copy.isOrganizer(), copy.own().answer(second)));
    }

    void copies(Email email, int owner, boolean hasOwnFolders, Consumer<Copy> to) {
        Party sender = email.sender();
        if (sender.kind() == Party.Kind.PERSON && sender.index() == owner) {
            long key = Chance.mix(email.key(), owner, SENT);
            to.accept(new Copy(email, key, true, Fate.ofSent(email.sentSecond(), hasOwnFolders, new Draws(key))));
        }
        if (isAmong(email.to(), email, owner)
                || isAmong(email.cc(), email, owner)
                || isAmong(email.bcc(), email, owner)) {
            long key = Chance.mix(email.key(), owner, RECEIVED);
            Draws draws = new Draws(key);
            long received = email.sentSecond() + draws.between(1, SLOWEST);
            to.accept(new Copy(email, key, false, Fate.ofReceived(email.kind(), received, hasOwnFolders, draws)));
        }
    }

    private boolean isAmong(List<Party> recipients, Email email, int owner) {
        for (int i = 0; i < recipients.size(); i++) {
            Party recipient = recipients.get(i);
            if (recipient.kind() == Party.Kind.PERSON && recipient.index() == owner) {
                return true;
            }
            if (recipient.kind() == Party.Kind.LIST
                    && company.lists().get(recipient.index()).reaches(owner)
                    && company.canMail(owner, email.sentSecond())) {
                return true;
            }
        }
        return false;
    }
}
