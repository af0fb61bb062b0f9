package io.rapport.serve.connection;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.graph.ClientId;
import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.TenantId;
import io.rapport.connect.sync.Scopes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant that is read over Microsoft Graph. Its credential is kept apart.
 *
 * @param name as {@link Connection}'s
 * @param id random; its checkpoints are named by it
 * @param tenant by its id
 * @param app the app that the tenant consented to
 * @param credentialKind for people
 * @param createdAt when it was connected
 * @param syncedAt when a sync last came to its end, or null where none did
 */
public record GraphConnection(
        String name,
        String id,
        Connector connector,
        TenantId tenant,
        ClientId app,
        Endpoints endpoints,
        Selection selection,
        String credentialKind,
        Instant createdAt,
        @Nullable Instant syncedAt) {

    public GraphConnection {
        ConnectionName.require(name);
    }

    /** As what the lake knows it. */
    public String source() {
        return new Scopes(id).all();
    }
}
