package io.rapport.serve.connection;

import io.rapport.connect.consent.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the last look at each connection's permissions found, for a day, in this process. Thread-safe. */
public final class LastFindings {

    private static final Duration LIFE = Duration.ofDays(1);

    private record Look(Instant at, List<Finding> findings) {}

    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    public void keep(String connection, List<Finding> findings, Instant now) {
        looks.values().removeIf(look -> look.at().isBefore(now.minus(LIFE)));
        looks.put(connection, new Look(now, List.copyOf(findings)));
    }

    /** None where nobody looked. */
    public List<Finding> find(String connection) {
        Look look = looks.get(connection);
        return look == null ? List.of() : look.findings();
    }
}
