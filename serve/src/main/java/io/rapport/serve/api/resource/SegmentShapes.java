package io.rapport.serve.api.resource;

import io.rapport.model.duckdb.account.AccountChange;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.segment.RuleDraft;
import io.rapport.serve.segment.Segment;
import io.rapport.serve.segment.SegmentCount;
import io.rapport.serve.web.customer.CustomerKey;
import java.util.Optional;

/** Segments, as the API tells them. */
final class SegmentShapes {

    static final Shape<SegmentCount> COUNT = Shape.of(
                    SegmentCount.class, "SegmentCount", "A segment, counted in a run.")
            .text("run", "Id of the run.", SegmentCount::run)
            .day("asOf", "Its as-of date.", SegmentCount::asOf)
            .count("members", "Customers that fulfil the rule.", SegmentCount::members)
            .dayOrNull(
                    "comparedWith",
                    "As-of date of the run before; null for none.",
                    count -> count.findEarlier().orElse(null))
            .count(
                    "joined",
                    "Those that did not fulfil it then; 0 where there is nothing to compare with.",
                    count -> count.change().joined())
            .count(
                    "left",
                    "Those that fulfil it no longer.",
                    count -> count.change().left())
            .build();

    static final Shape<Counted> SEGMENT = Shape.of(Counted.class, "Segment", "Customers that fulfil a rule.")
            .text(
                    "id",
                    "Never given again; of a ready-made one its word.",
                    counted -> counted.segment().id())
            .text("name", "For people.", counted -> counted.segment().name())
            .text(
                    "output",
                    "Name of the output table that it is about.",
                    counted -> counted.segment().output())
            .flag(
                    "isReadyMade",
                    "Whether nobody can change or delete it.",
                    counted -> counted.segment().isReadyMade())
            .rule(
                    "rule",
                    "What its members fulfil.",
                    counted -> JsonText.read(
                            RuleDraft.json(RuleDraft.of(counted.segment().rule()))))
            .count(
                    "edition",
                    "One more with each change; as the ETag has it.",
                    counted -> counted.segment().edition())
            .timeOrNull(
                    "createdAt",
                    "Null for a ready-made one.",
                    counted -> counted.segment().createdAt())
            .oneOrNull("count", "In the latest run; null where there is none.", COUNT, Counted::count)
            .build();

    static final Shape<AccountChange> CHANGE = Shape.of(
                    AccountChange.class, "SegmentChange", "A customer that joined a segment or left it.")
            .text("change", "Either joined or left.", change -> change.hasJoined() ? "joined" : "left")
            .text("id", "In the customer profiles.", AccountChange::id)
            .text("key", "The same, as addresses have it.", change -> CustomerKey.of(change.id()))
            .text("name", "In the customer profiles.", AccountChange::name)
            .numberOrNull("score", "Null where the customer is gone.", AccountChange::score)
            .numberOrNull("scoreBefore", "Null where it was not there.", AccountChange::scoreBefore)
            .build();

    private SegmentShapes() {}

    /** A segment, and how many it has. */
    record Counted(Segment segment, Optional<SegmentCount> count) {}
}
