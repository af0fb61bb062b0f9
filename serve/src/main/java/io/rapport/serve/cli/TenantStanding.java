package io.rapport.serve.cli;

import io.rapport.serve.connection.GraphConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a connected tenant stands: whose mailboxes are read, why others are not, and how long ago that was. */
final class TenantStanding {

    private static final String READ = "OK";

    private final GraphConnection tenant;
    private final Map<String, String> mailboxes;
    private final Instant now;

    /** @param mailboxes what the last rounds said of each: id of its owner to a state, and perhaps Microsoft's code */
    TenantStanding(GraphConnection tenant, Map<String, String> mailboxes, Instant now) {
        this.tenant = tenant;
        this.mailboxes = mailboxes;
        this.now = now;
    }

    long read() {
        return mailboxes.values().stream().filter(READ::equals).count();
    }

    long others() {
        return mailboxes.size() - read();
    }

    /** Since the last sync that came to its end; empty where none did. */
    Optional<Duration> findLag() {
        Instant synced = tenant.syncedAt();
        return synced == null ? Optional.empty() : Optional.of(Duration.between(synced, now));
    }

    /** {@code 3 h ago}, {@code never}. */
    String lagWords() {
        return findLag().map(TenantStanding::ago).orElse("never");
    }

    private static String ago(Duration lag) {
        long minutes = Math.max(0, lag.toMinutes());
        return minutes < 120
                ? minutes + " min ago"
                : minutes < 48 * 60 ? minutes / 60 + " h ago" : minutes / 1_440 + " days ago";
    }

    /** How many mailboxes are not read, by the reason: {@code no mailbox (MailboxNotEnabledForRESTAPI)}. */
    Map<String, Long> reasons() {
        Map<String, Long> reasons = new TreeMap<>();
        mailboxes.values().stream()
                .filter(state -> !READ.equals(state))
                .map(TenantStanding::words)
                .forEach(reason -> reasons.merge(reason, 1L, Long::sum));
        return reasons;
    }

    private static String words(String state) {
        String[] parts = state.split(" ", 2);
        String word = parts[0].toLowerCase(Locale.ROOT).replace('_', ' ');
        return parts.length == 1 ? word : word + " (" + parts[1] + ")";
    }

    /** For people, below the connection's name. */
    List<String> lines() {
        long all = mailboxes.size();
        String coverage = all == 0
                ? "no mailbox was looked at yet"
                : Words.count(read()) + " of " + Words.many(all, "mailbox") + " read";
        return Stream.concat(
                        Stream.of(coverage + "; last sync " + lagWords()),
                        reasons().entrySet().stream()
                                .map(reason -> "not read: " + Words.many(reason.getValue(), "mailbox") + ", "
                                        + reason.getKey()))
                .toList();
    }

    /** Into a JSON object. */
    void addTo(Map<String, @Nullable Object> fields) {
        Map<String, Long> states = new TreeMap<>();
        mailboxes.values().forEach(state -> states.merge(state.split(" ", 2)[0], 1L, Long::sum));
        fields.put("syncedAt", tenant.syncedAt());
        fields.put("lagSeconds", findLag().map(Duration::toSeconds).orElse(null));
        fields.put("mailboxes", states);
        fields.put("notRead", new LinkedHashMap<>(reasons()));
    }
}
