package io.rapport.lake.state;

import io.rapport.core.error.RapportException;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a state database is and how to reach it. Its text names file, or host and database, for messages; never a user
 * or a password.
 */
public sealed interface StateLocation permits SqliteFile, PostgresDatabase {

    /** A SQLite database in a file, which is created where there is none. */
    static StateLocation file(Path file) {
        return new SqliteFile(file, false);
    }

    /**
     * A PostgreSQL database, which has to be there.
     *
     * @param url {@code jdbc:postgresql://host:port/database?user=…}, further parameters as its driver knows them
     * @param password taken where the URL has none
     * @throws RapportException {@link io.rapport.lake.LakeError#BAD_STATE_URL}, which does not repeat the URL
     */
    static StateLocation url(String url, @Nullable String password) {
        return PostgresUrl.parse(url, password);
    }

    /** The file, where the database is one. */
    Optional<Path> findFile();

    /**
     * The same database for a process that serves for long: a few connections stay open between questions. A file is then
     * held open until everything that was opened on it is closed.
     */
    StateLocation kept();

    /** The folder of the migrations that only this kind of database takes. */
    String vendor();

    /** A new connection for each one that is asked for; fails at once where there is none to be had. */
    DataSource source();

    /** The same for what people wait for: it gives up sooner where others keep the state. */
    default DataSource pageSource() {
        return source();
    }

    /** A few connections that are used again, where opening one is dear. To be closed where it can be. */
    DataSource pool();

    /**
     * What a transaction that writes says first, so that there is one at a time in this database; empty where that is so
     * anyway.
     */
    String oneWriter();

    /** Waits until nobody else opens this database for the first time or changes its tables. */
    Turn turn();

    /** What to run after an erasure so that no file of the home holds what was deleted; empty where there is nothing. */
    String afterErasure();

    /** Says what failed without the driver's words, which may quote data and names. */
    RapportException explain(Exception error);
}
