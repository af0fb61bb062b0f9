package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.company.Person;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.mailbox.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The mailboxes that were asked last. Each is opened once, a little beyond the present, and again when time has gone past
 * that. Thread-safe.
 */
public final class OpenMailboxes {

    private static final int OPEN = 64;
    private static final Duration AHEAD = Duration.ofHours(6);

    private final Correspondences correspondences;
    private final Map<Integer, CompletableFuture<Mailbox>> open = new LinkedHashMap<>(2 * OPEN, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, CompletableFuture<Mailbox>> eldest) {
            return size() > OPEN;
        }
    };

    public OpenMailboxes(Correspondences correspondences) {
        this.correspondences = correspondences;
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
                open.put(owner.index(), opening);
                found = opening;
            }
        }
        if (found == opening) {
            try {
                opening.complete(Mailbox.open(correspondences, owner, at.plus(AHEAD)));
            } catch (RuntimeException | Error broken) {
                opening.completeExceptionally(broken);
                throw broken;
            }
        }
        Mailbox mailbox = found.join();
        return mailbox.until().isBefore(at) ? Mailbox.open(correspondences, owner, at.plus(AHEAD)) : mailbox;
    }
}
