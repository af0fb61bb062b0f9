package io.rapport.lake.state;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** SQLite in a file. */
record SqliteFile(Path file) implements StateLocation {

    /**
     * Writers wait for each other instead of failing; IMMEDIATE lets a transaction write what it has read; what is deleted
     * is overwritten.
     */
    private static final String OPTIONS =
            "?journal_mode=WAL&busy_timeout=5000&synchronous=NORMAL&foreign_keys=true&transaction_mode=IMMEDIATE&secure_delete=true";

    @Override
    public Optional<Path> findFile() {
        return Optional.of(file);
    }

    @Override
    public String vendor() {
        return "sqlite";
    }

    @Override
    public DataSource source() {
        return new DriverManagerDataSource("jdbc:sqlite:" + file + OPTIONS);
    }

    @Override
    public DataSource pool() {
        return source();
    }

    @Override
    public String oneWriter() {
        return "";
    }

    @Override
    public String afterErasure() {
        return "pragma wal_checkpoint(truncate)";
    }

    @Override
    public RapportException explain(Exception error) {
        boolean isOpening = error instanceof java.sql.SQLException || error instanceof FlywayException;
        return new RapportException(
                LakeError.STATE_FAILED,
                isOpening
                        ? "The state database " + file + " can't be opened. Check that it is a file of Rapport's, that"
                                + " it can be written, and that the disk has room."
                        : "The state database could not be read or written. Check the disk's free space and that no"
                                + " other program holds the file; then run it again.",
                error);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
