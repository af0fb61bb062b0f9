package io.rapport.serve.export;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.model.duckdb.export.ExportTable;
import io.rapport.model.duckdb.export.ExportWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables as files of a folder.
 *
 * @param name of the whole
 * @param tables at least one
 * @param location where a Common Data Model folder is, for whoever reads it; ends with a slash
 */
record ExportFiles(String name, List<ExportTable> tables, ExportFormat format, URI location) {

    ExportFiles {
        tables = List.copyOf(tables);
    }

    /** Where each file lies in the folder: the data first, what describes it last. */
    List<String> paths() {
        List<String> paths = new ArrayList<>(tables.stream().map(this::path).toList());
        if (format == ExportFormat.CDM) {
            paths.add(CdmModel.FILE);
        }
        return paths;
    }

    /** Writes all of them; says how many rows each table has. */
    Map<String, Long> write(Path folder, ExportWriter writer, Instant at) {
        try {
            Map<String, Long> rows = new LinkedHashMap<>();
            for (ExportTable table : tables) {
                Path target = folder.resolve(path(table));
                Files.createDirectories(target.resolveSibling("."));
                rows.put(table.name(), writer.write(table, format, target));
            }
            if (format == ExportFormat.CDM) {
                Files.writeString(folder.resolve(CdmModel.FILE), CdmModel.text(name, tables, location, at));
            }
            return rows;
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private String path(ExportTable table) {
        return format == ExportFormat.CDM ? CdmModel.file(table) : table.name() + "." + format.extension();
    }

    static RapportException failed(Path folder, IOException cause) {
        return new RapportException(
                ExportError.EXPORT_FILE,
                "The export can't be written to " + folder + " ("
                        + cause.getClass().getSimpleName()
                        + "). Look for space and rights there. What was there before is still there.",
                cause);
    }
}
