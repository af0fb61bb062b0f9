package io.rapport.serve.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Progress where nobody watches a terminal: a plain line, at most every two seconds, none for short work. */
final class ProgressLines implements ProgressView {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PrintStream err;
    private final InstantSource instants;
    private Instant last;

    ProgressLines(PrintStream err, InstantSource instants) {
        this.err = err;
        this.instants = instants;
        this.last = instants.instant();
    }

    @Override
    public synchronized void report(String task, long done, long total) {
        Instant now = instants.instant();
        if (Duration.between(last, now).compareTo(PAUSE) >= 0) {
            last = now;
            err.print(text(task, done, total) + "\n");
        }
    }

    private static String text(String task, long done, long total) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s: %,d", task, done);
        }
        return String.format(Locale.ROOT, "%s: %,d of %,d (%d %%)", task, done, total, 100 * done / total);
    }

    @Override
    public void close() {
        // Lines stay.
    }
}
