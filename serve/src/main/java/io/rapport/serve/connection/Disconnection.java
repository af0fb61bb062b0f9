package io.rapport.serve.connection;

import io.rapport.connect.sync.Scopes;
import io.rapport.lake.Lake;
import io.rapport.lake.retention.Erased;
import io.rapport.serve.dataset.ExtractionPlace;
import io.rapport.serve.dataset.Extractions;
import io.rapport.serve.dataset.KeptFiles;
import io.rapport.serve.home.Home;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Ends connections; what they brought stays, or is erased. A sync that is under way, here or in another process, can't
 * commit any more. The connection itself goes last, so that what was broken off is done by doing it again.
 */
public final class Disconnection {

    /** Which files were imported rests under it. */
    private static final String IMPORTS = "import";

    private final ServeState state;
    private final Lake lake;
    private final Home home;
    private final Extractions extractions;

    public Disconnection(ServeState state, Lake lake, Home home, InstantSource instants) {
        this.state = state;
        this.lake = lake;
        this.home = home;
        this.extractions = new Extractions(state, instants);
    }

    /** What has landed stays. */
    public void end(GraphConnection connection) {
        lake.end(connection.source());
        lake.landing().forget(connection.source());
        new GraphConnections(state).remove(connection);
    }

    /** What has landed stays, and so does what lies in the folder. */
    public void end(Connection connection) {
        lake.end(connection.source());
        new Connections(state).remove(connection);
    }

    /**
     * Erases what a tenant's connection brought.
     *
     * @throws io.rapport.core.error.RapportException {@link ConnectionError#ERASURE_INCOMPLETE} where a look at every file
     *     of the home finds something of it
     */
    public Erased erase(GraphConnection connection) {
        GraphConnections connections = new GraphConnections(state);
        ErasureProof proof = new ErasureProof(home.folder(), List.of(connection.id(), connections.stored(connection)));
        Erased erased = lake.erase(connection.source());
        List<Path> rest = eraseExtractions();
        readAnew(connections.list().stream()
                .filter(other ->
                        !other.id().equals(connection.id()) && other.tenant().equals(connection.tenant()))
                .toList());
        lake.landing().forget(connection.source());
        connections.remove(connection);
        lake.settleErasure();
        rest.addAll(lake.findRest(connection.source()));
        proof.require(connection.name(), rest);
        return erased;
    }

    /** Erases what came of a watched folder; the folder itself stays as it is. */
    public Erased erase(Connection connection) {
        Erased erased = lake.erase(connection.source());
        List<Path> rest = eraseExtractions();
        readAnew(new GraphConnections(state).list());
        new Connections(state).remove(connection);
        lake.settleErasure();
        rest.addAll(lake.findRest(connection.source()));
        new ErasureProof(home.folder(), List.of()).require(connection.name(), rest);
        return erased;
    }

    /** Folders outside of the home that extractions wrote; what they hold of a connection, no erasure reaches. */
    public List<Path> extractionsOutside() {
        return extractions.outside();
    }

    /**
     * What rests of extractions does not know who brought its rows, so all that were begun before go. Answers with what
     * could not be deleted.
     */
    private List<Path> eraseExtractions() {
        return new KeptFiles(extractions, new ExtractionPlace(home)).deleteAll();
    }

    /**
     * What two connections brought alike was known to be the first one's and went with it. So the others read everything
     * anew: files at the next sync or import, and these tenants at the next sync.
     */
    private void readAnew(List<GraphConnection> tenants) {
        tenants.forEach(tenant -> lake.landing().forget(new Scopes(tenant.id()).all()));
        lake.landing().forget(IMPORTS);
        new WatchedFiles(state).removeAll();
    }
}
