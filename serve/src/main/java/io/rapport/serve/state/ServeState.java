package io.rapport.serve.state;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The state database, as far as serve owns it. Thread-safe. */
public final class ServeState {

    /** The newest migration in {@code db/serve}; a test compares. */
    static final int SCHEMA = 2;

    private static final String HISTORY = "flyway_schema_history_serve";

    /** Writers wait for each other instead of failing; the lake opens the same file in the same way. */
    private static final String OPTIONS =
            "?journal_mode=WAL&busy_timeout=5000&synchronous=NORMAL&foreign_keys=true&transaction_mode=IMMEDIATE";

    private final JdbcClient client;

    private ServeState(DataSource source) {
        this.client = JdbcClient.create(source);
    }

    /**
     * Opens the SQLite database in this file, creates or migrates serve's tables.
     *
     * @throws RapportException {@link LakeError#NEWER_HOME}, {@link LakeError#STATE_FAILED}
     */
    public static ServeState open(Path file) {
        DataSource source = new DriverManagerDataSource("jdbc:sqlite:" + file + OPTIONS);
        try {
            int found = schema(source);
            if (found > SCHEMA) {
                throw new RapportException(
                        LakeError.NEWER_HOME,
                        "The home " + file.getParent() + " was written by a newer Rapport (serve schema " + found
                                + "; this one knows " + SCHEMA + "). Use that version, or another home.");
            }
            if (found < SCHEMA) {
                migrate(source);
            }
        } catch (SQLException | FlywayException e) {
            throw new RapportException(
                    LakeError.STATE_FAILED,
                    "The state database " + file + " can't be opened. Check that it is a file of Rapport's, that it"
                            + " can be written, and that the disk has room.",
                    e);
        }
        return new ServeState(source);
    }

    /** Runs statements one by one, each a transaction of its own. */
    public <T> T run(Function<JdbcClient, T> work) {
        try {
            return work.apply(client);
        } catch (DataAccessException e) {
            throw new RapportException(
                    LakeError.STATE_FAILED,
                    "The state database could not be read or written. Check the disk's free space and that no other"
                            + " program holds the file; then run it again.",
                    e);
        }
    }

    /** Asks the history table itself, because starting Flyway costs more than everything else together. */
    private static int schema(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet table = connection.getMetaData().getTables(null, null, HISTORY, null)) {
                if (!table.next()) {
                    return 0;
                }
            }
            try (ResultSet newest = statement.executeQuery(
                    "select max(cast(version as integer)) from " + HISTORY + " where success = true")) {
                return newest.next() ? newest.getInt(1) : 0;
            }
        }
    }

    private static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/serve/sqlite")
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
