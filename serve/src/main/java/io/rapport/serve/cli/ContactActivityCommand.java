package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.core.time.ZoneName;
import io.rapport.lake.Lake;
import io.rapport.model.engine.Engine;
import io.rapport.model.report.ContactActivity;
import io.rapport.model.report.ContactActivityReport;
import io.rapport.model.report.Granularity;
import io.rapport.model.report.ReportRequest;
import io.rapport.model.run.RunFolder;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.insight.InsightSettings;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers what people do with their contacts. */
@Command(
        name = "contact-activity",
        header = "How many contacts were added, created, modified and deleted, and how often employees add some.",
        sortOptions = false,
        description = {
            "Counts the signals of OutlookContactActivity_v0 by their StartTime. Nobody is named: groups of fewer than",
            "the minimum group size (5, unless the settings say otherwise) are shown together with others, or not at all."
        },
        footer = {
            "",
            "Examples:",
            "  rapport report contact-activity",
            "  rapport report contact-activity --from 2026-07-01 --to 2026-10-01 --by week --json"
        })
final class ContactActivityCommand implements Task, ServedTask {

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First day, inclusive. Default: that of the first signal.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Last day, exclusive. Default: the day after the last signal.")
    private @Nullable String to;

    @Option(names = "--by", paramLabel = "PERIOD", description = "day, week (from Monday) or month. Default: month.")
    private @Nullable String by;

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "In which days begin. Default: UTC.")
    private @Nullable String zone;

    @Mixin
    private EngineChoice choice = new EngineChoice();

    @Override
    public void run(Session session) {
        ReportRequest request = new ReportRequest(
                date("--from", from), date("--to", to), granularity(), zone(), ReportRequest.MINIMUM_PEOPLE);
        Engine engine = choice.engine(session);
        session.requireHomeInUse();
        ContactActivityView.show(answer(session, request, engine), session.console());
    }

    @Override
    public void run(Session session, ServerApi server) {
        if (zone != null || choice.isNamed()) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    "A server counts days in UTC, on its own engine: leave out --time-zone, --engine and --spark-master.");
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("from", from == null ? "" : from);
        query.put("to", to == null ? "" : to);
        query.put("by", by == null ? "" : by);
        Map<String, ?> answer = server.get("/reports/contact-activity", query);
        if (session.console().isJson()) {
            session.console().json(answer);
            return;
        }
        if (answer.get("answer") instanceof Map<?, ?> report) {
            new ItemTable()
                    .text("from", one -> one.get("start"))
                    .number("added", one -> count(one, "added"))
                    .number("created", one -> count(one, "created"))
                    .number("modified", one -> count(one, "modified"))
                    .number("deleted", one -> count(one, "deleted"))
                    .print(Map.of("items", Objects.requireNonNull(report.get("periods"))), session.console());
        }
    }

    private static @Nullable Object count(Map<?, ?> period, String what) {
        return period.get("counts") instanceof Map<?, ?> counts ? counts.get(what) : null;
    }

    private static ContactActivity answer(Session session, ReportRequest asked, Engine engine) {
        try (Lake lake = session.openLake();
                ServeState state = session.openState();
                RunFolder inputs =
                        RunFolder.create(session.home().temporary().resolve("report-" + UUID.randomUUID()))) {
            int minimum = new InsightSettings(new Settings(state, session.instants())).minimumPeople();
            ReportRequest request = new ReportRequest(asked.from(), asked.to(), asked.by(), asked.zone(), minimum);
            return new ContactActivityReport(engine).run(request, lake.snapshot(), inputs.path());
        }
    }

    private Granularity granularity() {
        String word = by == null ? Granularity.MONTH.word() : by;
        return Granularity.find(word)
                .orElseThrow(() -> new RapportException(
                        CliError.WRONG_ARGUMENT, "--by is \"" + word + "\"; it is day, week or month."));
    }

    private ZoneId zone() {
        String word = zone == null ? "UTC" : zone;
        return ZoneName.findNamed(word)
                .orElseThrow(() -> new RapportException(
                        CliError.WRONG_ARGUMENT,
                        "--time-zone is \"" + word + "\"; it is a zone's name such as Europe/London."));
    }

    private static @Nullable LocalDate date(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException notADate) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT, option + " is \"" + text + "\"; it is a date such as 2026-10-31.");
        }
    }
}
