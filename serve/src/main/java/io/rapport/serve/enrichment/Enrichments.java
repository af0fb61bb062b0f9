package io.rapport.serve.enrichment;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.serve.state.ServeState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The saved enrichments, in the state database. What may follow what is decided by one statement each. Thread-safe. */
public final class Enrichments {

    private final ServeState state;
    private final InstantSource instants;

    public Enrichments(ServeState state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
    }

    /** By name; those that are being deleted too. */
    public List<Enrichment> list() {
        return state.run(db -> db.sql("select * from enrichment order by created_at, id")
                .query((row, number) -> EnrichmentRows.read(row))
                .list());
    }

    public Optional<Enrichment> find(String output) {
        return state.run(db -> db.sql("select * from enrichment where output = :output")
                .param("output", output)
                .query((row, number) -> EnrichmentRows.read(row))
                .optional());
    }

    public Optional<Enrichment> findById(String id) {
        return state.run(db -> db.sql("select * from enrichment where id = :id")
                .param("id", id)
                .query((row, number) -> EnrichmentRows.read(row))
                .optional());
    }

    /**
     * Saves a new one, which waits for consent.
     *
     * @throws RapportException {@link EnrichmentError#NAME_TAKEN}
     */
    public Enrichment add(SpecFields fields, List<Address> groups, String askedBy) {
        String id = UUID.randomUUID().toString();
        int added = state.run(db -> db.sql("""
                        insert into enrichment (id, name, output, fields, selected_groups, state, asked_by, created_at,
                            is_to_be_removed)
                        values (:id, :name, :output, :fields, :groups, 'WAITING_FOR_CONSENT', :by, :now, false)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("name", fields.value(SpecFields.NAME))
                .param("output", fields.value(SpecFields.OUTPUT))
                .param("fields", fields.text())
                .param("groups", EnrichmentRows.text(groups))
                .param("by", askedBy)
                .param("now", instants.millis())
                .update());
        if (added != 1) {
            throw taken();
        }
        return findById(id).orElseThrow(Enrichments::gone);
    }

    /**
     * Changes what it counts, or its name; its output table's name stays.
     *
     * @param needsConsent whether somebody has to agree anew
     * @throws RapportException {@link EnrichmentError#NAME_TAKEN}, {@link EnrichmentError#ENRICHMENT_GONE}
     */
    public Enrichment change(String id, SpecFields fields, List<Address> groups, String askedBy, boolean needsConsent) {
        String name = fields.value(SpecFields.NAME);
        long others =
                state.run(db -> db.sql("select count(*) from enrichment where lower(name) = lower(:name) and id <> :id")
                        .param("name", name)
                        .param("id", id)
                        .query(Long.class)
                        .single());
        if (others > 0) {
            throw taken();
        }
        int changed = state.run(db -> db.sql("""
                        update enrichment
                        set name = :name, fields = :fields, selected_groups = :groups, asked_by = :by,
                            state = case when :anew then 'WAITING_FOR_CONSENT' else state end,
                            next_run_at = case when :anew then null else next_run_at end
                        where id = :id and state <> 'DELETED'
                        """)
                .param("name", name)
                .param("fields", fields.text())
                .param("groups", EnrichmentRows.text(groups))
                .param("by", askedBy)
                .param("anew", needsConsent)
                .param("id", id)
                .update());
        if (changed != 1) {
            throw gone();
        }
        return findById(id).orElseThrow(Enrichments::gone);
    }

    /** Says whether it stood in one of these and now stands in the other. */
    boolean move(String id, List<EnrichmentState> from, EnrichmentState to, @Nullable Instant nextRunAt) {
        return state.run(db -> db.sql(
                                "update enrichment set state = :to, next_run_at = :next where id = :id and state in ("
                                        + EnrichmentRows.names(from) + ")")
                        .param("to", to.name())
                        .param("next", nextRunAt == null ? null : nextRunAt.toEpochMilli())
                        .param("id", id)
                        .update())
                == 1;
    }

    /** As {@link #move}, and notes who decided so. */
    boolean decide(
            String id, List<EnrichmentState> from, EnrichmentState to, @Nullable Instant nextRunAt, String decidedBy) {
        if (!move(id, from, to, nextRunAt)) {
            return false;
        }
        state.run(db -> db.sql("update enrichment set decided_by = :by, decided_at = :now where id = :id")
                .param("by", decidedBy)
                .param("now", instants.millis())
                .param("id", id)
                .update());
        return true;
    }

    /** From now on what it has come to is on its way out. */
    void markForRemoval(String id) {
        state.run(db -> db.sql("update enrichment set is_to_be_removed = true where id = :id")
                .param("id", id)
                .update());
    }

    /**
     * What it had come to is gone.
     *
     * @param seen as it was before
     * @return false where it has become another one in the meantime: deleted, say, of which more has to go
     */
    boolean removed(Enrichment seen) {
        return state.run(
                        db -> db.sql("update enrichment set is_to_be_removed = false where id = :id and state = :state")
                                .param("id", seen.id())
                                .param("state", seen.state().name())
                                .update())
                == 1;
    }

    /** Those whose outputs have to go. */
    List<Enrichment> toBeRemoved() {
        return state.run(db -> db.sql("select * from enrichment where is_to_be_removed order by id")
                .query((row, number) -> EnrichmentRows.read(row))
                .list());
    }

    /** Active ones whose time has come. */
    List<Enrichment> due() {
        return state.run(db -> db.sql(
                        "select * from enrichment where state = 'ACTIVE' and next_run_at <= :now order by next_run_at")
                .param("now", instants.millis())
                .query((row, number) -> EnrichmentRows.read(row))
                .list());
    }

    /** Has all active ones run at once, at whichever server looks first; returns their output tables. */
    public List<String> runSoon() {
        state.run(db -> db.sql("update enrichment set next_run_at = :now where state = 'ACTIVE'")
                .param("now", instants.millis())
                .update());
        return due().stream().map(Enrichment::output).toList();
    }

    /** Takes a time that has come; false where another process was first. */
    boolean take(Enrichment due, Optional<Instant> next) {
        return state.run(db -> db.sql("""
                                update enrichment set next_run_at = :next
                                where id = :id and state = 'ACTIVE' and next_run_at = :due
                                """)
                        .param("next", next.map(Instant::toEpochMilli).orElse(null))
                        .param("id", due.id())
                        .param(
                                "due",
                                due.findNextRun().map(Instant::toEpochMilli).orElse(null))
                        .update())
                == 1;
    }

    /** Nothing of it stays. */
    void forget(String id) {
        state.run(db -> db.sql("delete from consent_mail where enrichment = :id")
                .param("id", id)
                .update());
        state.run(db -> db.sql("delete from enrichment_draft where edits = :id")
                .param("id", id)
                .update());
        state.run(db -> db.sql("delete from enrichment where id = :id and state = 'DELETED'")
                .param("id", id)
                .update());
    }

    static RapportException gone() {
        return new RapportException(
                EnrichmentError.ENRICHMENT_GONE, "That enrichment is not there any more: somebody deleted it.");
    }

    private static RapportException taken() {
        return new RapportException(
                EnrichmentError.NAME_TAKEN,
                "Another enrichment has that name, or writes a table of that name. Choose another one.");
    }
}
