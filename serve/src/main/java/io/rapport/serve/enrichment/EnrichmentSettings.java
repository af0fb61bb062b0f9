package io.rapport.serve.enrichment;

import io.rapport.core.error.RapportException;
import io.rapport.serve.setting.Settings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** What an administrator chose for all enrichments. Thread-safe. */
public final class EnrichmentSettings {

    public static final int MOST_DELAY_HOURS = 168;
    private static final int USUAL_DELAY_HOURS = 6;
    private static final Schedule USUAL_SCHEDULE = Schedule.find("daily 06:00").orElseThrow();
    private static final String DELAY = "first-run-delay-hours";
    private static final String SCHEDULE = "schedule";
    private static final String ZONE = "time-zone";
    private static final String PRIMARY = "primary-enrichment";

    private final Settings settings;

    public EnrichmentSettings(Settings settings) {
        this.settings = settings;
    }

    /** How long after consent the first run begins by itself. */
    public Duration firstRunDelay() {
        return Duration.ofHours(settings.find(DELAY).map(Integer::parseInt).orElse(USUAL_DELAY_HOURS));
    }

    /** When new enrichments run, unless somebody says otherwise. */
    public Schedule schedule() {
        return settings.find(SCHEDULE).flatMap(Schedule::find).orElse(USUAL_SCHEDULE);
    }

    /** The zone of new enrichments, unless somebody says otherwise. */
    public ZoneId timeZone() {
        return settings.find(ZONE).map(ZoneId::of).orElse(ZoneId.of("UTC"));
    }

    /** The output table that pages show unless another one is chosen; empty for the first that was delivered. */
    public Optional<String> findPrimary() {
        return settings.find(PRIMARY);
    }

    public void setPrimary(String output) {
        settings.set(PRIMARY, output);
    }

    void clearPrimary(String output) {
        if (findPrimary().filter(output::equals).isPresent()) {
            settings.clear(PRIMARY);
        }
    }

    /** @throws RapportException {@link EnrichmentError#ENRICHMENT_INVALID}, with everything that is wrong */
    public void set(String delayHours, String schedule, String zone) {
        StringBuilder wrong = new StringBuilder();
        boolean isDelay = delayHours.matches("[0-9]{1,3}") && Integer.parseInt(delayHours) <= MOST_DELAY_HOURS;
        if (!isDelay) {
            wrong.append("The delay of the first run is a whole number of hours from 0 to ")
                    .append(MOST_DELAY_HOURS)
                    .append(". ");
        }
        Optional<Schedule> read = Schedule.find(schedule);
        if (read.isEmpty()) {
            wrong.append(SCHEDULE_RULE).append(' ');
        }
        Optional<ZoneId> found = findZone(zone);
        if (found.isEmpty()) {
            wrong.append(ZONE_RULE).append(' ');
        }
        if (!isDelay || read.isEmpty() || found.isEmpty()) {
            throw new RapportException(
                    EnrichmentError.ENRICHMENT_INVALID, wrong.toString().strip());
        }
        settings.set(DELAY, delayHours);
        settings.set(SCHEDULE, read.get().text());
        settings.set(ZONE, found.get().getId());
    }

    /** What a schedule has to be, for people. */
    public static final String SCHEDULE_RULE =
            "A schedule is a day and one to four times, such as 06:00 18:30, in 24 hours.";

    /** What a time zone has to be, for people. */
    public static final String ZONE_RULE = "A time zone is a name such as Europe/London.";

    /** A zone by its name in the zone database. */
    public static Optional<ZoneId> findZone(String name) {
        try {
            return ZoneId.getAvailableZoneIds().contains(name.strip())
                    ? Optional.of(ZoneId.of(name.strip()))
                    : Optional.empty();
        } catch (DateTimeException noZone) {
            return Optional.empty();
        }
    }
}
