package io.rapport.serve.upkeep;

import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Supplier;

/**
 * Has the lake kept up once a night; a night that the server slept through is made up for when it is back. Not in the first
 * hours of a home: nothing leaves before an administrator had until the night to say how long it is kept.
 */
public final class UpkeepRound {

    /** There is one lake in a home. */
    public static final String SUBJECT = "the lake";

    private static final LocalTime AT = LocalTime.of(2, 0);
    private static final String WHO = "the schedule";

    private final UpkeepSettings settings;
    private final Jobs jobs;
    private final InstantSource instants;
    private final Supplier<ZoneId> zone;

    public UpkeepRound(UpkeepSettings settings, Jobs jobs, InstantSource instants, Supplier<ZoneId> zone) {
        this.settings = settings;
        this.jobs = jobs;
        this.instants = instants;
        this.zone = zone;
    }

    public void round(Workshop workshop) {
        if (isDue()) {
            Job unused = workshop.request(JobKind.UPKEEP, SUBJECT, WHO);
        }
    }

    boolean isDue() {
        Instant now = instants.instant();
        if (jobs.findOpen(JobKind.UPKEEP, SUBJECT).isPresent()) {
            return false;
        }
        Instant since =
                jobs.findLast(JobKind.UPKEEP, SUBJECT).map(Job::requestedAt).orElseGet(() -> settings.since(now));
        return lastNight(now).isAfter(since);
    }

    private Instant lastNight(Instant now) {
        ZonedDateTime local = now.atZone(zone.get());
        ZonedDateTime tonight = local.toLocalDate().atTime(AT).atZone(local.getZone());
        return (tonight.isAfter(local) ? tonight.minusDays(1) : tonight).toInstant();
    }

    /** Whose nights count. */
    public ZoneId zone() {
        return zone.get();
    }

    /** When it is due next. */
    public Instant next() {
        ZonedDateTime local = instants.instant().atZone(zone.get());
        ZonedDateTime tonight = local.toLocalDate().atTime(AT).atZone(local.getZone());
        return (tonight.isAfter(local) ? tonight : tonight.plusDays(1)).toInstant();
    }
}
