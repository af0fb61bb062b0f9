package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.EXPORT;

import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.FileAnswer;
import io.rapport.serve.api.operation.Listing;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.export.ExportSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a run, by its id or as the latest of an enrichment: as JSON part by part, as a file whole. A cursor stays with
 * the run with which it began.
 */
public final class TableOperations {

    private static final String TAG = "Tables";

    private final ServedRuns runs;
    private final AccountReader reader;

    public TableOperations(ServedRuns runs, AccountReader reader) {
        this.runs = runs;
        this.reader = reader;
    }

    public List<Operation> list() {
        List<Operation> all = new ArrayList<>();
        for (TableName table : TableName.values()) {
            String name = table.rowName().replace("Row", "");
            all.add(of(
                    table,
                    Draft.get(
                            "get" + name + "Table",
                            "/runs/{run}/tables/" + table.word(),
                            table.table().meaning()),
                    Parameter.path("run", "Id of the run."),
                    call -> runs.find(call.text("run")).orElseThrow(() -> Words.none("run with tables"))));
            all.add(of(
                    table,
                    Draft.get(
                            "getLatest" + name + "Table",
                            "/enrichments/{output}/tables/" + table.word(),
                            "Of the latest run. " + table.table().meaning()),
                    Parameter.path("output", "Name of the output table."),
                    call -> runs.findLatest(call.text("output"))
                            .orElseThrow(() -> Words.none("enrichment with tables"))));
        }
        return all;
    }

    private Operation of(TableName table, Draft draft, Parameter which, Function<Call, ServedRun> finding) {
        return draft.in(TAG)
                .logged(table.least(), EXPORT, table.subject())
                .takes(which)
                .takes(Paging.parameters())
                .versioned()
                .asFile(table.least(), call -> file(call, table, finding.apply(call)))
                .lists(RunShapes.row(table.table()), call -> part(call, table, finding));
    }

    private Listing<Map<String, @Nullable Object>> part(Call call, TableName table, Function<Call, ServedRun> finding) {
        Paging.Place place = Paging.place(call);
        ServedRun run = place.of().isEmpty()
                ? finding.apply(call)
                : runs.find(place.of()).orElseThrow(Paging::invalid);
        resolve(call, table, run);
        long from = place.offset();
        List<Map<String, @Nullable Object>> rows = reader.rows(run.tables(), table.table(), from, Paging.limit(call));
        long all = reader.rowCount(run.tables(), table.table());
        long next = from + rows.size();
        return new Listing<>(
                call.query(),
                call.warnings(),
                rows,
                next < all && !rows.isEmpty() ? Paging.cursor(call, run.run().id(), Long.toString(next)) : null,
                all);
    }

    private static FileAnswer file(Call call, TableName table, ServedRun run) {
        resolve(call, table, run);
        return new FileAnswer.Table(
                ExportSource.table(run, table.table()), run.tables().file(table.table()));
    }

    private static void resolve(Call call, TableName table, ServedRun run) {
        call.dependsOn(run.run().id());
        call.resolve("table", table.word());
        RunEcho.resolve(call, run);
    }
}
