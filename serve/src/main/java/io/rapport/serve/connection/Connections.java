package io.rapport.serve.connection;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The connections of a home, in the state database. Safe from any thread. */
public final class Connections {

    private final ServeState state;

    public Connections(ServeState state) {
        this.state = state;
    }

    /** @throws RapportException {@link ConnectionError#CONNECTION_EXISTS} where its name or its folder is taken */
    public void add(Connection connection) {
        for (Connection other : list()) {
            if (other.name().equals(connection.name())) {
                throw new RapportException(
                        ConnectionError.CONNECTION_EXISTS,
                        "There is a connection " + other.name() + " already; it watches " + other.folder()
                                + ". Give this one another name: --name NAME.");
            }
            if (other.folder().equals(connection.folder())) {
                throw new RapportException(
                        ConnectionError.CONNECTION_EXISTS,
                        "The connection " + other.name() + " watches " + other.folder()
                                + " already. To change it: rapport disconnect " + other.name()
                                + ", then connect again.");
            }
        }
        new GraphConnections(state).requireNameFree(connection.name());
        Dataset dataset = connection.dataset();
        state.run(db -> db.sql("""
                        insert into connection (name, connector, folder, dataset, created_at)
                        values (:name, :connector, :folder, :dataset, :createdAt)
                        """)
                .param("name", connection.name())
                .param("connector", Connection.CONNECTOR)
                .param("folder", connection.folder().toString())
                .param("dataset", dataset == null ? null : dataset.name())
                .param("createdAt", connection.createdAt().toEpochMilli())
                .update());
    }

    /** All connections, by name. */
    public List<Connection> list() {
        return state.run(db -> db.sql("select * from connection order by name")
                .query((row, number) -> read(row))
                .list());
    }

    public Optional<Connection> find(String name) {
        return list().stream()
                .filter(connection -> connection.name().equals(name))
                .findFirst();
    }

    /** @throws RapportException {@link ConnectionError#CONNECTION_UNKNOWN}, with the names that there are */
    public Connection require(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    private RapportException unknown(String name) {
        String names = Stream.concat(
                        list().stream().map(Connection::name),
                        new GraphConnections(state).list().stream().map(GraphConnection::name))
                .sorted()
                .collect(Collectors.joining(", "));
        return new RapportException(
                ConnectionError.CONNECTION_UNKNOWN,
                "There is no connection \"" + name + "\". "
                        + (names.isEmpty()
                                ? "There is none at all. To make one: rapport connect --help."
                                : "Connections: " + names + "."));
    }

    /** Forgets a connection and what is known of its files. What has landed stays. */
    public void remove(Connection connection) {
        state.run(db -> db.sql("delete from watched_file where connection = :name")
                .param("name", connection.name())
                .update());
        state.run(db -> db.sql("delete from connection where name = :name")
                .param("name", connection.name())
                .update());
    }

    void synced(Connection connection, Instant at) {
        state.run(db -> db.sql("update connection set synced_at = :at where name = :name")
                .param("at", at.toEpochMilli())
                .param("name", connection.name())
                .update());
    }

    private static Connection read(ResultSet row) throws SQLException {
        return new Connection(
                row.getString("name"),
                Path.of(row.getString("folder")),
                Optional.ofNullable(row.getString("dataset"))
                        .flatMap(Datasets::find)
                        .orElse(null),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getObject("synced_at") == null ? null : Instant.ofEpochMilli(row.getLong("synced_at")));
    }
}
