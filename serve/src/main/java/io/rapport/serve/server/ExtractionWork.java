package io.rapport.serve.server;

import io.rapport.core.error.RapportException;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.serve.access.AccessLog;
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
        try (Lake lake = Lake.open(plan.home().folder(), plan.state(), plan.instants(), plan.engine())) {
            ExtractionJob job = new ExtractionJob(
                    plan.home(), extractions, new AccessLog(state, plan.instants()), plan.instants(), plan.engine());
            onStop.accept(job::stop);
            long rows = job.resume(asked, new ExtractionPlace(plan.home()), lake.snapshot(), progress);
            return String.format(Locale.ENGLISH, "%,d %s extracted", rows, rows == 1 ? "row" : "rows");
        }
    }
}
