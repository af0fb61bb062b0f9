package io.rapport.serve.server;

import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.serve.erasure.Certificate;
import io.rapport.serve.erasure.PersonErasures;
import io.rapport.serve.job.JobWork;
import io.rapport.serve.state.ServeState;
import java.util.List;
import java.util.function.Consumer;

/** Jobs that erase people: all that were asked for and are not erased yet. Their subject names nobody. */
final class PersonErasureWork implements JobWork {

    private final ServerPlan plan;
    private final ServeState state;

    PersonErasureWork(ServerPlan plan, ServeState state) {
        this.plan = plan;
        this.state = state;
    }

    @Override
    public String run(String subject, Progress progress, Consumer<Runnable> onStop) {
        try (Lake lake = Lake.open(plan.home().folder(), plan.state(), plan.instants(), plan.engine())) {
            List<Certificate> done = new PersonErasures(plan.home(), state, lake, plan.secrets(), plan.instants())
                    .finish("server", progress);
            long people = done.stream().mapToLong(Certificate::people).sum();
            return done.isEmpty()
                    ? "Nobody was left to be erased."
                    : people + (people == 1 ? " person is" : " people are")
                            + " erased. System > Erasure has the certificate. Active enrichments run again now.";
        }
    }
}
