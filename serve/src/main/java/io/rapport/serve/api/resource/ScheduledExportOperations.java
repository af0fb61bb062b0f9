package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.CHANGE;
import static io.rapport.serve.access.AccessAction.EXPORT;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;

import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.FieldProblem;
import io.rapport.serve.api.operation.InvalidRequest;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.export.ExportPlan;
import io.rapport.serve.export.PlanCheck;
import io.rapport.serve.export.ScheduledExport;
import io.rapport.serve.export.ScheduledExports;
import io.rapport.serve.home.Home;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Workshop;
import java.util.Arrays;
import java.util.List;

/** Where the tables of enrichments go after each run: a folder of the server, so that it is for administrators. */
public final class ScheduledExportOperations {

    private static final String TAG = "Scheduled exports";
    private static final String COMPLETE = "complete";
    private static final int LONGEST = 1_000;
    private static final Parameter OUTPUT = Parameter.path("output", "Name of the output table.");
    private static final List<String> FORMATS =
            Arrays.stream(ExportFormat.values()).map(ExportFormat::word).toList();

    private static final Shape<ScheduledExport> PLAN = Shape.of(
                    ScheduledExport.class, "ScheduledExport", "Where the tables of an enrichment go after each run.")
            .text("output", "Name of the output table.", ScheduledExport::output)
            .text("folder", "Of the server.", one -> one.plan().folder().toString())
            .text(
                    "target",
                    "The folder in it that has the tables.",
                    one -> one.target().toString())
            .choice(
                    "format",
                    "Of the files.",
                    FORMATS,
                    one -> one.plan().format().word())
            .text(
                    "location",
                    "Where the folder is for whoever reads it elsewhere; empty for the folder itself.",
                    one -> one.plan().location())
            .flag(
                    COMPLETE,
                    "Whether the tables that are for administrators go there too.",
                    one -> one.plan().isComplete())
            .text("setBy", "Who set it.", ScheduledExport::setBy)
            .textOrNull("run", "Id of the run that was tried last; null before the first.", ScheduledExport::run)
            .timeOrNull("triedAt", "When; null before.", ScheduledExport::triedAt)
            .timeOrNull("deliveredAt", "When one last came to its end; null before.", ScheduledExport::deliveredAt)
            .count("rows", "Of that one, of all tables together.", ScheduledExport::rows)
            .textOrNull("errorCode", "Why the last one failed; null otherwise.", ScheduledExport::errorCode)
            .textOrNull("errorText", "The same for people.", ScheduledExport::errorText)
            .build();

    private final ScheduledExports exports;
    private final KnownEnrichments known;
    private final Workshop workshop;
    private final Home home;

    public ScheduledExportOperations(ScheduledExports exports, KnownEnrichments known, Workshop workshop, Home home) {
        this.exports = exports;
        this.known = known;
        this.workshop = workshop;
        this.home = home;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listScheduledExports", "/scheduled-exports", "Scheduled exports, by output table.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Scheduled exports")
                        .takes(Paging.parameters())
                        .lists(PLAN, call -> Paging.part(call, exports.list(), ScheduledExport::output)),
                Draft.get(
                                "getScheduledExport",
                                "/scheduled-exports/{output}",
                                "A scheduled export, and what came of it.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Scheduled export")
                        .takes(OUTPUT)
                        .answers(PLAN, this::require),
                Draft.put(
                                "setScheduledExport",
                                "/scheduled-exports/{output}",
                                "Exports the tables now and after each run from now on; in place of the one before.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, CHANGE, "Scheduled export: set")
                        .takes(
                                OUTPUT,
                                Parameter.text(
                                                PlanCheck.FOLDER,
                                                "Of the server: absolute, there already, not in its home.")
                                        .atMost(LONGEST)
                                        .inBody()
                                        .required(),
                                Parameter.choice(PlanCheck.FORMAT, FORMATS, "csv", "Of the files.")
                                        .inBody(),
                                Parameter.text(
                                                PlanCheck.LOCATION,
                                                "Where the folder is for whoever reads it elsewhere: a whole address.")
                                        .atMost(LONGEST)
                                        .inBody(),
                                Parameter.flag(COMPLETE, "The tables that are for administrators go there too.")
                                        .inBody())
                        .answers(PLAN, this::set),
                Draft.post("runScheduledExport", "/scheduled-exports/{output}/run", "Exports the tables now.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, EXPORT, "Scheduled export: now")
                        .takes(OUTPUT)
                        .begins(JobShapes.JOB, call -> {
                            Job job = begin(call, require(call).output());
                            call.isAt("/jobs/" + job.id());
                            return job;
                        }),
                Draft.delete(
                                "stopScheduledExport",
                                "/scheduled-exports/{output}",
                                "From now on nothing is exported; what was stays where it is.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, CHANGE, "Scheduled export: stopped")
                        .takes(OUTPUT)
                        .does(call -> {
                            if (!exports.stop(require(call).output())) {
                                throw Words.none("scheduled export");
                            }
                        }));
    }

    private ScheduledExport require(Call call) {
        return exports.find(call.text("output")).orElseThrow(() -> Words.none("scheduled export"));
    }

    private ScheduledExport set(Call call) {
        String output = known.find(call.text("output"))
                .orElseThrow(() -> Words.none("enrichment"))
                .output();
        String folder = call.text(PlanCheck.FOLDER).strip();
        String format = call.text(PlanCheck.FORMAT);
        String location = call.text(PlanCheck.LOCATION);
        List<FieldProblem> problems = PlanCheck.problems(folder, format, location, home).entrySet().stream()
                .map(wrong -> new FieldProblem(wrong.getKey(), wrong.getValue()))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        exports.set(
                output,
                ExportPlan.of(folder, format, location, call.is(COMPLETE)),
                call.person().displayName());
        Job unused = begin(call, output);
        return require(call);
    }

    private Job begin(Call call, String output) {
        return workshop.request(JobKind.EXPORT, output, call.person().displayName());
    }
}
