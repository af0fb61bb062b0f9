package io.rapport.lake.state;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.core.error.RapportException;
import io.rapport.core.program.ProgramVersion;
import io.rapport.lake.LakeError;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** The state database. Its errors are {@link RapportException}s of {@link LakeError}. Thread-safe. */
public final class StateDatabase implements AutoCloseable {

    /** Before the version that brought the tables to where they are. */
    private static final String PROGRAM = "Rapport ";

    private final StateLocation location;
    private final DataSource pool;
    private final JdbcClient client;
    private final TransactionTemplate transactions;

    /** Nothing is opened yet. */
    public StateDatabase(StateLocation location) {
        this.location = location;
        this.pool = location.pool();
        this.client = JdbcClient.create(pool);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** Which version of the schema is there; 0 where none is. */
    public int version(StateSchema schema) {
        try {
            return found(schema);
        } catch (SQLException e) {
            throw location.explain(e);
        }
    }

    /**
     * Creates the schema's tables, or brings them to the newest version.
     *
     * @throws RapportException {@link LakeError#NEWER_HOME} where they are newer
     */
    public void migrate(StateSchema schema) {
        Turn turn = location.turn();
        try {
            migrateInTurn(schema);
        } finally {
            turn.close();
        }
    }

    private void migrateInTurn(StateSchema schema) {
        int found = version(schema);
        if (found > schema.newest()) {
            throw new RapportException(
                    LakeError.NEWER_HOME,
                    "The state database " + location + " was written by a newer Rapport" + writer(schema, found) + " ("
                            + schema.room() + " schema " + found + "; this one, " + ProgramVersion.text() + ", knows "
                            + schema.newest() + "). Use that version, or another home.");
        }
        if (found < schema.newest()) {
            try {
                Flyway.configure()
                        .dataSource(location.source())
                        .locations(schema.folders(location))
                        .table(schema.history())
                        .installedBy(PROGRAM + ProgramVersion.text())
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate();
            } catch (FlywayException e) {
                throw location.explain(e);
            }
        }
    }

    /** Asks the history table itself, because starting Flyway costs more than everything else together. */
    private int found(StateSchema schema) throws SQLException {
        try (Connection connection = location.source().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet table =
                    connection.getMetaData().getTables(null, connection.getSchema(), schema.history(), null)) {
                if (!table.next()) {
                    return 0;
                }
            }
            try (ResultSet newest = statement.executeQuery(
                    "select max(cast(version as integer)) from " + schema.history() + " where success = true")) {
                return newest.next() ? newest.getInt(1) : 0;
            }
        }
    }

    /** Which version wrote it, behind a comma; empty for homes from before versions wrote that down. */
    private String writer(StateSchema schema, int version) {
        return read(db -> db.sql("select installed_by from " + schema.history() + " where cast(version as integer) = ?")
                        .param(version)
                        .query(String.class)
                        .list())
                .stream()
                .filter(by -> by.startsWith(PROGRAM))
                .findFirst()
                .map(by -> ", " + by.substring(PROGRAM.length()))
                .orElse("");
    }

    /** Runs statements one by one, each a transaction of its own. */
    public <T> T read(Function<JdbcClient, T> work) {
        return guarded(() -> work.apply(client));
    }

    /**
     * Runs statements in one transaction; an exception undoes all of them. One at a time, among all processes: what it
     * reads stays true until it ends. The lake's tables have to be there.
     */
    public <T> T write(Function<JdbcClient, T> work) {
        return guarded(() -> {
            T result = transactions.execute(status -> {
                if (!location.oneWriter().isEmpty()) {
                    client.sql(location.oneWriter()).update();
                }
                return work.apply(client);
            });
            return Objects.requireNonNull(result);
        });
    }

    /** The columns of text by table, whoever owns it; all names as the database has them. */
    public Map<String, List<String>> textColumns() {
        try (Connection connection = location.source().getConnection();
                ResultSet columns = connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
            Map<String, List<String>> found = new TreeMap<>();
            while (columns.next()) {
                String type = columns.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
                if (type.contains("char") || type.contains("text")) {
                    found.computeIfAbsent(columns.getString("TABLE_NAME"), added -> new ArrayList<>())
                            .add(columns.getString("COLUMN_NAME"));
                }
            }
            return found;
        } catch (SQLException e) {
            throw location.explain(e);
        }
    }

    /** After an erasure: where the database is a file of ours, nothing of what was deleted stays in it or beside it. */
    public void settleErasure() {
        String statement = location.afterErasure();
        if (!statement.isEmpty()) {
            read(db -> db.sql(statement).query().listOfRows());
        }
    }

    @Override
    public void close() {
        if (pool instanceof HikariDataSource connections) {
            connections.close();
        }
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (TransactionSystemException e) {
            throw beforeEnd(e);
        } catch (DataAccessException | TransactionException e) {
            throw location.explain(e);
        }
    }

    /** Where a transaction could not even be undone, what went wrong before says more. */
    private RapportException beforeEnd(TransactionSystemException e) {
        Throwable before = e.getApplicationException();
        if (before instanceof RapportException ours) {
            return ours;
        }
        return location.explain(before instanceof DataAccessException known ? known : e);
    }
}
