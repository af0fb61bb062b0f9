package io.rapport.serve.enrichment;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.run.RunLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people do with enrichments: save, agree, run, stop, take back, delete. What has to follow is a job or a row of the
 * state database, so that it happens whatever becomes of this process. Thread-safe.
 */
public final class Lifecycle {

    private static final List<EnrichmentState> UNDECIDED =
            List.of(EnrichmentState.WAITING_FOR_CONSENT, EnrichmentState.DECLINED, EnrichmentState.WITHDRAWN);

    private final Enrichments enrichments;
    private final EnrichmentSettings settings;
    private final RunLog runs;
    private final Jobs jobs;
    private final Workshop workshop;
    private final ConsentLetters letters;
    private final InstantSource instants;

    public Lifecycle(
            Enrichments enrichments,
            EnrichmentSettings settings,
            RunLog runs,
            Jobs jobs,
            Workshop workshop,
            ConsentLetters letters,
            InstantSource instants) {
        this.enrichments = enrichments;
        this.settings = settings;
        this.runs = runs;
        this.jobs = jobs;
        this.workshop = workshop;
        this.letters = letters;
        this.instants = instants;
    }

    /**
     * Saves a new enrichment and asks the administrators for consent.
     *
     * @param groups those of its addresses that are groups
     * @throws RapportException {@link EnrichmentError#NAME_TAKEN}
     */
    public Enrichment save(SpecFields fields, List<Address> groups, String who) {
        String output = fields.value(SpecFields.OUTPUT);
        if (runs.list().stream().anyMatch(run -> run.request().output().equalsIgnoreCase(output))) {
            throw new RapportException(
                    EnrichmentError.NAME_TAKEN,
                    "There is a table " + output + " already, which a run on the command line wrote. Choose another"
                            + " name.");
        }
        Enrichment saved = enrichments.add(fields, groups, who);
        letters.ask(saved.id());
        return saved;
    }

    /** Changes one; where it counts other things than were agreed to, it waits for consent again. */
    public Enrichment change(Enrichment before, SpecFields fields, List<Address> groups, String who) {
        boolean isAgreedTo = fields.countsTheSameAs(before.fields());
        Enrichment changed = enrichments.change(before.id(), fields, groups, who, !isAgreedTo);
        if (!isAgreedTo) {
            stop(changed);
            letters.ask(changed.id());
        } else if (changed.state() == EnrichmentState.ACTIVE && hasRun(changed)) {
            enrichments.move(
                    changed.id(),
                    List.of(EnrichmentState.ACTIVE),
                    EnrichmentState.ACTIVE,
                    changed.schedule()
                            .next(instants.instant(), changed.timeZone())
                            .orElse(null));
        }
        return changed;
    }

    /** From now on it runs; says whether it waited for that. */
    public boolean agree(Enrichment enrichment, String who) {
        return enrichments.decide(
                enrichment.id(),
                UNDECIDED,
                EnrichmentState.ACTIVE,
                instants.instant().plus(settings.firstRunDelay()),
                who);
    }

    public boolean decline(Enrichment enrichment, String who) {
        return enrichments.decide(
                enrichment.id(), List.of(EnrichmentState.WAITING_FOR_CONSENT), EnrichmentState.DECLINED, null, who);
    }

    /** Takes consent back: what runs is stopped, what it had come to is deleted by a job. */
    public boolean withdraw(Enrichment enrichment, String who) {
        if (!enrichments.decide(
                enrichment.id(),
                List.of(EnrichmentState.ACTIVE, EnrichmentState.DEACTIVATED, EnrichmentState.WAITING_FOR_CONSENT),
                EnrichmentState.WITHDRAWN,
                null,
                who)) {
            return false;
        }
        remove(enrichment, who);
        return true;
    }

    /** Asks the administrators once more. */
    public boolean askAgain(Enrichment enrichment) {
        boolean isAsked = enrichments.move(enrichment.id(), UNDECIDED, EnrichmentState.WAITING_FOR_CONSENT, null);
        if (isAsked) {
            letters.ask(enrichment.id());
        }
        return isAsked;
    }

    public boolean deactivate(Enrichment enrichment) {
        boolean isAtRest =
                enrichments.move(enrichment.id(), List.of(EnrichmentState.ACTIVE), EnrichmentState.DEACTIVATED, null);
        if (isAtRest) {
            stop(enrichment);
        }
        return isAtRest;
    }

