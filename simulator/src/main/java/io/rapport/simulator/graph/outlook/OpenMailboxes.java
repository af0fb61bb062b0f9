package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.company.Person;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.mailbox.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The mailboxes that were asked last, as many as half of the memory holds. Each is opened once, a little beyond the present,
 * and again when time has gone past that. Thread-safe.
 */
public final class OpenMailboxes {

    /** What a message in an open mailbox takes, about. */
    private static final long MESSAGE_BYTES = 400;

    private static final Duration AHEAD = Duration.ofHours(6);

    private final Correspondences correspondences;
    private final long mostMessages;
    /** The one that was asked last is the last one. */
    private final Map<Integer, CompletableFuture<Mailbox>> open = new LinkedHashMap<>(64, 0.75f, true);

    private long messages;

    public OpenMailboxes(Correspondences correspondences) {
        this(correspondences, Runtime.getRuntime().maxMemory() / 2 / MESSAGE_BYTES);
    }

    /** @param mostMessages how many messages all open mailboxes may hold, but for the one that was opened last */
    OpenMailboxes(Correspondences correspondences, long mostMessages) {
        this.correspondences = correspondences;
        this.mostMessages = mostMessages;
    }

    /** @param at until when it has to be known */
    Mailbox of(Person owner, Instant at) {
        CompletableFuture<Mailbox> opening = new CompletableFuture<>();
        CompletableFuture<Mailbox> found;
        synchronized (open) {
            found = open.get(owner.index());
            boolean isTooOld = found != null
                    && found.isDone()
                    && !found.isCompletedExceptionally()
                    && found.join().until().isBefore(at);
            if (found == null || isTooOld || found.isCompletedExceptionally()) {
                messages -= size(open.put(owner.index(), opening));
                found = opening;
            }
        }
        if (found == opening) {
            try {
                Mailbox mailbox = Mailbox.open(correspondences, owner, at.plus(AHEAD));
                synchronized (open) {
                    opening.complete(mailbox);
                    makeRoom(owner.index(), opening);
                }
            } catch (RuntimeException | Error broken) {
                opening.completeExceptionally(broken);
                throw broken;
            }
        }
        Mailbox mailbox = found.join();
        return mailbox.until().isBefore(at) ? Mailbox.open(correspondences, owner, at.plus(AHEAD)) : mailbox;
    }

    /** Closes what was asked longest ago, now that one more is open. */
    private void makeRoom(int opened, CompletableFuture<Mailbox> opening) {
        if (open.get(opened) != opening) {
            return;
        }
        messages += size(opening);
        Iterator<CompletableFuture<Mailbox>> eldest = open.values().iterator();
        while (messages > mostMessages && eldest.hasNext()) {
            CompletableFuture<Mailbox> one = eldest.next();
            if (one != opening && one.isDone()) {
                messages -= size(one);
                eldest.remove();
            }
        }
    }

    /** How many messages it holds; none yet while it is being opened. */
    private static long size(@Nullable CompletableFuture<Mailbox> mailbox) {
        return mailbox != null && mailbox.isDone() && !mailbox.isCompletedExceptionally()
                ? mailbox.join().size()
                : 0;
    }
}
