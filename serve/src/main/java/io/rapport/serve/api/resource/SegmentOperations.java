package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.CHANGE;
import static io.rapport.serve.access.AccessAction.DELETE;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.CONTRIBUTOR;
import static io.rapport.serve.security.Role.VIEWER;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.FieldProblem;
import io.rapport.serve.api.operation.InvalidRequest;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.segment.CheckedRule;
import io.rapport.serve.segment.RuleCheck;
import io.rapport.serve.segment.RuleDraft;
import io.rapport.serve.segment.Segment;
import io.rapport.serve.segment.Segments;
import java.util.List;

/** Segments: which there are, and their making, changing and end. */
public final class SegmentOperations {

    private static final String TAG = "Segments";
    private static final Parameter ID = Parameter.path("segment", "Id of the segment.");
    private static final Parameter NAME = Parameter.text("name", "For people; no other segment has it.")
            .atMost(Segments.LONGEST_NAME)
            .inBody()
            .required();
    private static final Parameter RULE = Parameter.rule("rule", "What its members fulfil.");

    private final Segments segments;
    private final CountedSegments counted;

    public SegmentOperations(Segments segments, CountedSegments counted) {
        this.segments = segments;
        this.counted = counted;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listSegments", "/segments", "Segments of an enrichment, the ready-made ones first.")
                        .in(TAG)
                        .logged(VIEWER, VIEW, "Segments")
                        .takes(CountedSegments.ENRICHMENT)
                        .takes(Paging.parameters())
                        .lists(
                                SegmentShapes.SEGMENT,
                                call -> Paging.part(
                                        call,
                                        counted.list(call),
                                        one -> one.segment().id())),
                Draft.post("createSegment", "/segments", "Saves a segment.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, CHANGE, "Segment")
                        .takes(
                                NAME,
                                Parameter.text("enrichment", "Name of the output table that it is about.")
                                        .inBody()
                                        .required(),
                                RULE)
                        .makes(SegmentShapes.SEGMENT, this::create),
                Draft.get("getSegment", "/segments/{segment}", "A segment; its ETag is its edition.")
                        .in(TAG)
                        .logged(VIEWER, VIEW, "Segment")
                        .takes(ID, CountedSegments.ENRICHMENT)
                        .answers(SegmentShapes.SEGMENT, call -> tell(call, counted.require(call))),
                Draft.put("changeSegment", "/segments/{segment}", "Gives a segment another name and rule.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, CHANGE, "Segment")
                        .takes(ID, NAME, RULE)
                        .ifUnchanged()
                        .answers(SegmentShapes.SEGMENT, this::change),
                Draft.delete(
                                "deleteSegment",
                                "/segments/{segment}",
                                "Deletes a segment; its customers stay what they are.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, DELETE, "Segment")
                        .takes(ID)
                        .does(call -> {
                            if (!segments.delete(own(call).id())) {
                                throw Words.none("segment");
                            }
                        }));
    }

    private SegmentShapes.Counted create(Call call) {
        AccountRule rule = rule(call);
        String output = counted.requireOutput(call.text("enrichment"));
        requireName(call.text("name"), "");
        Segment made =
                segments.add(call.text("name"), output, rule, call.person().displayName());
        call.isAt("/segments/" + made.id());
        return tell(call, made);
    }

    private SegmentShapes.Counted change(Call call) {
        Segment known = own(call);
        String expected = call.expectedVersion();
        if (!expected.isEmpty() && !expected.matches("[0-9]{1,18}")) {
            throw new RapportException(ApiError.CHANGED_MEANWHILE, "That was never an edition of the segment.");
        }
        AccountRule rule = rule(call);
        requireName(call.text("name"), known.id());
        return tell(
                call,
                segments.change(
                        expected.isEmpty() ? known : known.ofEdition(Long.parseLong(expected)),
                        call.text("name"),
                        rule));
    }

    private SegmentShapes.Counted tell(Call call, Segment segment) {
        SegmentShapes.Counted one = counted.count(segment);
        if (!segment.isReadyMade()) {
            call.setVersion(Long.toString(segment.edition()));
        }
        return one;
    }

    private void requireName(String name, String id) {
        segments.findProblem(name, id).ifPresent(problem -> {
            throw new InvalidRequest("name", problem);
        });
    }

    private Segment own(Call call) {
        return segments.find(call.text("segment")).orElseThrow(() -> Words.none("segment that somebody saved"));
    }

    /** With everything that is wrong with it. */
    private static AccountRule rule(Call call) {
        CheckedRule checked = RuleCheck.check(RuleDraft.read(call.json("rule")));
        return checked.findRule()
                .orElseThrow(() -> new InvalidRequest(checked.problems().stream()
                        .map(problem -> new FieldProblem(place(problem.path(), problem.field()), problem.text()))
                        .toList()));
    }

    private static String place(String path, String field) {
        return "rule" + (path.isEmpty() ? "" : ".rules." + path.replace(".", ".rules.")) + "." + field;
    }
}
