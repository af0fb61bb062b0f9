package io.rapport.serve.web.connection;

import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.web.NotThere;
import java.util.Optional;

/** Connections by the names in pages' addresses. */
final class KnownConnections {

    private final GraphConnections tenants;
    private final Connections folders;

    KnownConnections(ServeState state) {
        this.tenants = new GraphConnections(state);
        this.folders = new Connections(state);
    }

    /** Empty where the name is a folder's, or nobody's. */
    Optional<GraphConnection> findTenant(String name) {
        return tenants.find(name);
    }

    /** @throws NotThere where no connection has this name */
    void require(String name) {
        boolean isFolder =
                folders.list().stream().anyMatch(folder -> folder.name().equals(name));
        if (!isFolder && findTenant(name).isEmpty()) {
            throw new NotThere();
        }
    }
}
