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
import java.util.function.BiConsumer;

/**
 * Deletes what an enrichment had come to: all of its tables, also those that a scheduled export keeps, its digests, and with a
 * deleted one its runs and itself. Broken off, it is done again.
 */
public final class Removal {

    private final Home home;
    private final Enrichments enrichments;
    private final RunLog runs;
    private final Jobs jobs;
    private final ScheduledExports exports;
    private final BiConsumer<String, Boolean> others;

    public Removal(Home home, Enrichments enrichments, RunLog runs, Jobs jobs, ScheduledExports exports) {
        this(home, enrichments, runs, jobs, exports, (output, isDeleted) -> {});
    }

    /** @param others forgets what else is made of an output table's runs; hears whether the enrichment goes as well */
    public Removal(
            Home home,
            Enrichments enrichments,
            RunLog runs,
            Jobs jobs,
            ScheduledExports exports,
            BiConsumer<String, Boolean> others) {
        this.others = others;
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
                || jobs.findOpen(JobKind.EXPORT, output).isPresent()
                || jobs.findOpen(JobKind.DIGEST, output).isPresent()) {
            return 0;
        }
        if (enrichment.state().isConsented()) {
            // Agreed to anew: nothing is owed any more.
            return enrichments.removed(enrichment) ? 0 : remove(output);
        }
        exports.remove(output, enrichment.state() == EnrichmentState.DELETED);
        others.accept(output, enrichment.state() == EnrichmentState.DELETED);
        long files = delete(home.output().resolve(output));
        if (enrichment.state() == EnrichmentState.DELETED) {
            runs.forget(output);
            enrichments.forget(enrichment.id());
            return files;
        }
        return enrichments.removed(enrichment) ? files : files + remove(output);
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
