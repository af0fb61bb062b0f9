package io.rapport.serve.connection;

import io.rapport.serve.state.ServeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What is known of the files of watched folders, in the state database. Safe from any thread. */
public final class WatchedFiles {

    private final ServeState state;

    public WatchedFiles(ServeState state) {
        this.state = state;
    }

    /** The files of a connection, by path. */
    public List<WatchedFile> list(Connection connection) {
        return state.run(db -> db.sql("select * from watched_file where connection = :connection order by path")
                .param("connection", connection.name())
                .query((row, number) -> read(row))
                .list());
    }

    void write(Connection connection, WatchedFile file) {
        state.run(db -> db.sql("""
                        insert into watched_file (connection, path, byte_count, modified_at, quiet_since, state, sha256,
                            reason_code, reason)
                        values (:connection, :path, :bytes, :modifiedAt, :quietSince, :state, :sha256, :code, :reason)
                        on conflict (connection, path) do update
                        set byte_count = excluded.byte_count, modified_at = excluded.modified_at,
                            quiet_since = excluded.quiet_since, state = excluded.state, sha256 = excluded.sha256,
                            reason_code = excluded.reason_code, reason = excluded.reason
                        """)
                .param("connection", connection.name())
                .param("path", file.path())
                .param("bytes", file.bytes())
                .param("modifiedAt", file.modified().toEpochMilli())
                .param("quietSince", file.quietSince().toEpochMilli())
                .param("state", file.state().name())
                .param("sha256", file.sha256())
                .param("code", file.reasonCode())
                .param("reason", file.reason())
                .update());
    }

    /** Forgets all files of all connections: the next looks find them anew. */
    void removeAll() {
        state.run(db -> db.sql("delete from watched_file").update());
    }

    /** Forgets a file that is gone. */
    void remove(Connection connection, WatchedFile file) {
        state.run(db -> db.sql("delete from watched_file where connection = :connection and path = :path")
                .param("connection", connection.name())
                .param("path", file.path())
                .update());
    }

    private static WatchedFile read(ResultSet row) throws SQLException {
        return new WatchedFile(
                row.getString("path"),
                row.getLong("byte_count"),
                Instant.ofEpochMilli(row.getLong("modified_at")),
                Instant.ofEpochMilli(row.getLong("quiet_since")),
                WatchedFile.State.valueOf(row.getString("state")),
                row.getString("sha256"),
                row.getString("reason_code"),
                row.getString("reason"));
    }
}
