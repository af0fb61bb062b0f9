package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.core.time.ZoneName;
import io.rapport.lake.Lake;
import io.rapport.model.engine.Engine;
import io.rapport.model.report.Collaboration;
import io.rapport.model.report.CollaborationReport;
import io.rapport.model.report.CollaborationRequest;
import io.rapport.model.run.RunFolder;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.insight.InsightSettings;
import io.rapport.serve.insight.KeptDepartments;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers how departments work, week by week. */
@Command(
        name = "collaboration",
        header = "How departments work: emails, meetings, working time, reply time and networks, week by week.",
        sortOptions = false,
        description = {
            "Counts the weeks that are over, each person's in his or her own time zone. Nobody is named: a number of fewer",
            "people than the minimum group size (5, unless the settings say otherwise) is not given."
        },
        footer = {
            "",
            "Examples:",
            "  rapport report collaboration",
            "  rapport report collaboration --from 2026-07-01 --to 2026-10-01 --json"
        })
final class CollaborationCommand implements Task {

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Weeks begin on this day or later. Default: 57 weeks at most.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Weeks end before this day. Default: with the last week that is over.")
    private @Nullable String to;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "Of people whose own zone is not known. Default: that of the settings, else UTC.")
    private @Nullable String zone;

    @Mixin
    private EngineChoice choice = new EngineChoice();

    @Override
    public void run(Session session) {
        LocalDate first = date("--from", from);
        LocalDate end = date("--to", to);
        @Nullable ZoneId named = zone == null ? null : zone(zone);
        Engine engine = choice.engine(session);
        session.requireHomeInUse();
        CollaborationView.show(answer(session, first, end, named, engine), session.console());
    }

    private static Collaboration answer(
            Session session,
            @Nullable LocalDate first,
            @Nullable LocalDate end,
            @Nullable ZoneId named,
            Engine engine) {
        try (Lake lake = session.openLake();
                ServeState state = session.openState();
                RunFolder inputs =
                        RunFolder.create(session.home().temporary().resolve("report-" + UUID.randomUUID()))) {
            Settings settings = new Settings(state, session.instants());
            ZoneId usual = named == null ? new EnrichmentSettings(settings).timeZone() : named;
            CollaborationRequest request = new CollaborationRequest(
                    first,
                    end,
                    LocalDate.ofInstant(session.instants().instant(), usual),
                    usual,
                    new InsightSettings(settings).minimumPeople());
            return new CollaborationReport(engine, new KeptDepartments(state, settings, session.openSecrets()))
                    .run(request, lake.snapshot(), inputs.path());
        }
    }

    private static ZoneId zone(String word) {
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
