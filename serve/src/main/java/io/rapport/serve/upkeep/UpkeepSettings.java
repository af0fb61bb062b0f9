package io.rapport.serve.upkeep;

import io.rapport.core.error.RapportException;
import io.rapport.serve.setting.Settings;
import java.time.Instant;

/** What an administrator chose about how long things are kept. Thread-safe. */
public final class UpkeepSettings {

    private static final String MONTHS = "retention-months";
    private static final String SINCE = "upkeep-since";

    private final Settings settings;

    public UpkeepSettings(Settings settings) {
        this.settings = settings;
    }

    /** {@link KeptFor#USUAL} unless somebody chose. */
    public KeptFor keptFor() {
        return settings.find(MONTHS).map(KeptFor::parse).orElse(KeptFor.USUAL);
    }

    /** @throws RapportException {@link UpkeepError#RETENTION_SETTING} */
    public void setMonths(String typed) {
        settings.set(MONTHS, Integer.toString(KeptFor.parse(typed).months()));
    }

    /** When a server first looked whether upkeep is due; kept by the first call. */
    Instant since(Instant now) {
        return Instant.parse(settings.keep(SINCE, now.toString()));
    }
}
