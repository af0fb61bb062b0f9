package io.rapport.serve.cli;

import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.lake.Lake;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountQuery;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.AccountWord;
import io.rapport.model.engine.Format;
import io.rapport.model.run.RunResult;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecReader;
import io.rapport.serve.customer.Customer;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.dataset.RejectFile;
import io.rapport.serve.demo.DemoFolder;
import io.rapport.serve.enrichment.EnrichmentJob;
import io.rapport.serve.enrichment.TableCopy;
import io.rapport.simulator.company.Company;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The demonstration without a server: the company's exports, imported and enriched, and two tables printed. */
final class DemoTables {

    private static final String CONSENT = "given on the command line for a made-up company";
    /** What happens to mail (read, moved, deleted) happens mostly within it. */
    private static final Duration LOOKED_BACK = Duration.ofDays(31);

    private DemoTables() {}

    /** @param known what lived in the home before; null for nobody */
    static void show(
            Session session, DemoFolder folder, Company company, DemoFolder.@Nullable Company known, Instant now) {
        Instant from = known == null
                ? company.begin()
                : later(company.begin(), known.until().minus(LOOKED_BACK));
        long rows;
        Spec spec;
        try {
            new ProfileFiles(company).write(folder.profiles());
            spec = SpecReader.read(folder.profiles().resolve(ProfileFiles.SPEC));
            rows = exportAndImport(session, folder, company, new ExportPlan(from, now));
            folder.keep((known == null ? DemoFolder.Company.of(company.plan(), now) : known).exportedUntil(now));
        } catch (IOException e) {
            throw DemoCommand.notWritable(folder.exports(), e);
        }
        LocalDate day = LocalDate.ofInstant(now, spec.timeZone());
        RunResult result = enrich(session, spec, day);
        TableCopy.write(result, spec.output(), Format.CSV, folder.tables(), session.engineSettings(1));
        try (AccountReader reader = new AccountReader(session.engineSettings(1))) {
            ServedRuns served = new ServedRuns(session.home(), session.openRuns());
            Customers customers = new Customers(served, reader);
            ServedRun run = customers.findRun(spec.output()).orElseThrow();
            new DemoView(session.console(), folder, company, day)
                    .show(result, rows, known != null, engaged(customers, run), quiet(customers, run));
        }
    }

    /** The most engaged, with everything about them. */
    private static List<Customer> engaged(Customers customers, ServedRun run) {
        AccountQuery query = new AccountQuery("", null, AccountOrder.SCORE, true, 0, DemoView.MOST);
        return customers.page(run, query).accounts().stream()
                .flatMap(account -> customers.find(run, account.id()).stream())
                .toList();
    }

    /** All that are going quiet, those with the most to lose first. */
    private static List<AccountStanding> quiet(Customers customers, ServedRun run) {
        List<AccountStanding> quiet = new ArrayList<>();
        customers.each(run, new AccountQuery("", AccountWord.GOING_QUIET, AccountOrder.NAME, false, 0, 1), quiet::add);
        quiet.sort(Comparator.comparingDouble(AccountStanding::usualWeek).reversed());
        return quiet;
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
            EnrichmentJob job = new EnrichmentJob(
                    session.home(),
                    session.openRuns(),
                    session.openProfiles(),
                    new DuckDbEngine(session.engineSettings(1)),
                    session.engineSettings(1));
            session.interruption().onStop(job::stop);
            return job.run(spec, day, CONSENT, lake.snapshot(), progress);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
