package io.rapport.serve.enrichment;

import io.rapport.core.error.RapportException;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.TableFile;
import io.rapport.model.engine.Format;
import io.rapport.model.run.OutputTable;
import io.rapport.model.run.RunError;
import io.rapport.model.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Copies a run's tables out of the home, in the order and columns of the contract. */
public final class TableCopy {

    private TableCopy() {}

    /**
     * Writes {@code <table>.<ending>} for each table; a file that is there already is replaced once its successor is
     * complete.
     *
     * @param output name of the output table
     * @param folder created where missing
     * @return the files
     */
    public static List<Path> write(
            RunResult result, String output, Format format, Path folder, DuckDbSettings settings) {
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            try (DuckDb engine = DuckDb.openStreaming(settings);
                    DuckDbSession session = engine.connect()) {
                for (OutputTable table : OutputTable.values()) {
                    String name = table.tableName(output);
                    Path source = result.folder().resolve(name + "." + Format.PARQUET.extension());
                    Path target = folder.resolve(name + "." + format.extension());
                    Path unfinished = folder.resolve("." + target.getFileName() + ".unfinished");
                    try {
                        session.run("writing " + name, TableFile.copy(table, source, unfinished, format));
                        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
                    } finally {
                        Files.deleteIfExists(unfinished);
                    }
                    files.add(target);
                }
            }
        } catch (IOException e) {
            throw new RapportException(
                    RunError.RUN_FILE,
                    "The tables can't be copied to " + folder + "; they are in " + result.folder()
                            + ". Look for space and rights there.",
                    e);
        }
        return files;
    }
}
