package io.rapport.serve.server;

import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.run.RunResult;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecReader;
import io.rapport.serve.enrichment.EnrichmentJob;
import io.rapport.serve.job.JobWork;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;

/** Jobs that run an enrichment; their subject is the spec's path. */
final class EnrichmentWork implements JobWork {

    private static final String CONSENT = "given by whoever started the server, on the command line";

    private final ServerPlan plan;
    private final ServeState state;

    EnrichmentWork(ServerPlan plan, ServeState state) {
        this.plan = plan;
        this.state = state;
    }

    @Override
    public String run(String subject, Progress progress, Consumer<Runnable> onStop) {
        Profiles profiles = new Profiles(plan.home(), state, plan.instants());
        Spec spec = SpecReader.read(Path.of(subject), profiles::names);
        LocalDate day = spec.findAsOf()
                .orElseGet(() -> LocalDate.ofInstant(plan.instants().instant(), spec.timeZone()));
        try (Lake lake = Lake.open(plan.home().folder(), plan.state(), plan.instants(), plan.engine())) {
            EnrichmentJob job = new EnrichmentJob(
                    plan.home(),
                    new RunLog(state, plan.instants()),
                    profiles,
                    new DuckDbEngine(plan.engine()),
                    plan.engine());
            onStop.accept(job::stop);
            RunResult result = job.run(spec, day, CONSENT, lake.snapshot(), progress);
            return String.format(
                    Locale.ENGLISH,
                    "%,d of %,d accounts enriched, %,d emails and %,d meetings counted",
                    result.enriched(),
                    result.accounts(),
                    result.emails(),
                    result.meetings());
        }
    }
}
