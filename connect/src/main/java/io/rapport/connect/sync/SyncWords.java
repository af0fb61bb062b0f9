package io.rapport.connect.sync;

import io.rapport.connect.graph.Traffic;
import java.time.Duration;
import java.util.Locale;

/** How far a round is, in words. */
final class SyncWords {

    private static final Duration WORTH_SAYING = Duration.ofSeconds(1);

    private SyncWords() {}

    static String task(String connection, long messages, Traffic traffic, Duration left) {
        String text = String.format(
                Locale.ROOT, "Syncing %s: %,d messages, %,d requests", connection, messages, traffic.requests());
        if (traffic.throttled().compareTo(WORTH_SAYING) >= 0) {
            text += ", throttled for " + span(traffic.throttled());
        }
        return left.compareTo(WORTH_SAYING) < 0 ? text : text + ", about " + span(left) + " to go";
    }

    private static String span(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 120
                ? seconds + " s"
                : seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
    }
}
