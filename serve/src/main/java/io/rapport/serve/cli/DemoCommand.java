package io.rapport.serve.cli;

import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.lake.reading.LakeQuery;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.engine.Format;
import io.rapport.model.run.RunResult;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecReader;
import io.rapport.serve.dataset.RejectFile;
import io.rapport.serve.demo.DemoError;
import io.rapport.serve.demo.DemoFolder;
import io.rapport.serve.demo.Standings;
import io.rapport.serve.enrichment.EnrichmentJob;
import io.rapport.serve.enrichment.TableCopy;
import io.rapport.serve.run.DeliveredTables;
import io.rapport.simulator.company.Account;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.export.CompanyExport;
import io.rapport.simulator.export.ExportDataset;
import io.rapport.simulator.export.ExportFolder;
import io.rapport.simulator.export.ExportPlan;
import io.rapport.simulator.export.ProfileFiles;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.meeting.Meetings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the product on a company that never was. */
@Command(
        name = "demo",
        header = "See it work on a made-up company: its mail, its customers, who is engaged and who goes quiet.",
        sortOptions = false,
        description = {
            "Starts a simulated Microsoft 365 tenant and a server that is connected to it, in a home of its own, and",
            "prints the address to open. The first sync and an enrichment run while you look on. Started again, the",
            "company has lived on since, and what is new comes in."
        },
        footer = {
            "",
            "Examples:",
            "  rapport demo",
            "  rapport demo --home other-company --people 400 --seed 7",
            "  rapport demo --tables"
        })
final class DemoCommand implements Task {

    private static final String CONSENT = "given on the command line for a made-up company";
    private static final Path HOME = Path.of("rapport-demo");
    private static final int USUAL_PEOPLE = 150;
    private static final int USUAL_ACCOUNTS = 400;
    private static final int USUAL_MONTHS = 13;
    private static final int EMAILS_PER_PERSON = 450;
    /** What happens to mail (read, moved, deleted) happens mostly within it. */
    private static final Duration LOOKED_BACK = Duration.ofDays(31);

    @Option(names = "--people", paramLabel = "N", description = "Employees, 10 to 2,500. Default: 150.")
    private @Nullable Integer people;

    @Option(names = "--accounts", paramLabel = "N", description = "Customers, 1 to 5,000. Default: 400.")
    private @Nullable Integer accounts;

    @Option(names = "--months", paramLabel = "N", description = "Months of mail, 1 to 36. Default: 13.")
    private @Nullable Integer months;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Which company: the same number, the same one.")
    private @Nullable Long seed;

    @Option(
            names = "--tables",
            description = "No server: make the company's exports, import and enrich them, and print two tables.")
    private boolean isTables;

    @Option(
            names = "--tenant-port",
            paramLabel = "PORT",
            description = "The first of the simulated tenant's three ports. Default: 8365.")
    private int tenantPort = 8365;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Override
    public void run(Session typed) {
        Session session = typed.apart(HOME);
        DemoFolder folder = new DemoFolder(session.home());
        Instant now = session.instants().instant().truncatedTo(ChronoUnit.SECONDS);
        DemoFolder.@Nullable Company known = folder.findCompany().orElse(null);
        CompanyPlan plan = plan(known, session, now);
        Company company = Company.found(plan);
        if (!isTables) {
            serve(session, folder, company, known == null);
            return;
        }
        Instant from = known == null
                ? company.begin()
                : later(company.begin(), known.until().minus(LOOKED_BACK));
        long rows;
        Spec spec;
        try {
            new ProfileFiles(company).write(folder.profiles());
            spec = SpecReader.read(folder.profiles().resolve(ProfileFiles.SPEC));
            rows = exportAndImport(session, folder, company, new ExportPlan(from, now));
            folder.keep(new DemoFolder.Company(plan, now));
        } catch (IOException e) {
            throw notWritable(folder.exports(), e);
        }
        LocalDate day = LocalDate.ofInstant(now, spec.timeZone());
        RunResult result = enrich(session, spec, day);
        TableCopy.write(result, spec.output(), Format.CSV, folder.tables(), session.engineSettings(1));
        try (Lake lake = session.openLake();
                LakeQuery query = LakeQuery.open(
                        session.engineSettings(1),
                        lake.snapshot(),
                        DeliveredTables.of(session.home(), session.openRuns()))) {
            session.interruption().onStop(query::cancel);
            Standings standings = new Standings(
                    query, company.accounts().stream().collect(Collectors.toMap(Account::id, Account::name)));
            new DemoView(session.console(), folder, company, day)
                    .show(result, rows, known != null, standings.read(day));
        }
    }

