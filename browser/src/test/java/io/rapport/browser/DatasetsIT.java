package io.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.rapport.core.dataset.Datasets;
import io.rapport.model.extract.ExtractWords;
import io.rapport.serve.approval.Approval;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Datasets of the demonstration's company: looked at, extracted, downloaded; and what its people do with contacts. */
class DatasetsIT {

    private static final int ADMINISTRATOR = 0;
    private static final int CONTRIBUTOR = 1;
    private static final int VIEWER = 2;
    private static final String DATASET = "/datasets/OutlookContactActivity_v0";

    private static OpenHouse house;
    private static Chromium chromium;
    private static String approval;

    private Visit visit;
    private Page page;

    @BeforeAll
    static void open_the_house() throws IOException, InterruptedException {
        house = OpenHouse.on(EnrichedCompany.home());
        chromium = Chromium.open();
        Approvals approvals = house.server().part(Approvals.class);
        Approval asked = approvals.request(
                person(ADMINISTRATOR),
                ExtractWords.of(Datasets.OUTLOOK_CONTACT_ACTIVITY),
                "How often contacts are added, for the yearly report",
                "a test");
        approval = "/approvals/" + asked.id();
        Approval unused = approvals.approve(asked, new Person("other", "Ada Byron", Role.ADMINISTRATOR), "a test");
    }

    private static Person person(int nth) {
        var known = house.tenant().people().get(nth);
        return new Person(known.id(), known.displayName(), Role.ADMINISTRATOR);
    }

    @AfterAll
    static void close_the_house() {
        chromium.close();
        house.close();
    }

