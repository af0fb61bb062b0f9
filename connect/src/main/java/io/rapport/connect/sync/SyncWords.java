package io.rapport.connect.sync;

import io.rapport.connect.graph.Traffic;
import io.rapport.connect.mailbox.MailboxContent;
import io.rapport.core.dataset.Dataset;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a round is, in words. */
final class SyncWords {

    private static final Duration WORTH_SAYING = Duration.ofSeconds(1);

    private SyncWords() {}

    static String task(
            String connection, Set<MailboxContent> contents, Map<Dataset, Long> items, Traffic traffic, Duration left) {
        String read = contents.stream()
                .sorted()
                .map(content -> String.format(
                        Locale.ROOT, "%,d %ss", items.getOrDefault(content.dataset(), 0L), content.word()))
                .collect(Collectors.joining(", "));
        String text = String.format(Locale.ROOT, "Syncing %s: %s, %,d requests", connection, read, traffic.requests());
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
