package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.lake.reading.LakeQuery;
import io.rapport.lake.reading.QueryAnswer;
import io.rapport.lake.reading.QuerySettings;
import io.rapport.serve.run.DeliveredTables;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers one SELECT. */
@Command(
        name = "query",
        header = "Answer one SELECT over the lake and the tables of the latest runs.",
        sortOptions = false,
        description = "Reads and nothing else: one statement, no other files, no network. Times are UTC.",
        footer = {
            "",
            "Examples:",
            "  rapport query \"select count(*) from Message_v1\"",
            "  rapport query \"select CustomerId, EngagementScore from Office\" --format csv --limit 100000"
        })
final class QueryCommand implements Task {

    private static final int MOST_ROWS = 1_000_000;

    @Parameters(index = "0", paramLabel = "SQL", description = "The statement, in one argument.")
    private String sql = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, csv or json. Default: table.")
    private String format = "";

    @Option(
            names = "--limit",
            paramLabel = "ROWS",
            defaultValue = "1000",
            description = "Most rows to show, up to 1,000,000. Default: 1000.")
    private int limit;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "Longest time that it may run, for example 90s or 5m. Default: 60s.")
    private String timeout = "";

    @Override
    public void run(Session session) {
        Console console = session.console();
        AnswerFormat chosen = AnswerFormat.of(format, console.isJson());
        if (limit < 1 || limit > MOST_ROWS) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT, "--limit is " + limit + "; it goes from 1 to " + MOST_ROWS + ".");
        }
        Duration most = TimeSpan.parse("--timeout", timeout);
        QueryAnswer answer = answer(session, new QuerySettings(most, limit));
        chosen.print(answer, console);
        if (answer.isCut()) {
            console.note("There are more rows than " + Words.count(limit) + "; --limit shows more.");
        }
    }

    private QueryAnswer answer(Session session, QuerySettings bounds) {
        session.requireHomeInUse();
        try (Lake lake = session.openLake();
                LakeQuery query = LakeQuery.open(
                        session.engineSettings(1),
                        lake.snapshot(),
                        DeliveredTables.of(session.home(), session.openRuns()))) {
            session.interruption().onStop(query::cancel);
            return query.run(sql, bounds);
        }
    }
}
