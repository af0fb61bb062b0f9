package io.rapport.serve.export;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.core.progress.Progress;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.model.duckdb.export.ExportWriter;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One export to a folder outside of the home, with its line in the access log: what can't be written down is not exported.
 * For one thread; stop from any.
 */
public final class ExportJob implements AutoCloseable {

    private final Home home;
    private final AccessLog access;
    private final InstantSource instants;
    private final ExportWriter writer;

    public ExportJob(Home home, AccessLog access, InstantSource instants, DuckDbSettings settings) {
        this.home = home;
        this.access = access;
        this.instants = instants;
        this.writer = new ExportWriter(settings);
    }

    /**
     * Writes tables to a folder, which is made where it is missing; files of the same names are replaced once all are
     * complete.
     *
     * @param location where the folder is for whoever reads it elsewhere; empty for the folder itself
     * @param person who does it, as the access log shall name them
     * @param from where they do it
     * @return the files
     */
    public List<Path> run(
            ExportSource.Found found, ExportFormat format, Path folder, String location, String person, String from) {
        ExportFolder.requireOutside(folder, home);
        ExportFiles files = new ExportFiles(found.name(), found.tables(), format, ExportPlan.address(folder, location));
        note(person, from, found.name(), folder, found.run());
        Path fresh = folder.resolve(".rapport-" + UUID.randomUUID());
        try {
            Files.createDirectories(fresh);
            try {
                Map<String, Long> unused = files.write(fresh, writer, instants.instant());
                for (String path : files.paths()) {
                    Files.createDirectories(folder.resolve(path).resolveSibling("."));
                    Files.move(fresh.resolve(path), folder.resolve(path), StandardCopyOption.REPLACE_EXISTING);
                }
            } finally {
                FolderTree.delete(fresh);
            }
        } catch (IOException e) {
            throw ExportFiles.failed(folder, e);
        }
        return files.paths().stream().map(folder::resolve).toList();
    }

    /**
     * Writes the tables of a run where a plan says; those of the run before are replaced as a whole. Says how many rows.
     *
     * @throws RapportException {@link ExportError#EXPORT_FOLDER}, {@link ExportError#EXPORT_FILE}, or of a full disk
     */
    long run(ScheduledExport export, ServedRun run, Progress progress) {
        Path folder = ExportFolder.require(export.plan().folder(), home);
        progress.report("Exporting to " + export.target(), 0, -1);
        ExportPlan plan = export.plan();
        ExportFiles files = new ExportFiles(
                run.run().request().enrichment(),
                ExportSource.tables(run, plan.isComplete()),
                plan.format(),
                ExportPlan.address(folder.resolve(export.output()), inner(plan, export.output())));
        note("the schedule, set by " + export.setBy(), "server", run.output(), export.target(), run);
        long[] rows = new long[1];
        new FolderSwap(export.target(), ExportNote.FILE).replace(fresh -> {
            Instant now = instants.instant();
            Map<String, Long> written = files.write(fresh, writer, now);
            rows[0] = written.values().stream().mapToLong(Long::longValue).sum();
            try {
                Files.writeString(fresh.resolve(ExportNote.FILE), ExportNote.text(run, files, written, now));
            } catch (IOException e) {
                throw ExportFiles.failed(export.target(), e);
            }
        });
        return rows[0];
    }

    private static String inner(ExportPlan plan, String output) {
        return plan.location().isEmpty() ? "" : plan.location() + "/" + output;
    }

    /** Stops it; may be called more than once. */
    public void stop() {
        writer.cancel();
    }

    private void note(String person, String from, String what, Path folder, ServedRun run) {
        access.add(new AccessEvent(
                "",
                person,
                "",
                AccessAction.EXPORT,
                "export of " + what,
                "run " + run.run().id() + " to " + folder,
                from,
                true));
    }

    @Override
    public void close() {
        writer.close();
    }
}
