package io.rapport.serve.server;

import io.rapport.core.progress.Progress;
import io.rapport.serve.connection.ConnectionSync;
import io.rapport.serve.job.JobWork;
import io.rapport.serve.state.ServeState;
import java.util.function.Consumer;

/** Jobs that sync a connection. */
final class SyncWork implements JobWork {

    private final ServerPlan plan;
    private final ServeState state;
    private final ServerMetrics metrics;

    SyncWork(ServerPlan plan, ServeState state, ServerMetrics metrics) {
        this.plan = plan;
        this.state = state;
        this.metrics = metrics;
    }

    @Override
    public String run(String subject, Progress progress, Consumer<Runnable> onStop) throws InterruptedException {
        return new ConnectionSync(
                        plan.home(),
                        plan.state(),
                        state,
                        plan.instants(),
                        plan.secrets(),
                        plan.engine(),
                        metrics::synced)
                .run(subject, progress);
    }
}
