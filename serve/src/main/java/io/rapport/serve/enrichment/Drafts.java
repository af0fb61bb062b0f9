package io.rapport.serve.enrichment;

import io.rapport.serve.state.ServeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The drafts, in the state database; each is one person's. What nobody touched for a month goes. Thread-safe. */
public final class Drafts {

    private static final Duration KEPT = Duration.ofDays(30);

    private final ServeState state;
    private final InstantSource instants;

    public Drafts(ServeState state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
    }

    /** @param edits id of the enrichment that is edited; null for a new one */
    public Draft begin(String person, @Nullable String edits, SpecFields fields) {
        state.run(db -> db.sql("delete from enrichment_draft where changed_at < :before")
                .param("before", instants.instant().minus(KEPT).toEpochMilli())
                .update());
        Draft draft = new Draft(UUID.randomUUID().toString(), person, edits, fields, instants.instant());
        putBack(draft);
        return draft;
    }

    public Optional<Draft> find(String id, String person) {
        return state.run(db -> db.sql("select * from enrichment_draft where id = :id and person_id = :person")
                .param("id", id)
                .param("person", person)
                .query((row, number) -> read(row))
                .optional());
    }

    /** The latest first. */
    public List<Draft> list(String person) {
        return state.run(
                db -> db.sql("select * from enrichment_draft where person_id = :person order by changed_at desc, id")
                        .param("person", person)
                        .query((row, number) -> read(row))
                        .list());
    }

    /** Does nothing where it is gone. */
    public void change(Draft draft, SpecFields fields) {
        state.run(db -> db.sql("update enrichment_draft set fields = :fields, changed_at = :now where id = :id")
                .param("fields", fields.text())
                .param("now", instants.millis())
                .param("id", draft.id())
                .update());
    }

    /** Takes it away; false where somebody else did. */
    public boolean take(Draft draft) {
        return state.run(db -> db.sql("delete from enrichment_draft where id = :id")
                        .param("id", draft.id())
                        .update())
                == 1;
    }

    /** As it was before it was taken. */
    public void putBack(Draft draft) {
        state.run(db -> db.sql("""
                        insert into enrichment_draft (id, person_id, edits, fields, changed_at)
                        values (:id, :person, :edits, :fields, :now)
                        """)
                .param("id", draft.id())
                .param("person", draft.person())
                .param("edits", draft.edits())
                .param("fields", draft.fields().text())
                .param("now", instants.millis())
                .update());
    }

    private static Draft read(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("id"),
                row.getString("person_id"),
                row.getString("edits"),
                SpecFields.of(row.getString("fields")),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }
}
