package io.rapport.serve.digest;

import io.rapport.serve.state.ServeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * What is owed for digests, in the state database. Each is taken by one process at a time and tried at most seven times: at
 * once, and after 1, 5 and 30 minutes, 2, 6 and 12 hours more. Thread-safe.
 */
public final class Deliveries {

    /** Before the next try. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /** Longer than any try takes: after it the process that tried is dead. */
    static final Duration BROKEN_OFF_AFTER = Duration.ofMinutes(10);

    /** What is older is none any more: it waited for a mail server that nobody configured. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final ServeState state;
    private final Readers readers;
    private final BooleanSupplier hasWebhook;
    private final InstantSource instants;

    public Deliveries(ServeState state, Readers readers, BooleanSupplier hasWebhook, InstantSource instants) {
        this.state = state;
        this.readers = readers;
        this.hasWebhook = hasWebhook;
        this.instants = instants;
    }

    /** Notes all that a digest is owed to; once, however often it is asked for. */
    void owe(String run, String output) {
        readers.ids(output).forEach(person -> owe(run, output, Delivery.Way.MAIL, person));
        if (hasWebhook.getAsBoolean()) {
            owe(run, output, Delivery.Way.WEBHOOK, "");
        }
    }

    private void owe(String run, String output, Delivery.Way way, String person) {
        state.run(db -> db.sql("""
                        insert into digest_delivery (id, run, output, way, person_id, state, tries, next_try_at)
                        values (:id, :run, :output, :way, :person, 'WAITING', 0, :now)
                        on conflict (run, way, person_id) do nothing
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("run", run)
                .param("output", output)
                .param("way", way.name())
                .param("person", person)
                .param("now", instants.millis())
                .update());
    }

    /** Those whose time has come, of digests that are there, the oldest first. */
    List<Delivery> due(Delivery.Way way) {
        return state.run(db -> db.sql("""
                        select d.* from digest_delivery as d
                        inner join digest as g on g.run = d.run
                        where d.way = :way and d.state in ('WAITING', 'TRYING') and d.next_try_at <= :now
                            and g.made_at >= :oldest
                        order by g.made_at, d.id
                        """)
                .param("way", way.name())
                .param("now", instants.millis())
                .param("oldest", instants.instant().minus(NEWS).toEpochMilli())
                .query((row, number) -> read(row))
                .list());
    }

    /** Takes it; false where another process has. */
    boolean take(Delivery delivery) {
        return state.run(db -> db.sql("""
                        update digest_delivery set state = 'TRYING', tries = tries + 1, next_try_at = :next
                        where id = :id and tries = :tries and state in ('WAITING', 'TRYING')
                        """)
                        .param("next", instants.instant().plus(BROKEN_OFF_AFTER).toEpochMilli())
                        .param("id", delivery.id())
                        .param("tries", delivery.tries())
                        .update())
                == 1;
    }

    void arrived(Delivery delivery) {
        end(delivery, "ARRIVED", instants.instant());
    }

    /** Is not owed any more: nobody wants it, or nobody knows whether it arrived. */
    void giveUp(Delivery delivery) {
        end(delivery, "GIVEN_UP", instants.instant());
    }

    /** Is tried again after a pause, or given up after the last. */
    void failed(Delivery delivery) {
        if (delivery.tries() < PAUSES.size()) {
            end(delivery, "WAITING", instants.instant().plus(PAUSES.get(delivery.tries())));
        } else {
            giveUp(delivery);
        }
    }

    private void end(Delivery delivery, String to, Instant next) {
        state.run(db -> db.sql("update digest_delivery set state = :state, next_try_at = :next where id = :id")
                .param("state", to)
                .param("next", next.toEpochMilli())
                .param("id", delivery.id())
                .update());
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("run"),
                row.getString("output"),
                Delivery.Way.valueOf(row.getString("way")),
                row.getString("person_id"),
                row.getString("state").equals("TRYING"),
                row.getInt("tries"));
    }
}
