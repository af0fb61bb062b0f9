package io.rapport.lake.duckdb;

import io.rapport.core.error.RapportException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * One embedded engine with a database in memory. Its connections share tables, memory and threads; each is for one
 * thread at a time, but several may work at once. Closing it ends all of them and removes what it spilled.
 */
public final class DuckDb implements AutoCloseable {

    private static final double SHARE_OF_FREE_DISK = 0.8;

    /** A checkpoint of tables in memory saves nothing: it compresses all of them, which takes seconds. */
    private static final String NEVER = "1TB";

    /**
     * What the sorts and hash tables of a connection may take of the memory before they spill. Those that nearly fill it
     * could neither be finished in what is left, nor would they spill.
     */
    private static final double SHARE_OF_OPERATORS = 0.5;

    private final DuckDBConnection root;
    private final SpillFolder spill;
    private final long operatorBytes;

    private DuckDb(DuckDBConnection root, SpillFolder spill, long operatorBytes) {
        this.root = root;
        this.spill = spill;
        this.operatorBytes = operatorBytes;
    }

    /** Starts an engine; the first of a process takes about half a second. */
    public static DuckDb open(DuckDbSettings settings) {
        return open(settings, new Properties());
    }

    /** Starts an engine that keeps rows in the order in which files and subqueries have them, which takes more memory. */
    public static DuckDb openOrdered(DuckDbSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("preserve_insertion_order", "true");
        return open(settings, properties);
    }

    /**
     * Starts an ordered engine whose results come piece by piece instead of all at once. A failure before the first piece
     * is reported without its cause.
     */
    public static DuckDb openStreaming(DuckDbSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("preserve_insertion_order", "true");
        return open(settings, properties);
    }

    private static DuckDb open(DuckDbSettings settings, Properties more) {
        SpillFolder spill = SpillFolder.create(settings.tempFolder());
        try {
            Properties properties = limits(settings, spill.folder());
            properties.putAll(more);
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
            DuckDb engine = new DuckDb(connection.unwrap(DuckDBConnection.class), spill, (long)
                    (settings.memoryBytes() * SHARE_OF_OPERATORS));
            try (DuckDbSession session = engine.connect()) {
                session.run("starting the engine", "set global TimeZone = 'UTC'");
            }
            return engine;
        } catch (SQLException e) {
            spill.close();
            throw DuckDbErrors.explain("starting the engine", e);
        } catch (RapportException e) {
            spill.close();
            throw e;
        }
    }

    private static Properties limits(DuckDbSettings settings, Path folder) {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", settings.memoryBytes() + "B");
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("temp_directory", folder.toString());
        long spillBytes = (long) (folder.toFile().getUsableSpace() * SHARE_OF_FREE_DISK);
        properties.setProperty("max_temp_directory_size", Math.max(spillBytes, 1) + "B");
        properties.setProperty("preserve_insertion_order", "false");
        properties.setProperty("checkpoint_threshold", NEVER);
        // The system keeps what was read of files already.
        properties.setProperty("enable_external_file_cache", "false");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        return properties;
    }

    /** A further connection to the same database. The caller closes it. */
    public DuckDbSession connect() {
        try {
            DuckDbSession session = new DuckDbSession(root.duplicate());
            session.run("connecting to the engine", "set operator_memory_limit = '" + operatorBytes + "B'");
            return session;
        } catch (SQLException e) {
            throw DuckDbErrors.explain("connecting to the engine", e);
        }
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw DuckDbErrors.explain("closing the engine", e);
        } finally {
            spill.close();
        }
    }
}
