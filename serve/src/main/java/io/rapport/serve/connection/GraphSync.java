package io.rapport.serve.connection;

import io.rapport.connect.consent.Finding;
import io.rapport.connect.consent.Probe;
import io.rapport.connect.graph.GraphAccess;
import io.rapport.connect.row.Rejection;
import io.rapport.connect.sync.CommitLimits;
import io.rapport.connect.sync.Scopes;
import io.rapport.connect.sync.SyncRound;
import io.rapport.connect.sync.SyncSummary;
import io.rapport.core.landing.Landing;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.state.ServeState;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Syncs connections to Microsoft Graph, and finds out what they are allowed. Of two syncs of one connection at once the
 * later one goes on, and the earlier one can't commit any more. For one thread.
 */
public final class GraphSync {

    /** Answers under way may take an eighth of the heap together. */
    private static final long MEMORY_SHARE = 8;

    private final GraphConnections connections;
    private final InstantSource instants;
    private final SecretBox secrets;

    public GraphSync(ServeState state, InstantSource instants, SecretBox secrets) {
        this.connections = new GraphConnections(state);
        this.instants = instants;
        this.secrets = secrets;
    }

    /**
     * One round.
     *
     * @param rejects hears of each object that can't land
     * @throws io.rapport.core.error.RapportException where there is no token, the directory can't be read, or nothing can
     *     land; what was read until then has landed
     */
    public SyncSummary sync(
            GraphConnection connection, Lake lake, CommitLimits limits, Consumer<Rejection> rejects, Progress progress)
            throws InterruptedException {
        GraphAccess access = open(connection, connections.credential(connection, secrets));
        SyncSummary summary = new SyncRound(
                        access.loop(),
                        access.client(),
                        access.traffic(),
                        lake.landing(connection.source()),
                        connection.connector(),
                        connection.id(),
                        connection.name(),
                        connection.tenant().value(),
                        connection.selection(),
                        rejects,
                        limits)
                .run(progress);
        connections.synced(connection, instants.instant());
        return summary;
    }

    /** Tries every permission of a connection that is stored. */
    public List<Finding> probe(GraphConnection connection) throws InterruptedException {
        return probe(connection, connections.credential(connection, secrets));
    }

    /** Tries every permission of a connection that may not be stored yet. */
    public List<Finding> probe(GraphConnection connection, StoredCredential credential) throws InterruptedException {
        return new Probe(open(connection, credential), connection.connector()).run();
    }

    /** What the last rounds said of each mailbox: id of its owner to a state, and perhaps Microsoft's code. */
    public static Map<String, String> mailboxes(GraphConnection connection, Landing landing) {
        return landing.checkpoints(new Scopes(connection.id()).mailboxes());
    }

    private GraphAccess open(GraphConnection connection, StoredCredential credential) {
        return GraphAccess.open(
                instants,
                connection.endpoints(),
                connection.tenant(),
                connection.app(),
                credential.credential(),
                new SecureRandom(),
                Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
    }
}
