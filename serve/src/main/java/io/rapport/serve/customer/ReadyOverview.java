package io.rapport.serve.customer;

import io.rapport.core.error.RapportException;
import java.util.concurrent.Executor;

/** Reads what Home says of the latest run before somebody opens it, so that nobody waits. Thread-safe. */
public final class ReadyOverview {

    private final ServedRuns runs;
    private final Overviews overviews;
    private final Executor later;

    /** @param later who reads it */
    public ReadyOverview(ServedRuns runs, Overviews overviews, Executor later) {
        this.runs = runs;
        this.overviews = overviews;
        this.later = later;
    }

    /** Begins to read that of the output table that is shown first; what can't be read is said to whoever asks for it. */
    public void prepare() {
        later.execute(() -> {
            try {
                runs.outputs().stream().findFirst().flatMap(runs::findLatest).ifPresent(overviews::of);
            } catch (RapportException unreadable) {
                // Whoever opens the page hears of it.
            }
        });
    }
}
