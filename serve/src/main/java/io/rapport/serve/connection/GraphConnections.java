package io.rapport.serve.connection;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.graph.ClientId;
import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.TenantId;
import io.rapport.core.error.RapportException;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.state.ServeState;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The connections to Microsoft Graph, in the state database, their credentials encrypted. Safe from any thread. */
public final class GraphConnections {

    private final ServeState state;

    public GraphConnections(ServeState state) {
        this.state = state;
    }

    /** @throws RapportException {@link ConnectionError#CONNECTION_EXISTS} where its name is taken */
    public void add(GraphConnection connection, StoredCredential credential, SecretBox secrets) {
        requireNameFree(connection.name());
        if (new Connections(state)
                .list().stream().anyMatch(other -> other.name().equals(connection.name()))) {
            throw taken(connection.name());
        }
        state.run(db -> db.sql("""
                        insert into graph_connection (name, id, connector, tenant_id, client_id, login_url, graph_url,
                            credential_kind, credential, selected_groups, selected_filter, selected_mailboxes,
                            excluded_groups, created_at)
                        values (:name, :id, :connector, :tenant, :client, :login, :graph, :kind, :credential, :groups,
                            :filter, :mailboxes, :excluded, :createdAt)
                        """)
                .param("name", connection.name())
                .param("id", connection.id())
                .param("connector", connection.connector().word())
                .param("tenant", connection.tenant().value())
                .param("client", connection.app().value())
                .param("login", connection.endpoints().login().toString())
                .param("graph", connection.endpoints().graph().toString())
                .param("kind", credential.kind().name())
                .param("credential", secrets.encrypt(place(connection), credential.content()))
                .param("groups", JsonText.of(connection.selection().groups()))
                .param("filter", connection.selection().filter())
                .param("mailboxes", JsonText.of(connection.selection().mailboxes()))
                .param("excluded", JsonText.of(connection.selection().excludedGroups()))
                .param("createdAt", connection.createdAt().toEpochMilli())
                .update());
    }

    /** All of them, by name. */
    public List<GraphConnection> list() {
        return state.run(db -> db.sql("select * from graph_connection order by name")
                .query((row, number) -> read(row))
                .list());
    }

    public Optional<GraphConnection> find(String name) {
        return list().stream()
                .filter(connection -> connection.name().equals(name))
                .findFirst();
    }

    /** @throws RapportException {@link io.rapport.serve.secret.SecretError#SECRET_UNREADABLE} */
    public StoredCredential credential(GraphConnection connection, SecretBox secrets) {
        record Stored(String kind, String text) {}
        Stored stored = state.run(db -> db.sql(
                        "select credential_kind, credential from graph_connection where id = :id")
                .param("id", connection.id())
                .query((row, number) -> new Stored(row.getString("credential_kind"), row.getString("credential")))
                .single());
        return StoredCredential.stored(stored.kind(), secrets.decrypt(place(connection), stored.text()));
    }

    /** The credential as it rests. */
    String stored(GraphConnection connection) {
        return state.run(db -> db.sql("select credential from graph_connection where id = :id")
                .param("id", connection.id())
                .query(String.class)
                .single());
    }

    /** Forgets the connection and its credential. */
    public void remove(GraphConnection connection) {
        state.run(db -> db.sql("delete from graph_connection where id = :id")
                .param("id", connection.id())
                .update());
    }

    void synced(GraphConnection connection, Instant at) {
        state.run(db -> db.sql("update graph_connection set synced_at = :at where id = :id")
                .param("at", at.toEpochMilli())
                .param("id", connection.id())
                .update());
    }

    /** @throws RapportException {@link ConnectionError#CONNECTION_EXISTS} where a tenant's connection has this name */
    public void requireNameFree(String name) {
        if (find(name).isPresent()) {
            throw taken(name);
        }
    }

    private static RapportException taken(String name) {
        return new RapportException(
                ConnectionError.CONNECTION_EXISTS,
                "There is a connection " + name + " already. Give this one another name: --name NAME; or end that one:"
                        + " rapport disconnect " + name + ".");
    }

    /** A credential is bound to its connection: one row's can't be read as another's. */
    private static String place(GraphConnection connection) {
        return "connection/" + connection.id();
    }

    private static GraphConnection read(ResultSet row) throws SQLException {
        return new GraphConnection(
                row.getString("name"),
                row.getString("id"),
                Connector.find(row.getString("connector")).orElseThrow(),
                new TenantId(row.getString("tenant_id")),
                new ClientId(row.getString("client_id")),
                new Endpoints(URI.create(row.getString("login_url")), URI.create(row.getString("graph_url"))),
                new Selection(
                        JsonText.strings(row.getString("selected_groups")),
                        row.getString("selected_filter"),
                        JsonText.strings(row.getString("selected_mailboxes")),
                        JsonText.strings(row.getString("excluded_groups"))),
                row.getString("credential_kind")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', ' '),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getObject("synced_at") == null ? null : Instant.ofEpochMilli(row.getLong("synced_at")));
    }
}
