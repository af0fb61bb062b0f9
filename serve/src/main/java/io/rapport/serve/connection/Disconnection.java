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
import java.util.Optional;

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

    /** By what a connection is known now; empty where none has this name. */
    public Optional<ConnectionTraces> findTraces(String name) {
        GraphConnections tenants = new GraphConnections(state);
        return tenants.find(name)
                .map(tenant -> new ConnectionTraces(
                        name, tenant.connector().word(), tenant.source(), List.of(tenant.id(), tenants.stored(tenant))))
                .or(() -> new Connections(state)
                        .find(name)
                        .map(folder -> new ConnectionTraces(name, Connection.CONNECTOR, folder.source(), List.of())));
    }

    /**
     * Erases what a connection brought, and the connection last; a watched folder itself stays as it is. Where the connection
     * is gone already, what is left is to look whether anything of it is there.
     *
     * @param traces as they were before it was begun for the first time
     * @throws io.rapport.core.error.RapportException {@link ConnectionError#ERASURE_INCOMPLETE} where a look at every file
     *     of the home finds something of it
     */
    public Erased erase(ConnectionTraces traces) {
        Optional<GraphConnection> tenant = new GraphConnections(state)
                .find(traces.name())
                .filter(found -> found.source().equals(traces.source()));
        Optional<Connection> folder = new Connections(state)
                .find(traces.name())
                .filter(found -> found.source().equals(traces.source()));
        Erased erased = new Erased(0, 0);
        if (tenant.isPresent() || folder.isPresent()) {
            erased = lake.erase(traces.source());
            new ErasureProof(home.folder(), List.of()).require(traces.name(), eraseExtractions());
            tenant.ifPresent(this::forget);
            folder.ifPresent(this::forget);
        }
        lake.settleErasure();
        new ErasureProof(home.folder(), traces.words()).require(traces.name(), lake.findRest(traces.source()));
        return erased;
    }

    private void forget(GraphConnection tenant) {
        GraphConnections tenants = new GraphConnections(state);
        readAnew(tenants.list().stream()
                .filter(other ->
                        !other.id().equals(tenant.id()) && other.tenant().equals(tenant.tenant()))
                .toList());
        lake.landing().forget(tenant.source());
        tenants.remove(tenant);
    }

    private void forget(Connection folder) {
        readAnew(new GraphConnections(state).list());
        new Connections(state).remove(folder);
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
