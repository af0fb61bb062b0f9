package io.rapport.lake.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.transaction.TransactionSystemException;

/** A database of a PostgreSQL server. */
final class PostgresDatabase implements StateLocation {

    /**
     * A table of the lake's that nothing else locks; readers don't wait. A writer that is stopped or cut off within its
     * transaction gives the lock back within a minute, which is also how long its lease lasts.
     */
    private static final String ONE_WRITER = "set local lock_timeout = 30000;"
            + " set local idle_in_transaction_session_timeout = 60000;"
            + " lock table lake_home in exclusive mode";

    /** Any number will do that nobody else locks in this database: the letters of the product's name. */
    private static final String ONE_MIGRATION =
            "select pg_advisory_xact_lock(" + 0x52617070 + ", hashtext(current_schema()))";

    private static final int MOST_CONNECTIONS = 4;

    /** Connections, shutdowns, a transaction that idled for too long, too many connections. */
    private static final Pattern UNREACHABLE = Pattern.compile("08...|57P..|25P03|53300");

    private final String url;
    private final String name;
    private final Properties properties = new Properties();
    private final long patience;

    /**
     * @param url without parameters
     * @param name database and host, as messages name it
     * @param properties user, password and whatever else the driver knows
     */
    PostgresDatabase(String url, String name, Properties properties) {
        this.url = url;
        this.name = name;
        this.properties.setProperty("ApplicationName", "rapport");
        this.properties.setProperty("connectTimeout", "10");
        this.properties.setProperty("socketTimeout", "60");
        this.properties.setProperty("tcpKeepAlive", "true");
        this.properties.putAll(properties);
        this.patience = 1000L * Integer.parseUnsignedInt(this.properties.getProperty("connectTimeout"));
    }

    @Override
    public Optional<Path> findFile() {
        return Optional.empty();
    }

    /** It keeps connections anyway. */
    @Override
    public StateLocation kept() {
        return this;
    }

    @Override
    public String vendor() {
        return "postgresql";
    }

    @Override
    public DataSource source() {
        return new DriverManagerDataSource(url, properties);
    }

    @Override
    public DataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("rapport-state");
        config.setDataSource(source());
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(60_000);
        config.setConnectionTimeout(patience);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Override
    public String oneWriter() {
        return ONE_WRITER;
    }

    /** A lock of a transaction's, which proxies that share connections between transactions keep apart as well. */
    @Override
    public Turn turn() {
        try {
            Connection connection = source().getConnection();
            try (Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(ONE_MIGRATION);
                return () -> JdbcUtils.closeConnection(connection);
            } catch (SQLException e) {
                JdbcUtils.closeConnection(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    @Override
    public String afterErasure() {
        return "";
    }

    @Override
    public RapportException explain(Exception error) {
        String state = sqlState(error);
        if (state.startsWith("28") || state.equals("08004")) {
            return new RapportException(
                    LakeError.STATE_LOGIN_REFUSED,
                    "The server of the state database " + name + " refused the login. Check user= in its URL, the"
                            + " password in RAPPORT_STATE_PASSWORD, and the server's pg_hba.conf.",
                    error);
        }
        if (state.equals("3D000")) {
            return new RapportException(
                    LakeError.STATE_MISSING,
                    "The server has no database of the name in " + name + ". Create it, owned by Rapport's user; its"
                            + " tables come by themselves.",
                    error);
        }
        if (state.equals("42501") || state.equals("3F000") || state.equals("25006")) {
            return new RapportException(
                    LakeError.STATE_FORBIDDEN,
                    "The user may not do what Rapport has to do in the state database " + name
                            + ". Let it create tables"
                            + " in its schema and write to them: grant create, usage on schema … to …; and connect to"
                            + " the primary server.",
                    error);
        }
        if (UNREACHABLE.matcher(state).matches() || (state.isEmpty() && error instanceof TransactionSystemException)) {
            return new RapportException(
                    LakeError.STATE_UNREACHABLE,
                    "The server of the state database " + name + " can't be reached, takes no more connections, or went"
                            + " away. What was being committed is there whole or not at all. Check the server and the"
                            + " network; then run it again.",
                    error);
        }
        return new RapportException(
                LakeError.STATE_FAILED,
                "The state database " + name + " could not be read or written"
                        + (state.isEmpty() ? "" : " (SQLSTATE " + state + ")")
                        + ". Check the server's log and its free space; then run it again.",
                error);
    }

    /** The first one among the causes. Empty for one that could not be undone either: its connection is gone. */
    private static String sqlState(Exception error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    @Override
    public String toString() {
        return name;
    }
}
