package io.rapport.serve.erasure;

import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.home.Home;
import io.rapport.serve.state.ServeState;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Erasures of connections and of everything that were asked for, in the state database. Each is in the access log when it
 * begins and when it is finished, in the same transaction as what is noted here. Thread-safe.
 */
public final class DataErasures {

    private final ServeState state;
    private final InstantSource instants;
    private final Certificates certificates;

    public DataErasures(Home home, ServeState state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
        this.certificates = new Certificates(home);
    }

    /**
     * One that is not finished.
     *
     * @param words encrypted; null of everything
     */
    record Open(DataErasure erasure, Found found, @Nullable String words) {}

    /** All that were ever asked for, the latest first; at most 1,000. */
    public List<DataErasure> list() {
        return state.run(db -> db.sql("select * from data_erasure order by number desc limit 1000")
                .query((row, line) -> erasure(row))
                .list());
    }

    public Optional<DataErasure> find(int number) {
        return state.run(db -> db.sql("select * from data_erasure where number = ?")
                .param(number)
                .query((row, line) -> erasure(row))
                .optional());
    }

    /**
     * Finishes those of which a killed process left the certificate alone: their line in the access log is written now.
     *
     * @param from where, as the access log has it
     */
    public void noteFinished(String from) {
        listOpen().stream()
                .map(Open::erasure)
                .filter(one -> Files.isRegularFile(certificates.json(one.certificate())))
                .forEach(one -> finish(one, from));
    }

    /** Those that are not finished, the first one first. */
    List<Open> listOpen() {
        return state.run(db -> db.sql("select * from data_erasure where finished_at is null order by number")
                .query((row, line) -> new Open(erasure(row), Found.of(row.getString("found")), row.getString("words")))
                .list());
    }

    /**
     * Notes that one begins, and says so in the access log.
     *
     * @param connection its name; empty: everything
     */
    Open begin(String connection, Found found, @Nullable String words, String by, String from) {
        long now = instants.millis();
        int number = state.change(db -> {
            int next = db.sql("select coalesce(max(number), 0) + 1 from data_erasure")
                    .query(Integer.class)
                    .single();
            db.sql("""
                            insert into data_erasure (number, connection, asked_at, asked_by, found, words)
                            values (:number, :connection, :now, :by, :found, :words)""")
                    .param("number", next)
                    .param("connection", connection)
                    .param("now", now)
                    .param("by", by)
                    .param("found", found.json())
                    .param("words", words)
                    .update();
            log().add(db, event(connection, "begun", by, from));
            return next;
        });
        return new Open(new DataErasure(number, connection, Instant.ofEpochMilli(now), by, null), found, words);
    }

    /** Says in the access log that one that was broken off goes on. */
    void resume(DataErasure erasure, String by, String from) {
        log().add(event(erasure.connection(), "begun again", by, from));
    }

    /** From now on nothing says by what the connection was known. Once, whoever else finishes it. */
    void finish(DataErasure erasure, String from) {
        int unused = state.change(db -> {
            int finished = db.sql("update data_erasure set words = null, finished_at = ? where number = ? and"
                            + " finished_at is null")
                    .params(instants.millis(), erasure.number())
                    .update();
            if (finished == 1) {
                log().add(db, event(erasure.connection(), "certificate " + erasure.certificate(), erasure.by(), from));
            }
            return finished;
        });
    }

    /** Those of connections that were broken off are forgotten: everything went, theirs too. */
    void forgetConnections() {
        int unused = state.run(db -> db.sql("delete from data_erasure where connection <> '' and finished_at is null")
                .update());
    }

    private AccessLog log() {
        return new AccessLog(state, instants);
    }

    private static AccessEvent event(String connection, String what, String by, String from) {
        return new AccessEvent(
                "",
                by,
                "",
                AccessAction.DELETE,
                connection.isEmpty() ? "Everything" : "Connection",
                connection.isEmpty() ? what : connection + ", " + what,
                from,
                true);
    }

    private static DataErasure erasure(ResultSet row) throws SQLException {
        return new DataErasure(
                row.getInt("number"),
                row.getString("connection"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                row.getString("asked_by"),
                row.getObject("finished_at") == null ? null : Instant.ofEpochMilli(row.getLong("finished_at")));
    }
}
