package io.rapport.serve.enrichment;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.privacy.Suppression;
import io.rapport.model.duckdb.account.AccountIndex;
import io.rapport.model.run.RunError;
import io.rapport.model.run.RunManifest;
import io.rapport.model.run.RunManifest.TableFile;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.home.Home;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.run.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Makes a run that took place on a cluster one of this home: checked, copied, recorded, and ready for pages. For one
 * thread.
 */
public final class RunImport {

    private static final int MANY = 100_000;

    private final Home home;
    private final RunLog runs;
    private final Enrichments enrichments;
    private final Suppression suppression;
    private final DuckDbSettings settings;

    /** @param suppression who was erased from this home */
    public RunImport(
            Home home, RunLog runs, Enrichments enrichments, Suppression suppression, DuckDbSettings settings) {
        this.home = home;
        this.runs = runs;
        this.enrichments = enrichments;
        this.suppression = suppression;
        this.settings = settings;
    }

    /**
     * Imports it whole or not at all.
     *
     * @param folder as the cluster's run delivered it; stays as it is
     * @param consent who agreed to it and how, in words without an address
     * @return the run, as this home's log has it
     * @throws RapportException with a {@link RunImportError}; nothing was changed then
     */
    public Run run(Path folder, String consent) {
        BroughtRun brought = BroughtRun.read(folder.toAbsolutePath().normalize(), settings);
        RunManifest manifest = brought.manifest();
        requireUnknown(manifest);
        requireOwn(manifest);
        requireNobodyErased(brought);
        RunRequest request = request(manifest, consent);
        String id = runs.start(request);
        try {
            copy(brought, id);
            ServedRuns served = new ServedRuns(home, runs);
            AccountIndex.write(
                    served.tables(manifest.output(), id),
                    served.findEarlier(request).map(ServedRun::tables).orElse(null),
                    brought.folder().resolve(RunManifest.ACCOUNTS),
                    request.asOf(),
                    settings);
            runs.finish(id, manifest.rows(), manifest.warnings());
        } catch (RapportException e) {
            runs.fail(id, e.code().name());
            throw e;
        } catch (RuntimeException | Error e) {
            runs.fail(id, "INTERNAL");
            throw e;
        }
        return runs.find(id).orElseThrow();
    }

    private void requireUnknown(RunManifest manifest) {
        for (Run run : runs.delivered(manifest.output(), MANY)) {
            if (manifest.run().equals(foreignId(folder(manifest.output(), run.id())))) {
                throw new RapportException(
                        RunImportError.RUN_KNOWN,
                        "This run is here already, as " + run.id() + " of " + manifest.output()
                                + ". Nothing was changed.");
            }
        }
    }

    /** The id under which a cluster knew a run; empty for one of this home's own. */
    private static String foreignId(Path folder) {
        Path file = folder.resolve(RunManifest.NAME);
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try {
            return JsonText.readWhole(Files.readString(file)) instanceof Map<?, ?> fields
                    ? RunManifest.of(fields).run()
                    : "";
        } catch (IOException | IllegalArgumentException unreadable) {
            return "";
        }
    }

    private void requireOwn(RunManifest manifest) {
        enrichments
                .find(manifest.output())
                .map(Enrichment::name)
                .or(() -> runs.findDelivered(manifest.output())
                        .map(run -> run.request().enrichment()))
                .filter(name -> !name.equals(manifest.enrichment()))
                .ifPresent(name -> {
                    throw new RapportException(
                            RunImportError.RUN_FOREIGN,
                            "The table " + manifest.output() + " belongs to the enrichment \"" + name
                                    + "\" here, and this run is of \"" + manifest.enrichment()
                                    + "\". Give the spec the same name, or another output, and run it again. Nothing was"
                                    + " changed.");
                });
    }

    private void requireNobodyErased(BroughtRun brought) {
        long erased = brought.erasedPeople(suppression, settings);
        if (erased > 0) {
            throw new RapportException(
                    RunImportError.RUN_NAMES_ERASED,
                    "The run's table of people names " + erased + (erased == 1 ? " person who was" : " people who were")
                            + " erased from this home. Take them out of the exports and the selection, and run it again."
                            + " Nothing was changed.");
        }
    }

    private static RunRequest request(RunManifest manifest, String consent) {
        return new RunRequest(
                manifest.enrichment(),
                manifest.output(),
                manifest.asOf(),
                manifest.timeZone(),
                manifest.engine(),
                0,
                manifest.formulaVersion(),
                JsonText.of(manifest.weights()),
                JsonText.of(manifest.options()),
                consent);
    }

    private Path folder(String output, String id) {
        return home.output().resolve(output).resolve(id);
    }

    /** Under a name that nobody reads until all files are there. */
    private void copy(BroughtRun brought, String id) {
        RunManifest manifest = brought.manifest();
        Path target = folder(manifest.output(), id);
        Path unfinished = target.resolveSibling("_" + id);
        try {
            try {
                for (TableFile file : manifest.files()) {
                    if (file.name().equals(RunManifest.ACCOUNTS)) {
                        // Only the index reads it.
                        continue;
                    }
                    copy(brought.folder().resolve(file.name()), unfinished.resolve(file.name()));
                }
                copy(brought.folder().resolve(RunManifest.NAME), unfinished.resolve(RunManifest.NAME));
                Files.move(unfinished, target);
            } finally {
                long unused = FolderTree.delete(unfinished);
            }
        } catch (IOException e) {
            throw new RapportException(
                    RunError.RUN_FILE,
                    "The run's tables can't be copied to " + target + ". Look for space and rights there.",
                    e);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(source, target);
    }
}
