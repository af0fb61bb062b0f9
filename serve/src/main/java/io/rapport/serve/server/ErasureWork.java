package io.rapport.serve.server;

import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.serve.erasure.ConnectionErasures;
import io.rapport.serve.erasure.ConnectionErasures.Done;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.JobWork;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Jobs that end a connection and erase what it brought. */
final class ErasureWork implements JobWork {

    private final ServerPlan plan;
    private final ServeState state;

    ErasureWork(ServerPlan plan, ServeState state) {
        this.plan = plan;
        this.state = state;
    }

    @Override
    public String run(String subject, Progress progress, Consumer<Runnable> onStop) {
        try (Lake lake = Lake.open(plan.home().folder(), plan.state(), plan.instants(), plan.engine())) {
            ConnectionErasures erasures =
                    new ConnectionErasures(plan.home(), state, lake, plan.secrets(), plan.instants());
            if (!erasures.isKnown(subject)) {
                // Broken off when all was done but the end of the job.
                lake.settleErasure();
                return subject + " is disconnected. What it brought is erased.";
            }
            String by = new Jobs(state, plan.instants())
                    .findOpen(JobKind.ERASURE, subject)
                    .map(Job::requestedBy)
                    .orElse("");
            return words(subject, erasures.erase(subject, by, "server", progress));
        }
    }

    private static String words(String subject, Done done) {
        return String.format(
                        Locale.ENGLISH,
                        "%s is disconnected. What it brought is erased: %,d rows in %,d files.",
                        subject,
                        done.erased().rows(),
                        done.erased().files())
                + " Extractions that lay in the home are deleted too."
                + (done.outside().isEmpty()
                        ? ""
                        : " These lie outside of it, so delete them yourself: "
                                + done.outside().stream().map(Path::toString).collect(Collectors.joining(", ")) + ".")
                + " System > Erasure has the certificate " + done.certificate().name() + ".";
    }
}
