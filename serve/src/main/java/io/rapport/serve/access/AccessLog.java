package io.rapport.serve.access;

import io.rapport.core.error.RapportException;
import io.rapport.serve.state.ServeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The log, in the state database. It only grows: nothing here changes or deletes a line, and the database refuses both.
 * Several processes may write at once. Thread-safe.
 */
public final class AccessLog {

    private static final int MOST_ATTEMPTS = 50;
    private static final int PAGE = 1_000;

    private final ServeState state;
    private final InstantSource instants;

    public AccessLog(ServeState state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
    }

    /**
     * Writes a line. Whoever shows something waits for it: what can't be written down is not shown.
     *
     * @throws RapportException {@link AccessError#ACCESS_LOG_FAILED}
     */
    public synchronized void add(AccessEvent event) {
        write(event, entry -> state.run(db -> insert(db, entry)));
    }

    /**
     * Writes a line within a transaction of {@link ServeState#change}: it is there with all that the transaction does, or
     * neither is.
     *
     * @throws RapportException {@link AccessError#ACCESS_LOG_FAILED}
     */
    public void add(JdbcClient transaction, AccessEvent event) {
        write(event, entry -> insert(transaction, entry));
    }

    private void write(AccessEvent event, ToIntFunction<AccessEntry> inserting) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<AccessEntry> last = findLast();
            AccessEntry entry = AccessEntry.after(
                    last.map(AccessEntry::hash).orElse(AccessEntry.NOTHING_BEFORE),
                    last.map(AccessEntry::number).orElse(0L) + 1,
                    Instant.ofEpochMilli(instants.millis()),
                    event);
            if (inserting.applyAsInt(entry) == 1) {
                return;
            }
        }
        throw new RapportException(
                AccessError.ACCESS_LOG_FAILED,
                "The access log could not be written: other processes wrote to it without a pause. Try again.");
    }

    /** Nothing where another process was first. */
    private static int insert(JdbcClient db, AccessEntry entry) {
        AccessEvent event = entry.event();
        return db.sql("""
                        insert into access_log (number, happened_at, person_id, person_name, role, action, subject, detail,
                            address, outcome, hash)
                        values (:number, :at, :personId, :personName, :role, :action, :subject, :detail, :address,
                            :outcome, :hash)
                        on conflict (number) do nothing
                        """)
                .param("number", entry.number())
                .param("at", entry.at().toEpochMilli())
                .param("personId", event.personId())
                .param("personName", event.personName())
                .param("role", event.role())
                .param("action", event.action().name())
                .param("subject", event.subject())
                .param("detail", event.detail())
                .param("address", event.address())
                .param("outcome", event.isAllowed() ? "ALLOWED" : "REFUSED")
                .param("hash", entry.hash())
                .update();
    }

    /** The latest line. */
    public Optional<AccessEntry> findLast() {
        return state.run(db -> db.sql("select * from access_log order by number desc limit 1")
                .query((row, number) -> read(row))
                .optional());
    }

    /**
     * Lines, the latest first.
     *
     * @param before only those with a smaller number
     * @param who part of a person's name; empty for anybody
     * @param action empty for all
     */
    public List<AccessEntry> list(long before, String who, Optional<AccessAction> action, int most) {
        return state.run(db -> db.sql("""
                        select * from access_log
                        where number < :before
                            and (:who = '' or lower(person_name) like :part escape '\\')
                            and (:action = '' or action = :action)
                        order by number desc limit :most
                        """)
                .param("before", before)
                .param("who", who)
                .param("part", "%" + escaped(who.toLowerCase(java.util.Locale.ROOT)) + "%")
                .param("action", action.map(AccessAction::name).orElse(""))
                .param("most", most)
                .query((row, number) -> read(row))
                .list());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** All lines, the first one first, without holding them all. */
    public void forEach(Consumer<AccessEntry> reader) {
        long after = 0;
        while (true) {
            long from = after;
            List<AccessEntry> page = state.run(
                    db -> db.sql("select * from access_log where number > :after order by number limit " + PAGE)
                            .param("after", from)
                            .query((row, number) -> read(row))
                            .list());
            if (page.isEmpty()) {
                return;
            }
            page.forEach(reader);
            after = page.get(page.size() - 1).number();
        }
    }

    /** Looks at every line whether it is as it was written, and whether any is missing before the last one. */
    public ChainCheck check() {
        ChainCheck.Walk walk = new ChainCheck.Walk();
        forEach(walk::visit);
        return walk.result();
    }

    private static AccessEntry read(ResultSet row) throws SQLException {
        return new AccessEntry(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("happened_at")),
                new AccessEvent(
                        row.getString("person_id"),
                        row.getString("person_name"),
                        row.getString("role"),
                        AccessAction.valueOf(row.getString("action")),
                        row.getString("subject"),
                        row.getString("detail"),
                        row.getString("address"),
                        row.getString("outcome").equals("ALLOWED")),
                row.getString("hash"));
    }
}