    private void serve(Session session, DemoFolder folder, Company company, boolean isNew) {
        try {
            new ProfileFiles(company).write(folder.profiles());
            session.createHome();
            if (isNew) {
                folder.keep(new DemoFolder.Company(company.plan(), company.begin()));
            }
        } catch (IOException e) {
            throw notWritable(folder.profiles(), e);
        }
        new DemoServer(session, server, tenantPort)
                .run(company.plan(), isNew, folder.profiles().resolve(ProfileFiles.SPEC));
    }

    private static RapportException notWritable(Path path, IOException e) {
        return new RapportException(
                DemoError.DEMO_NOT_WRITABLE,
                path + " can't be written (" + e.getClass().getSimpleName()
                        + "). Check the disk, or name another folder with --home.",
                e);
    }

    private static long exportAndImport(Session session, DemoFolder folder, Company company, ExportPlan plan)
            throws IOException {
        CompanyExport export = new CompanyExport(new Correspondences(company), new Meetings(company), plan);
        ExportFolder files =
                new ExportFolder(folder.exports(), plan.at().toString().replace(":", ""));
        long rows = 0;
        try (Lake lake = session.openLake();
                ParquetOnDemand parquet = session.openParquet();
                ProgressView progress = session.progress()) {
            for (ExportDataset dataset : ExportDataset.values()) {
                List<Path> written = files.write(export, dataset, progress);
                try (RejectFile rejects = new RejectFile(
                        session.home().rejects(),
                        session.instants().instant(),
                        dataset.dataset().name())) {
                    rows += new ExportImport(lake.landing(), parquet, rejects, ImportLimits.DEFAULT)
                            .run(dataset.dataset(), written, progress)
                            .read();
                }
            }
        }
        return rows;
    }

    private static RunResult enrich(Session session, Spec spec, LocalDate day) {
        try (Lake lake = session.openLake();
                ProgressView progress = session.progress()) {
            EnrichmentJob job =
                    new EnrichmentJob(session.home(), session.openRuns(), new DuckDbEngine(session.engineSettings(1)));
            session.interruption().onStop(job::stop);
            return job.run(spec, day, CONSENT, lake.snapshot(), progress);
        }
    }

    /** The company that lives in the home, else the one that was asked for. */
    private CompanyPlan plan(DemoFolder.@Nullable Company known, Session session, Instant now) {
        if (known == null) {
            int employees = within("--people", people, USUAL_PEOPLE, 10, 2_500);
            YearMonth first = YearMonth.from(now.atOffset(ZoneOffset.UTC))
                    .minusMonths(within("--months", months, USUAL_MONTHS, 1, 36));
            return new CompanyPlan(
                    seed == null ? 1 : seed,
                    employees,
                    within("--accounts", accounts, USUAL_ACCOUNTS, 1, 5_000),
                    first,
                    (long) employees * EMAILS_PER_PERSON);
        }
        CompanyPlan plan = known.plan();
        boolean isOther = (people != null && people != plan.people())
                || (accounts != null && accounts != plan.accounts())
                || (seed != null && seed != plan.seed());
        if (isOther) {
            throw new RapportException(
                    DemoError.OTHER_COMPANY,
                    session.home().folder() + " holds a company of " + plan.people() + " people and " + plan.accounts()
                            + " accounts, seed " + plan.seed() + ". Leave the options out to go on with it, or name"
                            + " another folder with --home.");
        }
        return plan;
    }

    private static int within(String option, @Nullable Integer typed, int usual, int least, int most) {
        int value = typed == null ? usual : typed;
        if (value < least || value > most) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT, option + " is " + value + "; it goes from " + least + " to " + most + ".");
        }
        return value;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
