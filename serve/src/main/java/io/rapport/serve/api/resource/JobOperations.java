package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.CHANGE;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;
import static io.rapport.serve.security.Role.CONTRIBUTOR;

import io.rapport.core.error.RapportException;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.dataset.Extraction;
import io.rapport.serve.dataset.Extractions;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import java.util.List;

/** Jobs: how far each is, and a way to stop it. */
public final class JobOperations {

    private static final String TAG = "Jobs";
    private static final int MOST = 10_000;
    private static final Parameter ID = Parameter.path("job", "Id of the job.");

    private final Jobs jobs;
    private final Workshop workshop;
    private final Extractions extractions;

    public JobOperations(Jobs jobs, Workshop workshop, Extractions extractions) {
        this.jobs = jobs;
        this.workshop = workshop;
        this.extractions = extractions;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listJobs", "/jobs", "Jobs of the last 90 days, the latest first.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Jobs")
                        .takes(Parameter.choice("kind", Words.all(JobKind.class), "", "Only of this kind."))
                        .takes(Paging.parameters())
                        .lists(
                                JobShapes.JOB,
                                call -> Paging.part(
                                        call,
                                        jobs.list(MOST).stream()
                                                .filter(job -> call.text("kind").isEmpty()
                                                        || Words.of(job.kind()).equals(call.text("kind")))
                                                .toList(),
                                        Job::id)),
                Draft.get(
                                "getJob",
                                "/jobs/{job}",
                                "How far a job is. Who is no administrator sees runs of enrichments, and extractions that"
                                        + " say nothing of who somebody is.")
                        .in(TAG)
                        .quiet(CONTRIBUTOR)
                        .takes(ID)
                        .answers(JobShapes.JOB, this::require),
                Draft.post("cancelJob", "/jobs/{job}/cancel", "Stops a job as soon as it can.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, CHANGE, "Job: canceled")
                        .takes(ID)
                        .begins(JobShapes.JOB, this::cancel));
    }

    private Job require(Call call) {
        return jobs.find(call.text("job"))
                .filter(job -> call.mayActAs(ADMINISTRATOR) || isForContributors(job))
                .orElseThrow(() -> Words.none("job"));
    }

    private boolean isForContributors(Job job) {
        return job.kind() == JobKind.ENRICHMENT
                || (job.kind() == JobKind.EXTRACTION
                        && extractions
                                .find(job.subject())
                                .filter(Extraction::isPersonal)
                                .isEmpty());
    }

    private Job cancel(Call call) {
        Job job = require(call);
        if (job.state().isOver() || !job.kind().isCancelable()) {
            throw new RapportException(
                    ApiError.CONFLICT,
                    job.state().isOver()
                            ? "The job is over."
                            : "A job of this kind comes to its end once it is begun.");
        }
        workshop.cancel(job.id());
        return require(call);
    }
}