    @BeforeEach
    void come_in() {
        enter(ADMINISTRATOR, new Browser.NewContextOptions());
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    private void enterAnew(int who, Browser.NewContextOptions options) {
        visit.close();
        enter(who, options);
    }

    private void enter(int who, Browser.NewContextOptions options) {
        visit = Visit.of(house, chromium, who, options);
        page = visit.page();
    }

    @Test
    void a_dataset_is_extracted_downloaded_and_deleted() throws IOException {
        page.click("nav >> text=Datasets");
        page.click("a:has-text('OutlookContactActivity_v0') >> nth=0");
        page.waitForSelector("h2:has-text('Coverage by month')");
        page.click(".commands >> text=Extract");
        page.fill("#filter", "(mail");
        page.click("button:has-text('Preview') >> nth=1");
        page.waitForSelector("text=character 6");
        assertThat(page.inputValue("#filter")).isEqualTo("(mail");
        page.fill("#filter", "accountEnabled eq true");
        page.click("button:has-text('Preview') >> nth=1");
        page.waitForSelector(".verdict");
        String rows = page.textContent(".verdict");
        assertThat(page.url()).doesNotContain("_csrf");
        page.click("button.main:has-text('Extract')");
        page.waitForURL("**/extractions/*");
        page.waitForSelector(".state:has-text('Successful')");
        page.waitForSelector("a:has-text('Download all')");
        assertThat(page.textContent("dl.facts")).contains(rows.split(" ", -1)[0]);
        Download download = page.waitForDownload(() -> page.click("a:has-text('Download all')"));
        assertThat(Files.size(download.path())).isGreaterThan(1_000);
        page.click("a:has-text('Delete')");
        page.click("button:has-text('Delete the files')");
        page.waitForSelector("text=The files are deleted");
        assertThat(visit.policyViolations()).isEmpty();
    }

    @Test
    void what_is_not_approved_is_refused_and_asked_for_on_the_same_page() {
        page.navigate(house.url("/datasets/CalendarView_v0/extract"));
        page.click("button.main:has-text('Extract')");
        page.waitForSelector("text=this is not approved");
        page.fill("#purpose", "When people meet, for the office plan");
        page.click("button:has-text('Ask for approval')");
        page.waitForURL("**/approvals/*");
        page.waitForSelector("text=You asked for this");
        page.click(".crumbs >> text=Approvals");
        page.waitForSelector("h2:has-text('Waiting for a decision')");
        assertThat(page.locator("a:has-text('CalendarView_v0')").count()).isEqualTo(1);
        assertThat(visit.policyViolations()).isEmpty();
    }

    @Test
    void contact_activity_is_drawn_over_chosen_days_and_leads_to_their_extraction() {
        page.click("nav >> text=Contact activity");
        page.waitForSelector("figure.drawn canvas");
        assertThat(page.locator("figure.drawn").count()).isGreaterThanOrEqualTo(4);
        page.fill("#from", "2026-05-01");
        page.fill("#to", "2026-06-01");
        page.click("button:has-text('Show')");
        page.waitForSelector("text=1 May 2026 to 31 May 2026");
        page.click("text=By week");
        page.waitForSelector("text=by week, of");
        assertThat(page.inputValue("#from")).isEqualTo("2026-05-01");
        page.click("text=Extract these days");
        page.waitForSelector("h1:has-text('Extract OutlookContactActivity_v0')");
        assertThat(page.inputValue("#to")).isEqualTo("2026-06-01");
        assertThat(visit.policyViolations()).isEmpty();
    }

    @Test
    void without_scripts_charts_are_tables_and_a_form_is_checked() {
        enterAnew(CONTRIBUTOR, new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(house.url("/contact-activity"));
        assertThat(page.locator("figure[data-chart] table").first().isVisible()).isTrue();
        page.navigate(house.url(DATASET + "/extract?from=2026-06-01&to=2026-05-01"));
        page.click("button:has-text('Preview') >> nth=1");
        page.waitForSelector("text=has to be later");
        assertThat(page.inputValue("#from")).isEqualTo("2026-06-01");
    }

    @Test
    void an_account_manager_sees_groups_and_no_rows() {
        enterAnew(VIEWER, new Browser.NewContextOptions());
        assertThat(page.locator("nav >> text=Datasets").count()).isZero();
        page.click("nav >> text=Contact activity");
        page.waitForSelector("h2:has-text('In which departments?')");
        assertThat(page.locator("text=Extract these days").count()).isZero();
    }

    @Test
    void no_page_has_a_serious_violation_or_scrolls_sideways_on_a_phone() {
        String extraction = extraction();
        SoftAssertions softly = new SoftAssertions();
        List<String> paths = List.of(
                "/datasets",
                DATASET,
                "/datasets/User_v1",
                "/datasets/TeamsChannelActivity_v0",
                DATASET + "/extract?sent=1&from=2026-05-01&to=2026-05-01&filter=(mail&groups=x",
                DATASET + "/extract?sent=1&column=puser&do=preview",
                extraction,
                "/approvals",
                approval,
                "/datasets/Message_v1/extract",
                "/contact-activity",
                "/contact-activity?from=2026-05-01&to=2026-05-20&by=day",
                "/contact-activity?from=2026-05-01&to=2026-05-01");
        for (Look look : Look.all()) {
            enterAnew(ADMINISTRATOR, look.options());
            for (int i = 0; i < paths.size(); i++) {
                page.navigate(house.url(paths.get(i)));
                visit.inspect("datasets-" + i, look, softly);
            }
        }
        enterAnew(CONTRIBUTOR, new Browser.NewContextOptions().setViewportSize(1400, 900));
        page.navigate(house.url(DATASET));
        visit.inspect("datasets-contributor", Look.all().get(0), softly);
        assertThat(page.textContent("table.sample")).containsPattern("value [0-9a-f]{12}");
        softly.assertAll();
    }

    private String extraction() {
        page.navigate(house.url(DATASET + "/extract"));
        page.click("button.main:has-text('Extract')");
        page.waitForURL("**/extractions/*");
        page.waitForSelector("a:has-text('Download all')");
        return page.url().substring(house.url("").length());
    }
}
