package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.report.Collaboration;
import io.rapport.model.report.CollaborationMetric;
import io.rapport.model.report.DepartmentMemory;
import io.rapport.serve.home.Home;
import io.rapport.serve.insight.Collaborations;
import io.rapport.serve.insight.InsightSettings;
import io.rapport.serve.json.JsonText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the departments of a small company work, as everybody who is signed in reads it. */
class CollaborationPageTest {

    private static final String SETTINGS = "/system/settings/insights";
    private static final int ADMINISTRATOR = 0;
    private static final int VIEWER = 2;

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;

    private Collaboration report = empty();

    @BeforeEach
    void count(@TempDir Path folder) {
        SERVER.server.part(InsightSettings.class).setMinimumPeople("3");
        report = SERVER.server
                .part(Collaborations.class)
                .count(
                        new DuckDbEngine(new DuckDbSettings(128L << 20, 1, folder.resolve("tmp"))),
                        SERVER.server.part(Lake.class).snapshot())
                .report();
    }

    @AfterEach
    void as_before() {
        SERVER.server.part(InsightSettings.class).setMinimumPeople("5");
    }

    @Test
    void the_page_shows_what_was_counted_before_and_nobody() throws Exception {
        String page = SERVER.signedIn(VIEWER).get("/collaboration?weeks=57").body();
        String content = page.substring(page.indexOf("<main"));

        Collaboration.Group all = report.groups().get(0);
        assertThat(all.weeks()).anyMatch(Collaboration.Week::isPublished);
        all.weeks()
                .forEach(week -> week.find(CollaborationMetric.EMAILS_SENT)
                        .ifPresent(value -> assertThat(content)
                                .contains("data-value=\"" + String.format(Locale.ROOT, "%.3f", value) + "\"")));
        assertThat(content).contains("not enough people").contains("What is counted");
        for (CollaborationMetric metric : CollaborationMetric.values()) {
            assertThat(content).contains(metric.definition());
        }
        assertThat(HOME.company.people()).isNotEmpty();
        HOME.company
                .people()
                .forEach(person ->
                        assertThat(content).doesNotContain(person.id()).doesNotContain(person.mail()));
    }

    @Test
    void the_api_tells_the_same_and_nobody() throws Exception {
        var response = ApiCaller.of(SERVER, "Viewer").get("/reports/collaboration");
        String answer = response.body();

        assertThat(ApiCaller.json(response).get("minimumPeople")).hasToString("3");
        report.groups().forEach(group -> assertThat(answer).contains("\"department\":" + JsonText.of(group.name())));
        report.groups()
                .get(0)
                .weeks()
                .forEach(week -> week.values()
                        .forEach((metric, value) ->
                                assertThat(answer).contains("\"" + metric.word() + "\":" + JsonText.of(value))));
        HOME.company
                .people()
                .forEach(
                        person -> assertThat(answer).doesNotContain(person.id()).doesNotContain(person.mail()));
    }

    @Test
    void every_metric_and_every_department_has_its_own_address() throws Exception {
        Browser viewer = SERVER.signedIn(VIEWER);
        for (CollaborationMetric metric : CollaborationMetric.values()) {
            for (Collaboration.Group group : report.groups()) {
                var answer = viewer.get("/collaboration?metric=" + metric.word() + "&weeks=26&department="
                        + java.net.URLEncoder.encode(
                                group.isTotal() ? "" : "d." + group.name(), java.nio.charset.StandardCharsets.UTF_8));
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("aria-current=\"true\">" + metric.title() + "</a>");
            }
        }
        assertThat(viewer.get("/collaboration?metric=%00&weeks=-1&department=nobody&week=soon")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void another_minimum_hides_what_was_counted_under_the_old_one() throws Exception {
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        administrator.get("/system/settings");
        for (String wrong : new String[] {"2", "101", "many", ""}) {
            assertThat(administrator.post(SETTINGS, Map.of("minimum", wrong)).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(SERVER.signedIn(VIEWER).get("/collaboration").body()).contains("What is counted");
        assertThat(administrator.post(SETTINGS, Map.of("minimum", "100")).statusCode())
                .isEqualTo(303);
        String page = SERVER.signedIn(VIEWER).get("/collaboration").body();

        // Not counted yet, or counted again by now: no number of fewer than a hundred people either way.
        assertThat(page).doesNotContain("data-value=\"0").doesNotContain("data-value=\"1");
    }

    @Test
    void it_is_counted_when_a_first_sync_is_over_and_again_when_another_day_has_come(@TempDir Path folder) {
        InstantSource real = SERVER.server.part(InstantSource.class);
        AtomicLong now = new AtomicLong(real.millis());
        Lake lake = SERVER.server.part(Lake.class);
        Collaborations own = new Collaborations(
                new Home(folder.resolve("home")),
                lake::snapshot,
                SERVER.server.part(InsightSettings.class),
                () -> ZoneOffset.UTC,
                DepartmentMemory.NONE,
                () -> Instant.ofEpochMilli(now.get()));
        assertThat(own.isDue(true)).as("a first sync goes on").isFalse();
        assertThat(own.isDue(false)).isTrue();

        own.count(new DuckDbEngine(new DuckDbSettings(128L << 20, 1, folder.resolve("tmp"))), lake.snapshot());

        assertThat(own.isDue(false)).as("nothing has landed since").isFalse();
        now.addAndGet(Duration.ofDays(1).toMillis());
        assertThat(own.isDue(true)).isTrue();
    }

    private static Collaboration empty() {
        return new Collaboration(List.of(), ZoneId.of("UTC"), 0, 3, null, null, List.of(), List.of());
    }
}
