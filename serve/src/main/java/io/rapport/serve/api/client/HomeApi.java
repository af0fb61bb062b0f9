package io.rapport.serve.api.client;

import io.rapport.core.error.RapportException;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.front.Operations;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.InvalidRequest;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Values;
import io.rapport.serve.api.resource.ApprovalOperations;
import io.rapport.serve.api.resource.CountedSegments;
import io.rapport.serve.api.resource.CustomerOperations;
import io.rapport.serve.api.resource.MemberOperations;
import io.rapport.serve.api.resource.RunOperations;
import io.rapport.serve.api.resource.SegmentOperations;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.Overviews;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.export.ExportSource;
import io.rapport.serve.home.Home;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.segment.SegmentCounts;
import io.rapport.serve.segment.Segments;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the API says of runs, customers, segments and approvals, of a home of one's own: the same operations, without a server. */
public final class HomeApi implements ApiSource {

    private static final Person OWNER = new Person(Person.LOCAL_ID, "the person at the keyboard", Role.ADMINISTRATOR);

    private final AccountReader reader;
    private final Operations operations;

    private HomeApi(AccountReader reader, Operations operations) {
        this.reader = reader;
        this.operations = operations;
    }

    /** @param engine limits of the engine that reads tables */
    public static HomeApi open(Home home, ServeState state, InstantSource instants, DuckDbSettings engine) {
        AccountReader reader = new AccountReader(engine);
        RunLog runs = new RunLog(state, instants);
        ServedRuns served =
                new ServedRuns(home, runs, new EnrichmentSettings(new Settings(state, instants))::findPrimary);
        Customers customers = new Customers(served, reader);
        Segments segments = new Segments(state, instants);
        CountedSegments counted = new CountedSegments(segments, new SegmentCounts(state, served, reader), served);
        List<Operation> all = new ArrayList<>(new RunOperations(runs, served).list());
        all.addAll(new CustomerOperations(served, customers, new Overviews(served, reader)).list());
        all.addAll(new SegmentOperations(segments, counted).list());
        all.addAll(new MemberOperations(counted, served, customers, new ExportSource(served, segments)).list());
        Approvals approvals = new Approvals(state, instants, new AccessLog(state, instants));
        all.addAll(new ApprovalOperations(approvals, instants, "command line").list());
        return new HomeApi(reader, new Operations(all));
    }

    @Override
    public Map<String, @Nullable Object> get(String path, Map<String, String> query) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        query.forEach((name, value) -> {
            if (!value.isEmpty()) {
                said.put(name, List.of(value));
            }
        });
        return answer("GET", path, said, Map.of());
    }

    @Override
    public Map<String, @Nullable Object> post(String path, @Nullable Map<String, ?> body) {
        return answer("POST", path, Map.of(), body == null ? Map.of() : body);
    }

    private Map<String, @Nullable Object> answer(
            String method, String path, Map<String, List<String>> said, Map<String, ?> body) {
        Operations.Match match = operations
                .match(method, Operation.ROOT + path)
                .orElseThrow(() -> new RapportException(ApiError.NOT_FOUND, "There is no such operation."));
        try {
            Operation operation = match.operation();
            Values values = Values.of(operation.parameters(), match.variables(), said, body);
            Object answer = operation.work().answer(new Call(operation, values, OWNER, null, Call.Conditions.NONE));
            return fields(answer);
        } catch (InvalidRequest invalid) {
            throw new RapportException(
                    ApiError.REQUEST_INVALID,
                    invalid.problems().stream()
                            .map(problem -> problem.field() + ": " + problem.detail())
                            .collect(Collectors.joining("\n")));
        } catch (IOException | InterruptedException unexpected) {
            throw new IllegalStateException("reading a home sends nothing and waits for nobody", unexpected);
        }
    }

    /** As if it had been sent. */
    private static Map<String, @Nullable Object> fields(@Nullable Object answer) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (JsonText.readWhole(JsonText.of(answer)) instanceof Map<?, ?> read) {
            read.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        return fields;
    }

    @Override
    public void close() {
        reader.close();
    }
}
