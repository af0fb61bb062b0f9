package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.CONTRIBUTOR;
import static io.rapport.serve.security.Role.VIEWER;

import io.rapport.model.duckdb.account.AccountChange;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.FileAnswer;
import io.rapport.serve.api.operation.Listing;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.export.ExportSource;
import io.rapport.serve.segment.Segment;
import java.util.List;
import java.util.Optional;

/** Members of segments, and who joined and left. */
public final class MemberOperations {

    private static final String TAG = "Segments";
    private static final Parameter ID = Parameter.path("segment", "Id of the segment.");

    private final CountedSegments segments;
    private final ServedRuns runs;
    private final Customers customers;
    private final ExportSource source;

    public MemberOperations(CountedSegments segments, ServedRuns runs, Customers customers, ExportSource source) {
        this.segments = segments;
        this.runs = runs;
        this.customers = customers;
        this.source = source;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listSegmentMembers", "/segments/{segment}/members", "Customers of a segment.")
                        .in(TAG)
                        .logged(VIEWER, VIEW, "Segment")
                        .takes(ID, CountedSegments.ENRICHMENT)
                        .takes(CustomerList.parameters())
                        .takes(Paging.parameters())
                        .versioned()
                        .asFile(CONTRIBUTOR, this::membersFile)
                        .lists(CustomerShapes.CUSTOMER, this::members),
                Draft.get(
                                "listSegmentChanges",
                                "/segments/{segment}/changes",
                                "Who joined a segment since the run before, and who left it.")
                        .in(TAG)
                        .logged(VIEWER, VIEW, "Changes of a segment")
                        .takes(ID, CountedSegments.ENRICHMENT)
                        .takes(Paging.parameters())
                        .versioned()
                        .asFile(CONTRIBUTOR, this::changesFile)
                        .lists(SegmentShapes.CHANGE, this::changes));
    }

    private Listing<CustomerShapes.Line> members(Call call) {
        Segment segment = segments.require(call);
        Paging.Place place = Paging.place(call);
        ServedRun run = resolve(call, segment, place);
        return CustomerList.part(call, customers, run, Optional.of(segment.rule()), place);
    }

    private FileAnswer membersFile(Call call) {
        Segment segment = segments.require(call);
        ServedRun run = resolve(call, segment, new Paging.Place("", ""));
        return new FileAnswer.Table(
                ExportSource.members(run, segment, CustomerList.query(call, Optional.empty(), 0, 1)), null);
    }

    /** Those who joined first, each by name. */
    private Listing<AccountChange> changes(Call call) {
        Segment segment = segments.require(call);
        Paging.Place place = Paging.place(call);
        ServedRun run = resolve(call, segment, place);
        int from = (int) Math.min(place.offset(), Integer.MAX_VALUE / 2);
        int to = from + Paging.limit(call);
        List<AccountChange> joined = segments.counts().changes(segment, run, true, to + 1);
        List<AccountChange> left =
                joined.size() > to ? List.of() : segments.counts().changes(segment, run, false, to + 1 - joined.size());
        List<AccountChange> all =
                java.util.stream.Stream.concat(joined.stream(), left.stream()).toList();
        int end = Math.min(to, all.size());
        return new Listing<>(
                call.query(),
                call.warnings(),
                all.subList(Math.min(from, end), end),
                all.size() > to ? Paging.cursor(call, run.run().id(), Integer.toString(to)) : null,
                null);
    }

    private FileAnswer changesFile(Call call) {
        Segment segment = segments.require(call);
        ServedRun run = resolve(call, segment, new Paging.Place("", ""));
        return source.findChanges(run, segment)
                .map(table -> new FileAnswer.Table(table, null))
                .orElseThrow(() -> Words.none("run before, with which to compare"));
    }

    /** Of the segment's own enrichment, and of no other one. */
    private ServedRun resolve(Call call, Segment segment, Paging.Place place) {
        ServedRun run = (place.of().isEmpty() ? runs.findLatest(segment.output()) : runs.find(place.of()))
                .filter(known -> known.output().equals(segment.output()))
                .orElseThrow(() -> Words.none("run of the segment's enrichment"));
        call.resolve("edition", segment.edition());
        call.dependsOn(run.run().id());
        RunEcho.resolve(call, run);
        return run;
    }
}