    public boolean activate(Enrichment enrichment) {
        Instant now = instants.instant();
        return enrichments.move(
                enrichment.id(),
                List.of(EnrichmentState.DEACTIVATED),
                EnrichmentState.ACTIVE,
                hasRun(enrichment)
                        ? enrichment.schedule().next(now, enrichment.timeZone()).orElse(null)
                        : firstRun(enrichment, now));
    }

    /** Begins a deletion: from now on it runs no more, and a job deletes what it had come to. */
    public boolean delete(Enrichment enrichment, String who) {
        boolean isGoing = enrichments.move(
                enrichment.id(),
                List.of(
                        EnrichmentState.WAITING_FOR_CONSENT,
                        EnrichmentState.DECLINED,
                        EnrichmentState.WITHDRAWN,
                        EnrichmentState.ACTIVE,
                        EnrichmentState.DEACTIVATED),
                EnrichmentState.DELETED,
                null);
        if (isGoing) {
            settings.clearPrimary(enrichment.output());
            remove(enrichment, who);
        }
        return isGoing;
    }

    /**
     * Queues a run now.
     *
     * @param isAdministrator whether the person need not wait for the first run
     * @throws RapportException {@link EnrichmentError#NO_CONSENT}, {@link EnrichmentError#ENRICHMENT_INACTIVE},
     *     {@link EnrichmentError#FIRST_RUN_WAITS}
     */
    public Job run(Enrichment enrichment, String who, boolean isAdministrator) {
        requireActive(enrichment);
        if (!isAdministrator && !hasRun(enrichment)) {
            throw new RapportException(
                    EnrichmentError.FIRST_RUN_WAITS,
                    "The first run begins by itself, some hours after consent; until then only an administrator can run"
                            + " it.");
        }
        Job job = workshop.request(JobKind.ENRICHMENT, enrichment.output(), who);
        if (!hasRun(enrichment)) {
            // The first run is this one; then its schedule counts.
            enrichments.move(
                    enrichment.id(),
                    List.of(EnrichmentState.ACTIVE),
                    EnrichmentState.ACTIVE,
                    enrichment
                            .schedule()
                            .next(instants.instant(), enrichment.timeZone())
                            .orElse(null));
        }
        return job;
    }

    /** Stops the run that waits or is under way, if there is one. */
    public void stop(Enrichment enrichment) {
        jobs.findOpen(JobKind.ENRICHMENT, enrichment.output()).map(Job::id).ifPresent(workshop::cancel);
    }

    /** @throws RapportException {@link EnrichmentError#NO_CONSENT}, {@link EnrichmentError#ENRICHMENT_INACTIVE} */
    public static void requireActive(Enrichment enrichment) {
        if (enrichment.state() == EnrichmentState.DEACTIVATED) {
            throw new RapportException(
                    EnrichmentError.ENRICHMENT_INACTIVE,
                    enrichment.name() + " is deactivated. Activate it, then run it.");
        }
        if (enrichment.state() != EnrichmentState.ACTIVE) {
            throw new RapportException(
                    EnrichmentError.NO_CONSENT,
                    enrichment.name() + " does not run without an administrator's consent: "
                            + enrichment.state().words().toLowerCase(java.util.Locale.ENGLISH) + ".");
        }
    }

    private void remove(Enrichment enrichment, String who) {
        enrichments.markForRemoval(enrichment.id());
        stop(enrichment);
        // A run that still writes is waited for: the round after its end asks for the deletion.
        if (jobs.findOpen(JobKind.ENRICHMENT, enrichment.output()).isEmpty()) {
            workshop.request(JobKind.REMOVAL, enrichment.output(), who);
        }
    }

    private boolean hasRun(Enrichment enrichment) {
        Optional<Instant> decided = Optional.ofNullable(enrichment.decidedAt());
        return runs.list().stream()
                .anyMatch(run -> run.request().output().equals(enrichment.output())
                        && decided.filter(at -> run.startedAt().isBefore(at)).isEmpty());
    }

    private @Nullable Instant firstRun(Enrichment enrichment, Instant now) {
        Instant first = Optional.ofNullable(enrichment.decidedAt()).orElse(now).plus(settings.firstRunDelay());
        return first.isBefore(now) ? now : first;
    }
}
