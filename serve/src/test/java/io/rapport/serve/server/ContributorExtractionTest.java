package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.LandedFile;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.state.StateLocation;
import io.rapport.model.extract.RegionExtract;
import io.rapport.serve.dataset.Extraction;
import io.rapport.serve.dataset.FreeColumns;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.home.Home;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.run.RunState;
import io.rapport.serve.security.Role;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.CompanyPlan;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Who is no administrator extracts, in a company that is large enough for it. */
class ContributorExtractionTest {

    private static final int CONTRIBUTOR = 1;
    private static final int VIEWER = 2;
    private static final String FORM = "/datasets/" + Datasets.MESSAGE + "/extract";

    private final Company company = Company.found(new CompanyPlan(11, 60, 8, YearMonth.parse("2026-09"), 900));

    @Test
    void rows_of_enough_people_are_delivered_whole_and_say_nothing_of_whose_they_are() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "contributor");
        Home home = new Home(folder);
        DuckDbSettings engine = new DuckDbSettings(256L << 20, 1, home.temporary());
        long landed;
        try (Lake lake = Lake.open(folder, StateLocation.file(home.database()), EnrichedHome.NOON, engine)) {
            EnrichedHome.land(company, folder.resolve("exports"), EnrichedHome.NOON.instant(), lake, home, engine);
            landed = lake.snapshot().files(Datasets.MESSAGE).stream()
                    .mapToLong(LandedFile::rows)
                    .sum();
        }
        try (TestServer server = TestServer.on(folder)) {
            Browser contributor = server.signedIn(CONTRIBUTOR);
            String form = contributor.get(FORM).body();
            assertThat(form).contains("value=\"sentDateTime\"").doesNotContain("value=\"sender\"");

            var unused = Approved.all(server, CONTRIBUTOR, Role.CONTRIBUTOR, Datasets.MESSAGE);
            HttpResponse<String> answer =
                    contributor.post(FORM, Map.of("sent", "1", "column", "sentDateTime", "format", "csv"));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            String page = answer.headers().firstValue("Location").orElseThrow();
            Extraction made = end(server, page.substring(page.lastIndexOf('/') + 1));
            assertThat(made.state()).isEqualTo(RunState.SUCCESSFUL);
            assertThat(made.rows()).isPositive().isLessThanOrEqualTo(landed);
            List<RegionExtract> regions =
                    server.server.part(KeptExtractions.class).place().regions(made.id());
            assertThat(regions)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(region ->
                            assertThat(region.mailboxes()).isGreaterThanOrEqualTo(FreeColumns.LEAST_MAILBOXES));
            long rows = 0;
            for (RegionExtract region : regions) {
                for (var file : region.files()) {
                    String text = contributor
                            .get(page + "/files/" + region.region() + "/" + file.name())
                            .body();
                    assertThat(text).startsWith("sentDateTime\n");
                    requireNobody(text);
                    rows += text.lines().skip(1).count();
                }
            }
            assertThat(rows).isEqualTo(made.rows());
            requireNobody(contributor.get(page).body());
            assertThat(server.signedIn(VIEWER).get(page).statusCode()).isIn(403, 404);
        }
    }

    private void requireNobody(String text) {
        String content = text.substring(Math.max(0, text.indexOf("<main")));
        company.people()
                .forEach(person ->
                        assertThat(content).doesNotContain(person.id()).doesNotContain(person.mail()));
    }

    private static Extraction end(TestServer server, String id) {
        Jobs jobs = server.server.part(Jobs.class);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (jobs.findOpen(JobKind.EXTRACTION, id).isPresent()) {
            assertThat(System.nanoTime()).as("still under way: " + id).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
        return server.server.part(KeptExtractions.class).log().find(id).orElseThrow();
    }
}
