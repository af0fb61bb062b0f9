package io.rapport.serve.server;

import io.rapport.core.error.RapportException;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.dataset.Extraction;
import io.rapport.serve.dataset.ExtractionError;
import io.rapport.serve.dataset.ExtractionJob;
import io.rapport.serve.dataset.ExtractionPlace;
import io.rapport.serve.dataset.Extractions;
import io.rapport.serve.job.JobWork;
import io.rapport.serve.state.ServeState;
import java.util.Locale;
import java.util.function.Consumer;

/** Jobs that extract a dataset into the home; their subject is the extraction's id. */
final class ExtractionWork implements JobWork {

    private final ServerPlan plan;
    private final ServeState state;

    ExtractionWork(ServerPlan plan, ServeState state) {
        this.plan = plan;
        this.state = state;
    }

    @Override
    public String run(String subject, Progress progress, Consumer<Runnable> onStop) {
        Extractions extractions = new Extractions(state, plan.instants());
        Extraction asked = extractions
                .find(subject)
                .filter(one -> one.removedAt() == null)
                .orElseThrow(() -> new RapportException(
                        ExtractionError.EXTRACTION_GONE,
                        "That extraction is not there any more: somebody deleted it."));
        ExtractionPlace place = new ExtractionPlace(plan.home());
        AccessLog access = new AccessLog(state, plan.instants());
        requireApproval(asked, place, extractions, access);
        try (Lake lake = Lake.open(plan.home().folder(), plan.state(), plan.instants(), plan.engine())) {
            ExtractionJob job = new ExtractionJob(plan.home(), extractions, access, plan.instants(), plan.engine());
            onStop.accept(job::stop);
            long rows = job.resume(asked, place, lake.snapshot(), progress);
            return String.format(Locale.ENGLISH, "%,d %s extracted", rows, rows == 1 ? "row" : "rows");
        }
    }

    /** It may have been revoked, or have run out, since the extraction was asked for or broken off. */
    private void requireApproval(Extraction asked, ExtractionPlace place, Extractions extractions, AccessLog access) {
        if (place.isComplete(asked.id())) {
            return;
        }
        try {
            new Approvals(state, plan.instants(), access).requireStill(asked.approvalId());
        } catch (RapportException refused) {
            extractions.fail(asked.id(), refused.code().name());
            throw refused;
        }
    }
}
