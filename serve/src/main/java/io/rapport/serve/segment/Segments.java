package io.rapport.serve.segment;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.serve.state.ServeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The segments that people saved, in the state database, beside the ready-made ones. Thread-safe. */
public final class Segments {

    /** Characters of a name. */
    public static final int LONGEST_NAME = 100;

    private final ServeState state;
    private final InstantSource instants;

    public Segments(ServeState state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
    }

    /** Those that people saved, of all enrichments, by name. */
    public List<Segment> list() {
        return state.run(db -> db.sql("select * from segment order by lower(name), id")
                .query((row, number) -> read(row))
                .list());
    }

    /** All of one output table: the ready-made ones first. */
    public List<Segment> list(String output) {
        List<Segment> own = list();
        return java.util.stream.Stream.concat(
                        Arrays.stream(ReadyMade.values()).map(made -> made.of(output)),
                        own.stream().filter(segment -> segment.output().equals(output)))
                .toList();
    }

    /** One that somebody saved. */
    public Optional<Segment> find(String id) {
        return state.run(db -> db.sql("select * from segment where id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional());
    }

    /** Why a name can't be a new one's; empty where it can, as far as is known without trying. */
    public Optional<String> findProblem(String name) {
        return findProblem(name, "");
    }

    /** As the other one, of a segment that is there: its own name is none that is taken. */
    public Optional<String> findProblem(String name, String id) {
        String text = name.strip();
        if (text.isEmpty()) {
            return Optional.of("Give the segment a name.");
        }
        if (text.length() > LONGEST_NAME) {
            return Optional.of(
                    "The name has " + text.length() + " characters; at most " + LONGEST_NAME + " are possible.");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("The name has characters in it that can't be seen. Write it anew.");
        }
        boolean isTaken = ReadyMade.titles().stream().anyMatch(text::equalsIgnoreCase)
                || list().stream()
                        .anyMatch(segment ->
                                !segment.id().equals(id) && segment.name().equalsIgnoreCase(text));
        return isTaken ? Optional.of("Another segment has that name. Choose another one.") : Optional.empty();
    }

    /**
     * Saves a new one.
     *
     * @throws RapportException {@link SegmentError#SEGMENT_INVALID}, {@link SegmentError#SEGMENT_NAME_TAKEN}
     */
    public Segment add(String name, String output, AccountRule rule, String createdBy) {
        findProblem(name).ifPresent(problem -> {
            throw new RapportException(SegmentError.SEGMENT_INVALID, problem);
        });
        String id = UUID.randomUUID().toString();
        int added = state.run(db -> db.sql("""
                        insert into segment (id, name, output, rule, created_by, created_at)
                        values (:id, :name, :output, :rule, :by, :now)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("name", name.strip())
                .param("output", output)
                .param("rule", RuleJson.of(RuleDraft.of(rule)))
                .param("by", createdBy)
                .param("now", instants.millis())
                .update());
        if (added != 1) {
            throw taken();
        }
        return find(id).orElseThrow();
    }

    /**
     * Gives one that is there another name and rule. What was counted of it stays; the latest run is counted anew.
     *
     * @param known as whoever changes it has seen it
     * @throws RapportException {@link SegmentError#SEGMENT_INVALID}, {@link SegmentError#SEGMENT_NAME_TAKEN},
     *     {@link SegmentError#SEGMENT_CHANGED}
     */
    public Segment change(Segment known, String name, AccountRule rule) {
        findProblem(name, known.id()).ifPresent(problem -> {
            throw new RapportException(SegmentError.SEGMENT_INVALID, problem);
        });
        int changed;
        try {
            changed = update(known, name.strip(), rule);
        } catch (RapportException refused) {
            // Somebody gave another one the name since it was looked at.
            throw findProblem(name, known.id()).isPresent() ? taken() : refused;
        }
        if (changed != 1) {
            throw new RapportException(
                    SegmentError.SEGMENT_CHANGED,
                    "Somebody else changed " + known.name() + " in the meantime, or deleted it. What you chose is still"
                            + " here: look at the segment as it is now, then save again, or save it under another name as"
                            + " a new one.");
        }
        return find(known.id()).orElseThrow();
    }

    private int update(Segment known, String name, AccountRule rule) {
        return state.run(db -> db.sql("""
                        update segment
                        set name = :name, rule = :rule, edition = edition + 1,
                            rule_edition = case when :same then rule_edition else edition + 1 end
                        where id = :id and edition = :edition
                        """)
                .param("name", name)
                .param("rule", RuleJson.of(RuleDraft.of(rule)))
                .param("same", rule.equals(known.rule()))
                .param("id", known.id())
                .param("edition", known.edition())
                .update());
    }

    private static RapportException taken() {
        return new RapportException(
                SegmentError.SEGMENT_NAME_TAKEN, "Another segment has that name. Choose another one.");
    }

    /** With all that was counted of it; says whether it was there. */
    public boolean delete(String id) {
        state.run(db -> db.sql("delete from segment_count where segment = :id and segment in (select id from segment)")
                .param("id", id)
                .update());
        return state.run(db -> db.sql("delete from segment where id = :id")
                        .param("id", id)
                        .update())
                == 1;
    }

    private static Segment read(ResultSet row) throws SQLException {
        RuleDraft.Group draft = RuleJson.read(row.getString("rule"));
        return new Segment(
                row.getString("id"),
                row.getString("name"),
                row.getString("output"),
                RuleCheck.check(draft)
                        .findRule()
                        .orElseThrow(() -> new RapportException(
                                SegmentError.SEGMENT_INVALID,
                                "A stored segment has a rule that this version does not know. Update Rapport.")),
                row.getLong("edition"),
                row.getLong("rule_edition"),
                row.getString("created_by"),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }
}
