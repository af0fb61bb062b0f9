package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractReport;
import io.rapport.model.extract.ExtractWords;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.dataset.ExtractionJob;
import io.rapport.serve.dataset.Extractions;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Extracts a dataset the way Graph Data Connect does. */
@Command(
        name = "extract",
        header = "Extract a dataset: a folder per region, files by month, a manifest with SHA-256.",
        sortOptions = false,
        description = {
            "Delivers the mailboxes of valid users: enabled, licensed for Exchange, no guests. The others are listed with",
            "their reasons in _left-out.csv. An interrupted extraction goes on when it is asked for again.",
            "Extracting from your own home, you approve it yourself; the logs say so. Through a server it needs an approval:",
            "rapport approvals --help."
        },
        footer = {
            "",
            "Examples:",
            "  rapport extract OutlookContactActivity_v0 --from 2026-10-01 --to 2026-11-01 --out october",
            "  rapport extract Message_v1 --columns id,sentDateTime,puser --region EUR --format parquet --out mail",
            "  rapport extract OutlookMailActivity_v0 --user-filter \"department eq 'Sales'\" --out sales"
        })
final class ExtractCommand implements Task, ServedTask {

    private static final String APPROVAL = "approved on the command line by the person at the keyboard";
    private static final String PERSON = "the person at the keyboard";
    private static final String FROM = "command line";

    @Parameters(index = "0", paramLabel = "DATASET", description = "Which one, for example OutlookContactActivity_v0.")
    private String dataset = "";

    @Option(names = "--from", paramLabel = "TIME", description = "First date or instant, UTC, inclusive.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Last date or instant, UTC, exclusive.")
    private @Nullable String to;

    @Option(
            names = "--date-column",
            paramLabel = "COLUMN",
            description = "By which date. Default: the first one that can be filtered by.")
    private @Nullable String dateColumn;

    @Option(
            names = "--columns",
            paramLabel = "NAMES",
            split = ",",
            description = "Which columns, with commas; they come in schema order. Default: all.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--group",
            paramLabel = "ID",
            split = ",",
            description = "Only users of this group and the groups in it, by its object id; up to 10 times.")
    private List<String> groups = new ArrayList<>();

    @Option(
            names = "--user-filter",
            paramLabel = "FILTER",
            description = {
                "Only users whom the directory finds by this: accountEnabled, department, jobTitle, usageLocation,",
                "userType, mail; eq, ne, startswith(mail, 'a'), and, or, not, brackets."
            })
    private @Nullable String userFilter;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description =
                    "Only mailboxes kept there: an Office code (EUR), an Azure region (westeurope), or all. Default: all.")
    private @Nullable String region;

    @Option(
            names = "--tenant-region",
            paramLabel = "REGION",
            description = "The region of mailboxes of which the directory says none.")
    private @Nullable String tenantRegion;

    @Option(names = "--format", paramLabel = "FORMAT", description = "json, parquet or csv. Default: json.")
    private @Nullable String format;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "A folder that is not there yet.")
    private @Nullable Path out;

    @Override
    public void run(Session session) {
        ExtractPlan plan = ExtractPlan.of(new ExtractWords(
                NamedDataset.of(dataset),
                from,
                to,
                dateColumn,
                columns,
                groups,
                userFilter,
                region,
                tenantRegion,
                format));
        session.requireHomeInUse();
        ExtractView.show(plan, extract(session, plan, Objects.requireNonNull(out)), session.console());
    }

    @Override
    public void run(Session session, ServerApi server) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("dataset", dataset);
        request.put("from", from);
        request.put("to", to);
        request.put("dateColumn", dateColumn);
        request.put("columns", columns);
        request.put("groups", groups);
        request.put("userFilter", userFilter);
        request.put("region", region);
        request.put("tenantRegion", tenantRegion);
        request.put("format", format);
        ServedExtract.run(session, server, request, Objects.requireNonNull(out));
    }

    private static ExtractReport extract(Session session, ExtractPlan plan, Path target) {
        try (Lake lake = session.openLake();
                ServeState state = session.openState();
                ProgressView progress = session.progress()) {
            ExtractionJob job = new ExtractionJob(
                    session.home(),
                    new Extractions(state, session.instants()),
                    new AccessLog(state, session.instants()),
                    session.instants(),
                    session.engineSettings(1));
            session.interruption().onStop(job::stop);
            return job.run(plan, target, APPROVAL, PERSON, FROM, lake.snapshot(), progress);
        } catch (RapportException e) {
            if (session.interruption().isRequested()) {
                session.console().note(e.text());
            }
            throw e;
        }
    }
}
