package io.rapport.serve.digest;

import io.rapport.serve.json.JsonText;
import io.rapport.serve.state.ServeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The digests of all enrichments, in the state database; they stay when a run's tables go. Thread-safe. */
public final class Digests {

    private final ServeState state;

    public Digests(ServeState state) {
        this.state = state;
    }

    /** By the run that it is of. */
    public Optional<Digest> find(String run) {
        return state.run(db -> db.sql("select * from digest where run = :run")
                .param("run", run)
                .query((row, number) -> read(row))
                .optional());
    }

    /** The latest first. */
    public List<Digest> list(String output, int most) {
        return state.run(
                db -> db.sql("select * from digest where output = :output order by made_at desc, run desc limit :most")
                        .param("output", output)
                        .param("most", most)
                        .query((row, number) -> read(row))
                        .list());
    }

    public Optional<Digest> findLatest(String output) {
        return list(output, 1).stream().findFirst();
    }

    /** Of one run the first that was made stays. */
    void add(Digest digest) {
        state.run(db -> db.sql("""
                        insert into digest (run, output, enrichment, as_of, earlier_as_of, made_at, contents, is_sent)
                        values (:run, :output, :enrichment, :asOf, :earlier, :madeAt, :contents, :isSent)
                        on conflict (run) do nothing
                        """)
                .param("run", digest.run())
                .param("output", digest.output())
                .param("enrichment", digest.enrichment())
                .param("asOf", digest.asOf().toString())
                .param("earlier", digest.findEarlier().map(LocalDate::toString).orElse(null))
                .param("madeAt", digest.madeAt().toEpochMilli())
                .param("contents", JsonText.of(DigestJson.of(digest.contents())))
                .param("isSent", digest.isSent())
                .update());
    }

    /**
     * All that is kept of an output table goes.
     *
     * @param withReaders whether those who asked for its digests are forgotten as well
     */
    public void forget(String output, boolean withReaders) {
        for (String table : List.of("digest_delivery", "webhook_attempt", "digest")) {
            delete(table, output);
        }
        if (withReaders) {
            delete("digest_reader", output);
        }
    }

    private void delete(String table, String output) {
        state.run(db -> db.sql("delete from " + table + " where output = :output")
                .param("output", output)
                .update());
    }

    private static Digest read(ResultSet row) throws SQLException {
        String earlier = row.getString("earlier_as_of");
        return new Digest(
                row.getString("run"),
                row.getString("output"),
                row.getString("enrichment"),
                LocalDate.parse(row.getString("as_of")),
                earlier == null ? null : LocalDate.parse(earlier),
                Instant.ofEpochMilli(row.getLong("made_at")),
                DigestJson.read(row.getString("contents")),
                row.getBoolean("is_sent"));
    }
}
