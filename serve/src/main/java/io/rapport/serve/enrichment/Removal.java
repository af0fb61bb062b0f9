package io.rapport.serve.enrichment;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.lake.LakeError;
import io.rapport.serve.export.ScheduledExports;
import io.rapport.serve.home.Home;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.run.RunLog;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Deletes what an enrichment had come to: all of its tables, also those that a scheduled export keeps, and with a deleted one
 * its runs and itself. Broken off, it is
 * done again.
 */
public final class Removal {

    private final Home home;
    private final Enrichments enrichments;
    private final RunLog runs;
    private final Jobs jobs;
    private final ScheduledExports exports;

    public Removal(Home home, Enrichments enrichments, RunLog runs, Jobs jobs, ScheduledExports exports) {
        this.home = home;
        this.enrichments = enrichments;
        this.runs = runs;
        this.jobs = jobs;
        this.exports = exports;
    }

    /** Says how many files went: none while a run or an export still writes, whose end has this asked for again. */
    public long remove(String output) {
        Enrichment enrichment = enrichments.find(output).orElse(null);
        if (enrichment == null
                || jobs.findOpen(JobKind.ENRICHMENT, output).isPresent()
                || jobs.findOpen(JobKind.EXPORT, output).isPresent()) {
            return 0;
        }
        if (enrichment.state().isConsented()) {
            // Agreed to anew: nothing is owed any more.
            enrichments.removed(enrichment.id());
            return 0;
        }
        exports.remove(output, enrichment.state() == EnrichmentState.DELETED);
        long files = delete(home.output().resolve(output));
        if (enrichment.state() == EnrichmentState.DELETED) {
            runs.forget(output);
            enrichments.forget(enrichment.id());
        } else {
            enrichments.removed(enrichment.id());
        }
        return files;
    }

    private static long delete(Path folder) {
        try {
            return FolderTree.delete(folder);
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED,
                    "The folder " + folder + " can't be deleted ("
                            + e.getClass().getSimpleName()
                            + "). Check its owner; the deletion is tried again every few minutes.",
                    e);
        }
    }
}
