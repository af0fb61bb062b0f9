package io.rapport.serve.api.resource;

import static io.rapport.serve.security.Role.ADMINISTRATOR;

import io.rapport.serve.api.operation.Call;
import io.rapport.serve.dataset.Extraction;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.JobState;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.run.RunState;
import java.util.List;
import java.util.Optional;

/** The extractions that the server was asked for, as far as somebody may know of them. Thread-safe. */
public final class KnownExtractions {

    private final KeptExtractions kept;
    private final Jobs jobs;

    public KnownExtractions(KeptExtractions kept, Jobs jobs) {
        this.kept = kept;
        this.jobs = jobs;
    }

    /** The latest first. */
    List<ExtractionShapes.Known> list(Call call) {
        String dataset = call.text("dataset");
        return kept.log().list().stream()
                .filter(one ->
                        isFor(call, one) && (dataset.isEmpty() || one.dataset().equals(dataset)))
                .map(this::tell)
                .toList();
    }

    Extraction require(Call call) {
        return kept.log()
                .find(call.text("extraction"))
                .filter(one -> isFor(call, one))
                .orElseThrow(() -> Words.none("extraction"));
    }

    /** All of which is there, to be downloaded. */
    Extraction requireThere(Call call) {
        Extraction extraction = require(call);
        if (!isThere(extraction)) {
            throw Words.none("extraction with files");
        }
        return extraction;
    }

    Optional<Job> findOpen(Extraction extraction) {
        return jobs.findOpen(JobKind.EXTRACTION, extraction.id());
    }

    ExtractionShapes.Known tell(Extraction one) {
        Optional<Job> open = findOpen(one);
        Optional<Job> last = one.state().isDelivered() ? Optional.empty() : jobs.findLast(JobKind.EXTRACTION, one.id());
        String state = open.map(job ->
                        job.state() == JobState.QUEUED ? ExtractionShapes.queued() : Words.of(RunState.REFRESHING))
                .or(() -> last.map(job -> ended(job.state(), one.state())))
                .orElse(Words.of(one.state()));
        return new ExtractionShapes.Known(
                one,
                state,
                one.errorCode() != null
                        ? one.errorCode()
                        : open.isPresent() ? null : last.map(Job::errorCode).orElse(null),
                open.map(Job::id).orElse(null),
                isThere(one) ? kept.place().regions(one.id()) : List.of());
    }

    private boolean isThere(Extraction one) {
        return one.state().isDelivered()
                && one.removedAt() == null
                && kept.place().isComplete(one.id());
    }

    private static String ended(JobState job, RunState noted) {
        return Words.of(
                switch (job) {
                    case CANCELED -> RunState.CANCELED;
                    case FAILED -> RunState.FAILED;
                    case QUEUED, RUNNING, SUCCESSFUL -> noted;
                });
    }

    private static boolean isFor(Call call, Extraction one) {
        return one.isKept() && (!one.isPersonal() || call.mayActAs(ADMINISTRATOR));
    }
}
