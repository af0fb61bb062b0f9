package io.rapport.simulator.graph.call;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Generations of what delta links stand for: a new one expires every link of those before. Thread-safe. */
public final class SyncStates {

    private final AtomicInteger directory = new AtomicInteger();
    private final Map<String, Integer> mailboxes = new ConcurrentHashMap<>();

    public int ofDirectory() {
        return directory.get();
    }

    /** @param person object id */
    public int ofMailbox(String person) {
        return mailboxes.getOrDefault(person, 0);
    }

    /** Expires the links of users and groups. */
    public void expireDirectory() {
        directory.incrementAndGet();
    }

    /** Expires all links of a mailbox. */
    public void expireMailbox(String person) {
        mailboxes.merge(person, 1, Integer::sum);
    }
}
