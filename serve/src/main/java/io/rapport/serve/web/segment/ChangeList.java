package io.rapport.serve.web.segment;

import io.rapport.model.duckdb.account.AccountChange;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.segment.Segment;
import io.rapport.serve.segment.SegmentCount;
import io.rapport.serve.segment.SegmentCounts;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.customer.AsOf;
import io.rapport.serve.web.customer.CustomerKey;
import io.rapport.serve.web.customer.CustomerList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who joined and left a segment, as people read it. */
final class ChangeList {

    private static final int SHOWN = 10;

    private ChangeList() {}

    static SegmentView.@Nullable Changes of(SegmentCounts counts, Segment segment, ServedRun run, SegmentCount count) {
        long joined = count.change().joined();
        long left = count.change().left();
        return count.findEarlier().isEmpty() || joined + left == 0
                ? null
                : new SegmentView.Changes(
                        "Since the run as of "
                                + count.findEarlier().map(AsOf::day).orElseThrow(),
                        names(counts.changes(segment, run, true, SHOWN), joined, run, "Nobody joined."),
                        names(counts.changes(segment, run, false, SHOWN), left, run, "Nobody left."));
    }

    private static SegmentView.Names names(List<AccountChange> changes, long all, ServedRun run, String empty) {
        return new SegmentView.Names(
                changes.stream().map(change -> name(change, run)).toList(),
                changes.isEmpty() ? empty : "",
                all > changes.size() ? "and " + Say.count(all - changes.size()) + " more" : "");
    }

    private static SegmentView.Name name(AccountChange change, ServedRun run) {
        Double score = change.score();
        return score == null
                ? new SegmentView.Name(change.name(), "", "not among the customers any more")
                : new SegmentView.Name(
                        change.name(),
                        "/customers/" + CustomerKey.of(change.id()) + "?enrichment=" + run.output(),
                        "score " + CustomerList.tenths(score));
    }
}
