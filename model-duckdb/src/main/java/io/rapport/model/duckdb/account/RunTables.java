package io.rapport.model.duckdb.account;

import io.rapport.model.engine.Format;
import io.rapport.model.run.OutputTable;
import io.rapport.model.run.PageTable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the tables of one run lie.
 *
 * @param folder the run's own
 * @param output name of the output table
 */
public record RunTables(Path folder, String output) {

    /** One row per account, period and level. */
    public Path engagement() {
        return file(OutputTable.ENGAGEMENT);
    }

    /** How each score comes about. */
    public Path score() {
        return file(OutputTable.SCORE);
    }

    /** What was read and left out; for administrators. */
    public Path coverage() {
        return file(OutputTable.COVERAGE);
    }

    /** By how many people each relation is held. */
    Path relation() {
        return PageTable.RELATION.file(folder);
    }

    /** One row per account, apart from the tables that people query by name. */
    public Path index() {
        return folder.resolve(PageTable.FOLDER).resolve("accounts-3.parquet");
    }

    /** Whether pages can be served from it. */
    public boolean isIndexed() {
        return Files.isRegularFile(index());
    }

    /** Where a table is kept. */
    public Path file(OutputTable table) {
        return folder.resolve(table.tableName(output) + "." + Format.PARQUET.extension());
    }
}
