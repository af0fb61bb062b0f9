package io.rapport.serve.dataset;

import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.extract.DatasetExtraction;
import io.rapport.model.extract.ExtractError;
import io.rapport.model.extract.ExtractFolder;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractReport;
import io.rapport.model.extract.ExtractRequest;
import io.rapport.model.extract.RegionExtract;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.home.Home;
import io.rapport.serve.json.JsonText;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;

/** One extraction on a home, with its lines in the access log and the log of extractions. For one thread; stop from any. */
public final class ExtractionJob {

    private final Home home;
    private final Extractions extractions;
    private final AccessLog access;
    private final InstantSource instants;
    private final DatasetExtraction extraction;
    private volatile boolean isStopped;

    public ExtractionJob(
            Home home, Extractions extractions, AccessLog access, InstantSource instants, DuckDbSettings settings) {
        this.home = home;
        this.extractions = extractions;
        this.access = access;
        this.instants = instants;
        this.extraction = new DatasetExtraction(settings, JsonText::of);
    }

    /**
     * Runs to the end and records how it ended, whatever the end. What can't be written down is not extracted.
     *
     * @param target a folder that is not there yet, outside of the home
     * @param approval who approved it and how, in words without an address
     * @param person who does it, as the access log shall name them
     * @param from where they do it
     */
    public ExtractReport run(
            ExtractPlan plan,
            Path target,
            String approval,
            String person,
            String from,
            Snapshot snapshot,
            Progress progress) {
        ExtractRequest request = new ExtractRequest(plan, extractions.newId(), instants.instant(), target);
        requireOutside(request.target());
        ExtractFolder.requireNew(request.target());
        String id = request.id();
        access.add(new AccessEvent(
                "",
                person,
                "",
                AccessAction.EXPORT,
                "extraction of " + plan.dataset(),
                id + "; " + approval,
                from,
                true));
        extractions.start(id, plan.dataset().name(), AskedText.of(plan), snapshot.id(), request.target(), approval);
        return deliver(request, snapshot, progress);
    }

    /**
     * Goes on with one that the server was asked for; where the process before died, from where that one was.
     *
     * @return how many rows it holds
     */
    public long resume(Extraction asked, ExtractionPlace place, Snapshot snapshot, Progress progress) {
        if (place.isComplete(asked.id())) {
            // It was finished, and nobody was left to note that.
            long rows = place.regions(asked.id()).stream()
                    .mapToLong(RegionExtract::rows)
                    .sum();
            extractions.begin(asked.id(), snapshot.id());
            extractions.finish(asked.id(), rows);
            return rows;
        }
        ExtractPlan plan = ExtractPlan.of(ExtractWordsText.read(Objects.requireNonNull(asked.words())));
        extractions.begin(asked.id(), snapshot.id());
        return deliver(
                        new ExtractRequest(plan, asked.id(), asked.startedAt(), place.folder(asked.id())),
                        snapshot,
                        progress)
                .rows();
    }

    private ExtractReport deliver(ExtractRequest request, Snapshot snapshot, Progress progress) {
        String id = request.id();
        try {
            ExtractReport report = extraction.run(request, snapshot, progress);
            extractions.finish(id, report.rows());
            return report;
        } catch (RapportException e) {
            if (isStopped || e.code() == ExtractError.EXTRACT_CANCELED) {
                extractions.cancel(id);
            } else {
                extractions.fail(id, e.code().name());
            }
            throw e;
        } catch (RuntimeException | Error e) {
            extractions.fail(id, "INTERNAL");
            throw e;
        }
    }

    /** Stops it; may be called more than once. */
    public void stop() {
        isStopped = true;
        extraction.cancel();
    }

    private void requireOutside(Path target) {
        if (target.startsWith(home.folder())) {
            throw new RapportException(
                    ExtractError.EXTRACT_TARGET,
                    target + " lies in the home, which Rapport keeps for itself. Name a folder outside of it.");
        }
    }
}
