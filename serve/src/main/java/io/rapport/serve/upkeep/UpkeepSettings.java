package io.rapport.serve.upkeep;

import io.rapport.core.error.RapportException;
import io.rapport.serve.setting.Settings;
import java.time.Instant;

/** What an administrator chose about how long things are kept. Thread-safe. */
public final class UpkeepSettings {

    private static final String MONTHS = "retention-months";
    private static final String RUNS = "retention-runs";
    private static final int USUAL_RUNS = 30;
    private static final int LEAST_RUNS = 2;
    private static final int MOST_RUNS = 10_000;
    private static final String SINCE = "upkeep-since";
    private static final String NOTICE = "retention-notice-since";

    private final Settings settings;

    public UpkeepSettings(Settings settings) {
        this.settings = settings;
    }

    /** {@link KeptFor#USUAL} unless somebody chose. */
    public KeptFor keptFor() {
        return settings.find(MONTHS).map(KeptFor::parse).orElse(KeptFor.USUAL);
    }

    /** Whether somebody chose how many months are kept. */
    boolean isChosen() {
        return settings.find(MONTHS).isPresent();
    }

    /** When a server first saw that months would leave; kept by the first call. */
    Instant noticeSince(Instant now) {
        return Instant.parse(settings.keep(NOTICE, now.toString()));
    }

    /** How many of the latest runs of each output table keep their tables; 30 unless somebody chose. */
    public int keptRuns() {
        return settings.find(RUNS).map(Integer::parseInt).orElse(USUAL_RUNS);
    }

    /** @throws RapportException {@link UpkeepError#RETENTION_SETTING}; nothing is kept then */
    public void set(String months, String runs) {
        KeptFor keptFor = KeptFor.parse(months);
        String typed = runs.strip();
        if (!typed.matches("[0-9]{1,5}")
                || Integer.parseInt(typed) < LEAST_RUNS
                || Integer.parseInt(typed) > MOST_RUNS) {
            throw new RapportException(
                    UpkeepError.RETENTION_SETTING,
                    "The tables of \"" + typed + "\" runs can't be kept. That is a whole number from " + LEAST_RUNS
                            + " to " + MOST_RUNS + ".");
        }
        settings.set(MONTHS, Integer.toString(keptFor.months()));
        settings.set(RUNS, Integer.toString(Integer.parseInt(typed)));
    }

    /** When a server first looked whether upkeep is due; kept by the first call. */
    Instant since(Instant now) {
        return Instant.parse(settings.keep(SINCE, now.toString()));
    }
}
