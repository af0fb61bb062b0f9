package io.rapport.serve.state;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.manifest.HomeLayout;
import io.rapport.lake.manifest.LakeState;
import io.rapport.lake.privacy.Suppression;
import io.rapport.lake.state.StateDatabase;
import io.rapport.lake.state.StateLocation;
import io.rapport.lake.state.StateSchema;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The state database, as far as serve owns it. Whether it is the home's own, the lake finds out: open that first.
 * Thread-safe.
 */
public final class ServeState implements AutoCloseable {

    /** With the newest migration in {@code db/serve}; a test compares. */
    static final StateSchema SCHEMA = new StateSchema("serve", 25);

    private final StateDatabase database;

    private ServeState(StateDatabase database) {
        this.database = database;
    }

    /** The tables that serve owns. */
    public static StateSchema schema() {
        return SCHEMA;
    }

    /**
     * Creates or migrates serve's tables.
     *
     * @throws RapportException {@link LakeError#NEWER_HOME}, or one of those that begin with {@code STATE}
     */
    public static ServeState open(StateLocation location) {
        StateDatabase database = new StateDatabase(location);
        try {
            database.migrate(SCHEMA);
            return new ServeState(database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Runs statements one by one, each a transaction of its own. */
    public <T> T run(Function<JdbcClient, T> work) {
        return database.read(work);
    }

    /**
     * Runs statements in one transaction, one at a time among all processes that write so; an exception undoes all of them.
     */
    public <T> T change(Function<JdbcClient, T> work) {
        return database.write(work);
    }

    /** The columns of text by table, the lake's among them: for whoever looks for traces of somebody. */
    public Map<String, List<String>> textColumns() {
        return database.textColumns();
    }

    /** Who was erased from the home of this database, as it is now. */
    public Suppression suppression(Path home, InstantSource instants) {
        return LakeState.suppression(database, new HomeLayout(home), instants);
    }

    @Override
    public void close() {
        database.close();
    }
}
