package io.rapport.serve.server;

import io.rapport.core.progress.Progress;
import io.rapport.serve.enrichment.Removal;
import io.rapport.serve.job.JobWork;
import java.util.Locale;
import java.util.function.Consumer;

/** Jobs that delete what an enrichment had come to; their subject is the output table. */
final class RemovalWork implements JobWork {

    private final Removal removal;

    RemovalWork(Removal removal) {
        this.removal = removal;
    }

    @Override
    public String run(String subject, Progress progress, Consumer<Runnable> onStop) {
        progress.report("Deleting", 0, -1);
        long files = removal.remove(subject);
        return String.format(Locale.ENGLISH, "%,d %s deleted", files, files == 1 ? "file" : "files");
    }
}
