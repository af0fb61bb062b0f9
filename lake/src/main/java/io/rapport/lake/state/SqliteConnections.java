package io.rapport.lake.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.sqlite.BusyHandler;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Connections to a SQLite file whose writers look every millisecond whether the one before them is done. SQLite's own wait
 * grows to a tenth of a second for every look, and whoever came last and looks more often goes first: a page then waits for
 * seconds while a sync commits.
 */
final class SqliteConnections extends DriverManagerDataSource {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);
    /** The bits of a code that extended ones share. */
    private static final int PRIMARY = 0xff;

    private final Duration patience;

    /** @param patience how long a writer, or whoever opens, waits for others */
    SqliteConnections(String url, Duration patience) {
        super(url);
        this.patience = patience;
    }

    @Override
    protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
        Connection connection = open(properties);
        try {
            BusyHandler.setHandler(connection, new Waiting(patience));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Whoever is first gives a new file its journal; SQLite refuses the others meanwhile without asking them to wait. */
    private Connection open(Properties properties) throws SQLException {
        Waiting waiting = new Waiting(patience);
        for (int looks = 0; ; looks++) {
            try {
                return super.getConnectionFromDriver(properties);
            } catch (SQLiteException e) {
                boolean isBusy = (e.getResultCode().code & PRIMARY) == SQLiteErrorCode.SQLITE_BUSY.code;
                if (!isBusy || waiting.callback(looks) == 0) {
                    throw e;
                }
            }
        }
    }

    /** One connection's wait, which one thread at a time has. */
    private static final class Waiting extends BusyHandler {

        private final Duration patience;
        private long begun;

        private Waiting(Duration patience) {
            this.patience = patience;
        }

        @Override
        protected int callback(int looks) {
            long now = System.nanoTime();
            if (looks == 0) {
                begun = now;
            }
            if (now - begun > patience.toNanos()) {
                return 0;
            }
            boolean isInterrupted = Thread.interrupted();
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
            return 1;
        }
    }
}
