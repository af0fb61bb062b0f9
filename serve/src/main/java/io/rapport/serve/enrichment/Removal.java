package io.rapport.serve.enrichment;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.serve.home.Home;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.run.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Deletes what an enrichment had come to: all of its tables, and with a deleted one its runs and itself. Broken off, it is
 * done again.
 */
public final class Removal {

    private static final long PAUSE_MILLIS = 100;

    private final Home home;
    private final Enrichments enrichments;
    private final RunLog runs;
    private final Jobs jobs;

    public Removal(Home home, Enrichments enrichments, RunLog runs, Jobs jobs) {
        this.home = home;
        this.enrichments = enrichments;
        this.runs = runs;
        this.jobs = jobs;
    }

    /** Waits until no run writes there any more; says how many files went. */
    public long remove(String output) throws InterruptedException {
        while (jobs.findOpen(JobKind.ENRICHMENT, output).isPresent()) {
            Thread.sleep(PAUSE_MILLIS);
        }
        Enrichment enrichment = enrichments.find(output).orElse(null);
        if (enrichment == null || enrichment.state().isConsented()) {
            // Gone already, or agreed to anew.
            return 0;
        }
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
        long files = 0;
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                files += Files.isDirectory(path) ? 0 : 1;
                Files.deleteIfExists(path);
            }
            return files;
        } catch (NoSuchFileException nothing) {
            return files;
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
