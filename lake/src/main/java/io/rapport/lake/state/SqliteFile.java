package io.rapport.lake.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteException;

/**
 * SQLite in a file.
 *
 * @param isKept whether connections stay open between questions
 */
record SqliteFile(Path file, boolean isKept) implements StateLocation {

    /**
     * Writers wait for each other instead of failing, as {@link SqliteConnections} says; IMMEDIATE lets a transaction write what it has read; what is deleted
     * is overwritten. The timeout is for the settings themselves, which may have to wait too.
     */
    private static final String OPTIONS =
            "?journal_mode=WAL&synchronous=NORMAL&foreign_keys=true&transaction_mode=IMMEDIATE&secure_delete=true&busy_timeout=";

    /** Behind the file's name: an empty file beside it. */
    private static final String TURN = "-turn";

    private static final int MOST_CONNECTIONS = 4;
    /** SQLITE_FULL, without what its extended codes add. */
    private static final int FULL = 13;
    /** Bytes: what the shared memory beside the file grows by, and some pages. */
    private static final long LEAST_ROOM = 64 * 1024;
    /** Of whoever waits for a page. */
    private static final Duration OF_PAGES = Duration.ofSeconds(5);
    /** Of whoever starts: a disk that still writes what a build left keeps a commit for longer than people wait. */
    private static final Duration OF_STARTS = Duration.ofSeconds(20);
    /** Longer than a page's writer waits for another one. */
    private static final Duration OF_POOL = Duration.ofSeconds(10);

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
        return connections(OF_STARTS);
    }

    @Override
    public DataSource pageSource() {
        return connections(OF_PAGES);
    }

    private DataSource connections(Duration patience) {
        return new SqliteConnections("jdbc:sqlite:" + file + OPTIONS + patience.toMillis(), patience);
    }

    @Override
    public StateLocation kept() {
        return new SqliteFile(file, true);
    }

    /** Opening a connection takes a millisecond or more, most of it for its settings. */
    @Override
    public DataSource pool() {
        if (!isKept) {
            return source();
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("rapport-state-file");
        config.setDataSource(pageSource());
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setExceptionOverride(new Poisoned());
        config.setConnectionTimeout(OF_POOL.toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Override
    public String oneWriter() {
        return "";
    }

    @Override
    public Turn turn() {
        try {
            return FileTurn.await(file.resolveSibling(file.getFileName() + TURN));
        } catch (IOException e) {
            throw explain(new SQLException(e));
        }
    }

    @Override
    public String afterErasure() {
        return "pragma wal_checkpoint(truncate)";
    }

    @Override
    public RapportException explain(Exception error) {
        return new RapportException(LakeError.STATE_FAILED, isFull(error) ? full() : failed(error), error);
    }

    private String full() {
        return "There is no room left for the state database " + file + ". Free some disk space; then run it again.";
    }

    private String failed(Exception error) {
        return error instanceof SQLException || error instanceof FlywayException
                ? "The state database " + file + " can't be opened. Check that it is a file of Rapport's, that"
                        + " it can be written, and that the disk has room."
                : "The state database could not be read or written. Check the disk's free space and that no"
                        + " other program holds the file; then run it again.";
    }

    /** SQLite says so itself, or fails in some other way on a disk where a page more has no room. */
    private boolean isFull(Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite && (sqlite.getResultCode().code & 0xff) == FULL) {
                return true;
            }
        }
        try {
            return Files.getFileStore(file).getUsableSpace() < LEAST_ROOM;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
