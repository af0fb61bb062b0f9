package io.rapport.lake.state;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The PostgreSQL server of a test JVM: started by the first test that asks, ended with the JVM. The user {@code postgres}
 * may do everything without a password, anybody else needs one.
 */
public final class PostgresServer {

    private static final String ACCESS =
            "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n";
    private static final EmbeddedPostgres SERVER = start();
    private static final Map<Path, String> SCHEMAS = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            Path access = Files.writeString(Files.createTempFile("pg_hba", ".conf"), ACCESS);
            access.toFile().deleteOnExit();
            if (!access.toFile().setReadable(true, false)) {
                throw new IOException("the server may not read " + access);
            }
            return EmbeddedPostgres.builder()
                    .setServerConfig("hba_file", access.toString())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The state database of this home: a schema of its own, always the same one. */
    public static StateLocation of(Path home) {
        return StateLocation.url(url(schema(home)), null);
    }

    /** A schema's URL, with the user who may do everything. */
    public static String url(String schema) {
        return server() + "/postgres?user=postgres&currentSchema=" + schema;
    }

    /** The beginning of every URL. */
    public static String server() {
        return "jdbc:postgresql://127.0.0.1:" + port();
    }

    public static int port() {
        return SERVER.getPort();
    }

    /** The name of a home's schema. */
    public static String schema(Path home) {
        return SCHEMAS.computeIfAbsent(home, added -> {
            String schema = "home_" + NUMBER.incrementAndGet();
            execute("public", "create schema " + schema);
            return schema;
        });
    }

    /** Runs statements as somebody who may do everything, beside all Rapport. */
    public static void execute(String schema, String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to " + schema);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many connections of a schema's processes wait for another one's lock. */
    public static int waiting() {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
