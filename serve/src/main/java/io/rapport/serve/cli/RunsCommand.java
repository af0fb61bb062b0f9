package io.rapport.serve.cli;

import io.rapport.serve.api.client.ApiSource;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists runs. */
@Command(
        name = "runs",
        header = "List the runs of enrichments, the latest first, and what came of each.",
        sortOptions = false,
        footer = {"", "Examples:", "  rapport runs", "  rapport runs --output Office --limit 5 --json"})
final class RunsCommand extends Question {

    @Option(names = "--output", paramLabel = "NAME", description = "Only of this output table.")
    private String output = "";

    @Option(names = "--limit", paramLabel = "COUNT", description = "How many at most. Default: 20.")
    private int limit = 20;

    @Override
    void ask(ApiSource api, Console console) {
        Map<String, ?> answer = api.list("/runs", Map.of("output", output), Limit.require(limit));
        if (console.isJson()) {
            console.json(answer);
            return;
        }
        new ItemTable()
                .text("run", run -> run.get("id"))
                .text("output", run -> run.get("output"))
                .text("as of", run -> run.get("asOf"))
                .text("state", run -> run.get("state"))
                .number("rows", run -> run.get("rows"))
                .text("started", run -> run.get("startedAt"))
                .text("code", run -> run.get("errorCode"))
                .print(answer, console);
    }
}
