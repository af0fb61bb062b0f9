package io.rapport.lake.backup;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.StateDatabase;
import io.rapport.lake.state.StateLocation;
import io.rapport.lake.state.StateSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A state database's rows in one file of SQLite, which nobody else has open. Errors are those of
 * {@link LakeError} that begin with {@code STATE}.
 *
 * @param file need not be there yet
 */
public record StateFile(Path file) {

    /** Nothing of what is deleted stays in the file, and nothing lies beside it. */
    private static final String OPTIONS = "?secure_delete=true&journal_mode=MEMORY&foreign_keys=true";

    /**
     * Takes all rows as they are at one moment; whoever writes meanwhile does not wait.
     *
     * @param from of this program's schemas
     * @param leftOut tables whose rows stay behind
     * @return how many rows each table holds
     */
    public Map<String, Long> take(StateLocation from, List<StateSchema> schemas, Set<String> leftOut) {
        return guarded(from, () -> {
            if (from.findFile().isPresent()) {
                try (Connection source = from.source().getConnection();
                        PreparedStatement copy = source.prepareStatement("vacuum into ?")) {
                    copy.setString(1, file.toString());
                    copy.execute();
                }
            } else {
                migrate(schemas);
                read(from, leftOut);
            }
            try (Connection own = connect();
                    Statement statement = own.createStatement()) {
                for (String table : leftOut) {
                    statement.execute("delete from " + StateTables.quoted(table));
                }
                return StateTables.counts(own);
            }
        });
    }

    private void read(StateLocation from, Set<String> leftOut) throws SQLException {
        try (Connection source = from.source().getConnection();
                Connection own = connect()) {
            source.setReadOnly(true);
            source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            source.setAutoCommit(false);
            own.setAutoCommit(false);
            RowCopy rows = new RowCopy(source, own);
            for (String table : StateTables.names(own)) {
                if (!leftOut.contains(table)) {
                    rows.copy(table, StateTables.columns(own, table));
                }
            }
            Sequences.putInFile(own, Sequences.ofPostgres(source));
            own.commit();
            source.rollback();
        }
    }

    /**
     * Brings the tables to this program's version.
     *
     * @throws RapportException {@link LakeError#NEWER_HOME}
     */
    public void migrate(List<StateSchema> schemas) {
        StateLocation location = StateLocation.file(file);
        try (StateDatabase database = new StateDatabase(location)) {
            schemas.forEach(database::migrate);
        }
        guarded(location, () -> {
            // One file from now on: the turn's and the log's are no part of it.
            try (Connection own = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = own.createStatement()) {
                statement.execute("pragma journal_mode = delete");
            }
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-turn"));
            return file;
        });
    }

    /** Runs statements on it in one transaction. */
    public <T> T change(Function<JdbcClient, T> work) {
        return guarded(StateLocation.file(file), () -> {
            try (Connection own = connect()) {
                own.setAutoCommit(false);
                T result = work.apply(JdbcClient.create(new SingleConnectionDataSource(own, true)));
                own.commit();
                return result;
            }
        });
    }

    /** How many rows each table holds. */
    public Map<String, Long> counts() {
        return guarded(StateLocation.file(file), () -> {
            try (Connection own = connect()) {
                return StateTables.counts(own);
            }
        });
    }

    /**
     * Puts all rows into a database that holds none, in one transaction: all or nothing.
     *
     * @param to of PostgreSQL; its tables come by themselves
     */
    public void put(StateLocation to, List<StateSchema> schemas) {
        try (StateDatabase database = new StateDatabase(to)) {
            schemas.forEach(database::migrate);
        }
        guarded(to, () -> {
            try (Connection own = connect();
                    Connection target = to.source().getConnection()) {
                target.setAutoCommit(false);
                requireEmpty(target, to);
                RowCopy rows = new RowCopy(own, target);
                for (String table : StateTables.names(own)) {
                    rows.copy(table, StateTables.columns(own, table));
                }
                Sequences.putInPostgres(target, Sequences.ofFile(own));
                target.commit();
                return to;
            }
        });
    }

    private static void requireEmpty(Connection target, StateLocation to) throws SQLException {
        try (Statement lock = target.createStatement()) {
            lock.execute(to.oneWriter());
        }
        if (!StateTables.texts(target, "select id from lake_home").isEmpty()) {
            throw new RapportException(
                    LakeError.HOME_MISMATCH,
                    "The state database " + to + " belongs to a home already. Name an empty one.");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file + OPTIONS);
    }

    private static <T> T guarded(StateLocation location, Work<T> work) {
        try {
            return work.run();
        } catch (RapportException ours) {
            throw ours;
        } catch (IllegalStateException fault) {
            throw fault;
        } catch (Exception e) {
            throw location.explain(e);
        }
    }

    /** What may fail as databases and files do. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws Exception;
    }
}
