package io.rapport.serve.enrichment;

import io.rapport.serve.state.ServeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The letters that ask for consent, in the state database, until each is sent. Thread-safe. */
public final class ConsentLetters {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 6;

    private final ServeState state;
    private final InstantSource instants;

    public ConsentLetters(ServeState state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
    }

    /** Has one sent as soon as that is possible. */
    void ask(String enrichment) {
        state.run(db -> db.sql("""
                        insert into consent_mail (enrichment, asked_at, next_try_at, tries) values (:id, :now, :now, 0)
                        on conflict (enrichment) do update set asked_at = excluded.asked_at,
                            next_try_at = excluded.next_try_at, tries = 0, sent_at = null, problem_code = null
                        """)
                .param("id", enrichment)
                .param("now", instants.millis())
                .update());
    }

    public Optional<ConsentLetter> find(String enrichment) {
        return state.run(db -> db.sql("select * from consent_mail where enrichment = :id")
                .param("id", enrichment)
                .query((row, number) -> read(row))
                .optional());
    }

    /** Those to be sent now, of enrichments that still wait for consent. */
    public List<ConsentLetter> due() {
        return state.run(db -> db.sql("""
                        select m.* from consent_mail as m
                        inner join enrichment as e on e.id = m.enrichment
                        where m.sent_at is null and m.next_try_at <= :now and e.state = 'WAITING_FOR_CONSENT'
                        order by m.asked_at
                        """)
                .param("now", instants.millis())
                .query((row, number) -> read(row))
                .list());
    }

    public void sent(ConsentLetter letter) {
        state.run(db -> db.sql(
                        "update consent_mail set sent_at = :now, problem_code = null where enrichment = :id and tries = :tries")
                .param("now", instants.millis())
                .param("id", letter.enrichment())
                .param("tries", letter.tries())
                .update());
    }

    /** Is tried again: after a minute, and twice as long each time, up to an hour. */
    public void failed(ConsentLetter letter, String code) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(letter.tries(), MOST_DOUBLINGS));
        Instant next = instants.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        state.run(db -> db.sql("""
                        update consent_mail set next_try_at = :next, tries = tries + 1, problem_code = :code
                        where enrichment = :id and tries = :tries
                        """)
                .param("next", next.toEpochMilli())
                .param("code", code)
                .param("id", letter.enrichment())
                .param("tries", letter.tries())
                .update());
    }

    /** Those that wait are tried at once: the mail server has changed. */
    public void tryNow() {
        state.run(db -> db.sql("update consent_mail set next_try_at = :now where sent_at is null")
                .param("now", instants.millis())
                .update());
    }

    private static ConsentLetter read(ResultSet row) throws SQLException {
        return new ConsentLetter(
                row.getString("enrichment"),
                Instant.ofEpochMilli(row.getLong("next_try_at")),
                row.getInt("tries"),
                row.getObject("sent_at") == null ? null : Instant.ofEpochMilli(row.getLong("sent_at")),
                row.getString("problem_code"));
    }
}
