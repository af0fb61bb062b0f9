package io.rapport.serve.export;

import io.rapport.core.error.RapportException;
import io.rapport.core.progress.Progress;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.home.Home;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Does one scheduled export and records how it ended. Thread-safe. */
public final class ScheduledExportRun {

    private final Home home;
    private final ScheduledExports exports;
    private final ServedRuns runs;
    private final AccessLog access;
    private final InstantSource instants;
    private final DuckDbSettings settings;

    public ScheduledExportRun(
            Home home,
            ScheduledExports exports,
            ServedRuns runs,
            AccessLog access,
            InstantSource instants,
            DuckDbSettings settings) {
        this.home = home;
        this.exports = exports;
        this.runs = runs;
        this.access = access;
        this.instants = instants;
        this.settings = settings;
    }

    /**
     * Exports the latest run; broken off, it is done again. One at a time: two would sweep away each other's new folder.
     *
     * @param onStop hears how to stop it
     * @return what came of it, in words
     */
    public synchronized String run(String output, Progress progress, Consumer<Runnable> onStop) {
        ScheduledExport export = exports.find(output).orElse(null);
        ServedRun latest = runs.findLatest(output).orElse(null);
        if (export == null || latest == null) {
            return "Nothing to export";
        }
        String run = latest.run().id();
        try (ExportJob job = new ExportJob(home, access, instants, settings)) {
            onStop.accept(job::stop);
            long rows = job.run(export, latest, progress);
            exports.delivered(export, run, rows);
            return String.format(Locale.ENGLISH, "%,d rows exported to %s", rows, export.target());
        } catch (CancellationException stopped) {
            exports.failed(export, run, "EXPORT_CANCELED", "Somebody stopped it.");
            throw stopped;
        } catch (RapportException failed) {
            exports.failed(export, run, failed.code().name(), failed.text());
            throw failed;
        }
    }
}
