package io.rapport.serve.segment;

import io.rapport.model.duckdb.account.AccountChange;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.model.duckdb.account.RuleChange;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.state.ServeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many each segment had in each run, kept in the state database: counted once, and known after the run's tables are
 * gone. Thread-safe.
 */
public final class SegmentCounts {

    private static final int MOST = 30;

    private final ServeState state;
    private final ServedRuns runs;
    private final AccountReader reader;

    public SegmentCounts(ServeState state, ServedRuns runs, AccountReader reader) {
        this.state = state;
        this.runs = runs;
        this.reader = reader;
    }

    /** Of a run whose tables are there; counted where nobody has done that yet, with this rule. */
    public SegmentCount of(Segment segment, ServedRun run) {
        return find(segment, run).orElseGet(() -> count(segment, run));
    }

    /** What was counted, the latest as-of date first, each date once; with the rule that it had then. */
    public List<SegmentCount> history(Segment segment) {
        return state.run(db -> db.sql("""
                        select * from segment_count as c
                        where segment = :segment and output = :output and run = (
                            select max(run) from segment_count as other
                            where other.segment = c.segment and other.output = c.output and other.as_of = c.as_of
                        )
                        order by as_of desc limit :most
                        """)
                .param("segment", segment.id())
                .param("output", segment.output())
                .param("most", MOST)
                .query((row, number) -> read(row))
                .list());
    }

    /**
     * Who joined since the run that a run is compared with, or left; by name. Nobody where there was none.
     *
     * @param most how many at most, from 1
     */
    public List<AccountChange> changes(Segment segment, ServedRun run, boolean hasJoined, int most) {
        return runs.findEarlier(run.run().request())
                .map(earlier -> reader.changes(run.tables(), earlier.tables(), segment.rule(), hasJoined, most))
                .orElse(List.of());
    }

    private Optional<SegmentCount> find(Segment segment, ServedRun run) {
        return state.run(db -> db.sql("""
                        select * from segment_count
                        where segment = :segment and output = :output and run = :run and rule_edition = :rule
                        """)
                .param("segment", segment.id())
                .param("output", segment.output())
                .param("run", run.run().id())
                .param("rule", segment.ruleEdition())
                .query((row, number) -> read(row))
                .optional());
    }

    private SegmentCount count(Segment segment, ServedRun run) {
        @Nullable ServedRun earlier = runs.findEarlier(run.run().request()).orElse(null);
        RuleChange change = earlier == null
                ? new RuleChange(reader.count(run.tables(), segment.rule()), 0, 0)
                : reader.change(run.tables(), earlier.tables(), segment.rule());
        SegmentCount count = new SegmentCount(
                run.run().id(), run.asOf(), earlier == null ? null : earlier.asOf(), segment.ruleEdition(), change);
        keep(segment, count);
        return count;
    }

    /** Whoever is second has counted the same, or with the rule of before. */
    private void keep(Segment segment, SegmentCount count) {
        state.run(db -> db.sql("""
                        insert into segment_count (segment, output, run, as_of, earlier_as_of, rule_edition, members,
                            joined, gone)
                        values (:segment, :output, :run, :asOf, :earlier, :rule, :members, :joined, :gone)
                        on conflict (segment, output, run) do update
                        set earlier_as_of = excluded.earlier_as_of, rule_edition = excluded.rule_edition,
                            members = excluded.members, joined = excluded.joined, gone = excluded.gone
                        where excluded.rule_edition > segment_count.rule_edition
                        """)
                .param("segment", segment.id())
                .param("output", segment.output())
                .param("run", count.run())
                .param("asOf", count.asOf().toString())
                .param("earlier", count.findEarlier().map(LocalDate::toString).orElse(null))
                .param("rule", count.ruleEdition())
                .param("members", count.members())
                .param("joined", count.change().joined())
                .param("gone", count.change().left())
                .update());
    }

    private static SegmentCount read(ResultSet row) throws SQLException {
        String earlier = row.getString("earlier_as_of");
        return new SegmentCount(
                row.getString("run"),
                LocalDate.parse(row.getString("as_of")),
                earlier == null ? null : LocalDate.parse(earlier),
                row.getLong("rule_edition"),
                new RuleChange(row.getLong("members"), row.getLong("joined"), row.getLong("gone")));
    }
}
