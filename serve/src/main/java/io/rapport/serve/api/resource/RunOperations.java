package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.VIEWER;

import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.run.RunState;
import java.util.List;

/** Runs: what was asked, and what came of it. */
public final class RunOperations {

    private static final String TAG = "Runs";

    private final RunLog runs;
    private final ServedRuns served;

    public RunOperations(RunLog runs, ServedRuns served) {
        this.runs = runs;
        this.served = served;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listRuns", "/runs", "Runs, the latest first.")
                        .in(TAG)
                        .logged(VIEWER, VIEW, "Runs")
                        .takes(
                                Parameter.text("output", "Only of this output table."),
                                Parameter.choice("state", Words.all(RunState.class), "", "Only those that stand so."))
                        .takes(Paging.parameters())
                        .lists(
                                RunShapes.RUN,
                                call -> Paging.part(call, find(call.text("output"), call.text("state")), Run::id)),
                Draft.get("getRun", "/runs/{run}", "A run, with its parts.")
                        .in(TAG)
                        .logged(VIEWER, VIEW, "Run")
                        .takes(Parameter.path("run", "Id of the run."))
                        .answers(
                                RunShapes.DETAIL,
                                call -> runs.find(call.text("run"))
                                        .map(this::detail)
                                        .orElseThrow(() -> Words.none("run"))));
    }

    private List<Run> find(String output, String state) {
        return runs.list().stream()
                .filter(run -> output.isEmpty() || run.request().output().equals(output))
                .filter(run -> state.isEmpty() || Words.of(run.state()).equals(state))
                .toList();
    }

    private RunShapes.Detail detail(Run run) {
        return new RunShapes.Detail(
                run, runs.tasks().list(run.id()), served.find(run.id()).isPresent());
    }
}
