package io.rapport.serve.web.segment;

import io.rapport.model.duckdb.account.AccountCounts;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.segment.ReadyMade;
import io.rapport.serve.segment.Segment;
import io.rapport.serve.segment.SegmentCount;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.customer.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Segments and what was counted of them, in words. */
final class SegmentWords {

    private SegmentWords() {}

    static SegmentsView.Line line(Segment segment, String href, Optional<SegmentCount> count, boolean isServed) {
        return new SegmentsView.Line(
                segment.name(),
                href,
                meaning(segment),
                count.map(known -> Say.count(known.members())).orElse(""),
                !isServed
                        ? count.map(known -> "as of " + AsOf.day(known.asOf())).orElse("")
                        : count.map(SegmentWords::change).orElse(""),
                isServed ? "" : "No output");
    }

    static String meaning(Segment segment) {
        return ReadyMade.find(segment.id()).map(ReadyMade::meaning).orElseGet(() -> RuleWords.of(segment.rule()));
    }

    /** {@code 2 joined, 1 left}. */
    static String change(SegmentCount count) {
        if (count.findEarlier().isEmpty()) {
            return "No run before";
        }
        long joined = count.change().joined();
        long left = count.change().left();
        if (joined == 0 && left == 0) {
            return "Nobody";
        }
        List<String> parts = new ArrayList<>();
        if (joined > 0) {
            parts.add(Say.count(joined) + " joined");
        }
        if (left > 0) {
            parts.add(Say.count(left) + " left");
        }
        return String.join(", ", parts);
    }

    static List<SegmentView.Tile> tiles(SegmentCount count, AccountCounts all, ServedRun run) {
        String since = count.findEarlier()
                .map(day -> "since the run as of " + AsOf.day(day))
                .orElse("no run before to compare with");
        boolean isCompared = count.findEarlier().isPresent();
        return List.of(
                new SegmentView.Tile(
                        "Members",
                        Say.count(count.members()),
                        "of " + Say.count(all.accounts()),
                        "customers, as of " + AsOf.day(run.asOf())),
                new SegmentView.Tile(
                        "Joined", isCompared ? Say.count(count.change().joined()) : "–", "", since),
                new SegmentView.Tile(
                        "Left", isCompared ? Say.count(count.change().left()) : "–", "", since));
    }

    /** Empty where there was one run only: the figures say it already. */
    static List<SegmentView.Point> history(Segment segment, List<SegmentCount> counts, boolean isServed) {
        if (counts.size() < 2 && isServed) {
            return List.of();
        }
        return counts.stream()
                .map(count -> new SegmentView.Point(
                        AsOf.day(count.asOf()),
                        Say.count(count.members()),
                        count.findEarlier().isEmpty()
                                ? "–"
                                : Say.count(count.change().joined()),
                        count.findEarlier().isEmpty()
                                ? "–"
                                : Say.count(count.change().left()),
                        count.ruleEdition() == segment.ruleEdition() ? "" : "by the rule of then"))
                .toList();
    }

    static String gone(Segment segment, List<SegmentCount> counts) {
        return "There is no output “" + segment.output() + "” at the moment: its tables were deleted, or nothing has"
                + " run yet. "
                + counts.stream()
                        .findFirst()
                        .map(last -> "As of " + AsOf.day(last.asOf()) + " the segment had "
                                + Say.count(last.members(), "member", "members") + ". ")
                        .orElse("")
                + "After the next run of the enrichment it is counted again.";
    }
}
