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

    SyncWork(ServerPlan plan, ServeState state) {
        this.plan = plan;
        this.state = state;
    }

    @Override
    public String run(String subject, Progress progress, Consumer<Runnable> onStop) throws InterruptedException {
        return new ConnectionSync(plan.home(), plan.state(), state, plan.instants(), plan.secrets(), plan.engine())
                .run(subject, progress);
    }
}
