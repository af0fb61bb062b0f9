package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.report.ContactActivity;
import io.rapport.model.report.ContactActivityReport;
import io.rapport.model.report.Granularity;
import io.rapport.model.report.ReportRequest;
import io.rapport.serve.web.Say;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five questions about a small company's contacts, as everybody who is signed in reads them. */
class ContactActivityPageTest {

    private static final int CONTRIBUTOR = 1;
    private static final int VIEWER = 2;

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;

    @Test
    void the_page_answers_what_the_report_answers(@TempDir Path folder) throws Exception {
        ContactActivity found = new ContactActivityReport(
                        new DuckDbEngine(new DuckDbSettings(128L << 20, 1, folder.resolve("tmp"))))
                .run(
                        new ReportRequest(
                                LocalDate.parse("2026-04-01"),
                                LocalDate.parse("2026-10-01"),
                                Granularity.WEEK,
                                ZoneId.of("UTC"),
                                ReportRequest.MINIMUM_PEOPLE),
                        SERVER.server.part(Lake.class).snapshot(),
                        folder);

        String page = SERVER.signedIn(VIEWER)
                .get("/contact-activity?from=2026-04-01&to=2026-10-01&by=week")
                .body();

        assertThat(found.total().added()).isPositive();
        assertThat(page)
                .contains(figure(found.total().added()))
                .contains(figure(found.total().created()))
                .contains(figure(found.total().deleted()))
                .contains(figure(found.total().modified()))
                .contains("1 Apr 2026 to 30 Sep 2026, UTC, by week, of " + Say.count(found.employees()))
                .contains("Week of 30 Mar 2026");
        found.adding()
                .forEach(band -> assertThat(page)
                        .contains("<td class=\"number\" data-value=\"" + band.employees() + "\">" + band.employees()));
        found.apps().forEach(app -> assertThat(page).contains("<th scope=\"row\">" + app.name() + "</th>"));
        assertThat(found.departments()).isNotEmpty();
        assertThat(found.departments())
                .allSatisfy(department -> assertThat(department.employees()).isGreaterThanOrEqualTo(5));
        assertThat(page)
                .contains("<td class=\"number\">" + found.departments().get(0).employees() + "</td>");
    }

    @Test
    void nobody_is_named() throws Exception {
        String page = SERVER.signedIn(VIEWER).get("/contact-activity?by=day").body();
        String content = page.substring(page.indexOf("<main"));

        assertThat(HOME.company.people()).isNotEmpty();
        assertThat(content).contains("In which departments?");
        HOME.company
                .people()
                .forEach(person ->
                        assertThat(content).doesNotContain(person.id()).doesNotContain(person.mail()));
    }

    @Test
    void days_that_are_none_are_said_at_the_fields_and_kept() throws Exception {
        Browser viewer = SERVER.signedIn(VIEWER);
        for (String days : List.of(
                "from=2026-10-01&to=2026-10-01", "from=tomorrow", "from=1990-01-01&to=2026-01-01", "from=2030-01-01")) {
            var answer = viewer.get("/contact-activity?" + days);
            assertThat(answer.statusCode()).as(days).isEqualTo(400);
            assertThat(answer.body()).contains("role=\"alert\"").contains("aria-invalid=\"true\"");
        }
        assertThat(viewer.get("/contact-activity?from=tomorrow").body()).contains("value=\"tomorrow\"");
        assertThat(viewer.get("/contact-activity?by=%00&from=2026-04-01").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_chart_leads_to_the_extraction_of_its_days_where_the_reader_may() throws Exception {
        String form = "/datasets/OutlookContactActivity_v0/extract?from=2026-04-01&amp;to=2026-05-01";
        String days = "/contact-activity?from=2026-04-01&to=2026-05-01";

        assertThat(SERVER.signedIn(CONTRIBUTOR).get(days).body()).contains(form);
        assertThat(SERVER.signedIn(VIEWER).get(days).body()).doesNotContain("/extract");
        assertThat(SERVER.signedIn(CONTRIBUTOR).get(form.replace("&amp;", "&")).body())
                .contains("name=\"from\" value=\"2026-04-01\"");
    }

    private static String figure(long total) {
        return "<p class=\"figure\">" + Say.count(total) + " <span";
    }
}
