package io.rapport.serve.server;

import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.parquet.ParquetExport;
import io.rapport.lake.state.StateLocation;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecReader;
import io.rapport.serve.dataset.RejectFile;
import io.rapport.serve.enrichment.EnrichmentJob;
import io.rapport.serve.home.Home;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.state.ServeState;
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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A home with a small company's mail and meetings in it, enriched twice: as of the end of October, and three weeks on. */
public final class EnrichedHome {

    static final LocalDate FIRST = LocalDate.parse("2026-10-31");
    static final LocalDate SECOND = LocalDate.parse("2026-11-20");

    static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    private static @Nullable EnrichedHome shared;

    final Path folder;
    final Path exports;
    final Company company = Company.found(new CompanyPlan(20_261, 16, 24, YearMonth.parse("2026-03"), 4_000));
    final Spec spec;

    final TestServer server;

    private EnrichedHome() throws IOException {
        folder = Files.createTempDirectory(Path.of("target"), "enriched");
        exports = folder.resolve("exports");
        Home home = new Home(folder);
        DuckDbSettings engine = new DuckDbSettings(256L << 20, 1, home.temporary());
        StateLocation state = StateLocation.file(home.database());
        Path profiles = Files.createDirectories(folder.resolve("profiles"));
        new ProfileFiles(company).write(profiles);
        spec = SpecReader.read(profiles.resolve(ProfileFiles.SPEC));
        try (Lake lake = Lake.open(folder, state, NOON, engine)) {
            land(company, exports, NOON.instant(), lake, home, engine);
            ServeState runs = ServeState.open(state);
            Profiles none = new Profiles(home, runs, NOON);
            enrich(home, new RunLog(runs, NOON), none, FIRST, engine, lake);
            InstantSource later = InstantSource.fixed(NOON.instant().plusSeconds(3_600));
            enrich(home, new RunLog(runs, later), none, SECOND, engine, lake);
        }
        server = TestServer.on(folder);
    }

    /** The one for all tests, and a server on it. */
    public static synchronized EnrichedHome shared() {
        EnrichedHome known = shared;
        if (known == null) {
            try {
                known = new EnrichedHome();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shared = known;
            Runtime.getRuntime().addShutdownHook(new Thread(known.server::close));
        }
        return known;
    }

    public Path folder() {
        return folder;
    }

    /** Address of the group whose members are listed. */
    public String listed() {
        return ProfileFiles.listed(company).party().address();
    }

    /** Where its server is. */
    public java.net.URI url() {
        return server.server.url();
    }

    /** A bean of its server. */
    public <T> T part(Class<T> type) {
        return server.server.part(type);
    }

    private void enrich(Home home, RunLog runs, Profiles profiles, LocalDate day, DuckDbSettings engine, Lake lake) {
        new EnrichmentJob(home, runs, profiles, new DuckDbEngine(engine), engine)
                .run(spec, day, "given by a test", lake.snapshot(), Progress.NONE);
    }

    /** All datasets of a company up to a moment, as exports that lie in a folder. */
    static void land(Company company, Path exports, Instant until, Lake lake, Home home, DuckDbSettings engine)
            throws IOException {
        CompanyExport export = new CompanyExport(
                new Correspondences(company), new Meetings(company), new ExportPlan(company.begin(), until));
        ExportFolder files = new ExportFolder(exports, "1");
        try (ParquetExport parquet = new ParquetExport(engine)) {
            for (ExportDataset dataset : ExportDataset.values()) {
                try (RejectFile rejects =
                        new RejectFile(home.rejects(), until, dataset.dataset().name())) {
                    new ExportImport(lake.landing(), parquet, rejects, ImportLimits.DEFAULT)
                            .run(dataset.dataset(), files.write(export, dataset, Progress.NONE), Progress.NONE);
                }
            }
        }
    }
}
