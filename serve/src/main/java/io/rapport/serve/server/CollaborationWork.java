package io.rapport.serve.server;

import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.serve.enrichment.StoppableEngine;
import io.rapport.serve.insight.Collaborations;
import io.rapport.serve.insight.KeptCollaboration;
import io.rapport.serve.job.JobWork;
import io.rapport.serve.web.Say;
import java.util.function.Consumer;

/** Jobs that count how departments work, for the page. */
final class CollaborationWork implements JobWork {

    private final ServerPlan plan;
    private final Collaborations collaborations;

    CollaborationWork(ServerPlan plan, Collaborations collaborations) {
        this.plan = plan;
        this.collaborations = collaborations;
    }

    @Override
    public String run(String subject, Progress progress, Consumer<Runnable> onStop) {
        try (Lake lake = Lake.open(plan.home().folder(), plan.state(), plan.instants(), plan.engine())) {
            StoppableEngine engine = new StoppableEngine(new DuckDbEngine(plan.engine()));
            onStop.accept(engine::stop);
            progress.report("Counting", 0, -1);
            KeptCollaboration kept = collaborations.count(engine, lake.snapshot());
            return Say.count(kept.report().weeks().size(), "week", "weeks") + " counted";
        }
    }
}
