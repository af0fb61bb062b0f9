package io.rapport.serve.api.resource;

import io.rapport.model.run.OutputColumn;
import io.rapport.model.run.OutputTable;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.run.PinnedProfiles;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunState;
import io.rapport.serve.run.RunTask;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs, as the API tells them. Who agreed to one, and which group was left out, stay within. */
final class RunShapes {

    static final Shape<Run> RUN = Shape.of(Run.class, "Run", "A run of an enrichment.")
            .text("id", "Never given again; sorts by start.", Run::id)
            .text("enrichment", "Name of the enrichment.", run -> run.request().enrichment())
            .text("output", "Name of the output table.", run -> run.request().output())
            .choice("state", "Where it stands.", Words.all(RunState.class), run -> Words.of(run.state()))
            .day("asOf", "The last day that counts.", run -> run.request().asOf())
            .text(
                    "timeZone",
                    "In which days begin.",
                    run -> run.request().timeZone().getId())
            .text(
                    "engine",
                    "What computed it; empty where it was never begun.",
                    run -> run.request().engine())
            .count(
                    "snapshot",
                    "The lake's commit that was read.",
                    run -> run.request().snapshot())
            .count("formulaVersion", "Version of the definitions.", run ->
                    (long) run.request().formulaVersion())
            .textOrNull(
                    "profiles",
                    "Name of the customer profiles; null where a spec named files.",
                    run -> run.request()
                            .findProfiles()
                            .map(PinnedProfiles::name)
                            .orElse(null))
            .countOrNull("rows", "Rows of the output table; null before they are there.", Run::rows)
            .texts("warnings", "What the reader should know.", Run::warnings)
            .time("startedAt", "When it began.", Run::startedAt)
            .timeOrNull("finishedAt", "When it ended; null before.", Run::finishedAt)
            .textOrNull("errorCode", "Why it failed; null otherwise.", Run::errorCode)
            .build();

    static final Shape<RunTask> TASK = Shape.of(RunTask.class, "RunTask", "A part of a run.")
            .text("title", "What it does.", RunTask::title)
            .countOrNull("rows", "How many it came to; null before its end.", RunTask::rows)
            .time("startedAt", "When it began.", RunTask::startedAt)
            .timeOrNull("finishedAt", "When it ended; null before.", RunTask::finishedAt)
            .build();

    static final Shape<Detail> DETAIL = Shape.of(Detail.class, "RunDetail", "A run, with its parts.")
            .one("run", "The run.", RUN, Detail::run)
            .open("weights", "Weight by component of the score.", detail -> weights(detail.run()))
            .many("tasks", "What it did, in order; none of a run on the command line.", TASK, Detail::tasks)
            .flag("hasTables", "Whether its tables can be asked for.", Detail::hasTables)
            .build();

    private RunShapes() {}

    /** A run, with its parts. */
    record Detail(Run run, List<RunTask> tasks, boolean hasTables) {}

    /** A row of a table, by the names of its columns. */
    static Shape<Map<String, @Nullable Object>> row(OutputTable table) {
        @SuppressWarnings("unchecked")
        Class<Map<String, @Nullable Object>> type = (Class<Map<String, @Nullable Object>>) (Class<?>) Map.class;
        Shape.Builder<Map<String, @Nullable Object>> row =
                Shape.of(type, TableName.of(table).rowName(), table.meaning());
        for (OutputColumn column : table.definitions()) {
            String name = column.name();
            switch (column.type()) {
                case "date" -> row.dayOrNull(name, column.meaning(), values -> values.get(name));
                case "whole number" -> row.countOrNull(name, column.meaning(), values -> values.get(name));
                case "decimal" -> row.numberOrNull(name, column.meaning(), values -> values.get(name));
                default -> row.textOrNull(name, column.meaning(), values -> values.get(name));
            }
        }
        return row.build();
    }

    private static Map<String, ?> weights(Run run) {
        return JsonText.read(run.request().weights()) instanceof Map<?, ?> read ? Names.of(read) : Map.of();
    }
}
