package io.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers of the demonstration's company, as an account manager looks at them. */
class CustomersIT {

    private static final int VIEWER = 2;

    private static OpenHouse house;
    private static Chromium chromium;

    private Visit visit;
    private Page page;

    @BeforeAll
    static void enrich_a_company() throws IOException, InterruptedException {
        house = OpenHouse.on(EnrichedCompany.home());
        chromium = Chromium.open();
    }

    @AfterAll
    static void close_the_house() {
        chromium.close();
        house.close();
    }

    @BeforeEach
    void come_in() {
        enter(new Browser.NewContextOptions());
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    private void enterAnew(Browser.NewContextOptions options) {
        visit.close();
        enter(options);
    }

    private void enter(Browser.NewContextOptions options) {
        visit = Visit.of(house, chromium, VIEWER, options);
        page = visit.page();
    }

    @Test
    void from_the_list_to_a_card_and_back_to_the_same_list() {
        page.click("nav >> text=Customers");
        page.click("thead >> text=Emails");
        page.click("thead >> text=Emails");
        String list = page.url();
        String first = page.textContent("tbody th a");
        assertThat(list).contains("sort=emails").contains("way=asc");

        page.click("tbody th a");
        page.waitForSelector("h1:has-text('" + first + "')");
        page.goBack();
        assertThat(page.url()).isEqualTo(list);
        page.reload();
        assertThat(page.textContent("tbody th a")).isEqualTo(first);
        page.fill("#q", "nobody-is-called-so");
        page.keyboard().press("Enter");
        page.waitForSelector("text=No customer is like that");
        page.click("text=Show all customers");
        assertThat(page.url()).isEqualTo(house.url("/customers"));
        assertThat(visit.policyViolations()).isEmpty();
    }

    @Test
    void a_card_draws_its_history_and_folds_the_tables_up() {
        page.navigate(house.url("/customers?sort=emails"));
        page.click("tbody th a");
        page.waitForSelector("figure.drawn canvas");

        assertThat(page.locator("figure canvas").count()).isEqualTo(2);
        assertThat(page.locator("figure details[open]").count()).isZero();
        assertThat(page.evaluate("""
                        () => {
                          const canvas = document.querySelector('figure canvas');
                          const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                          return dots.some(value => value !== 0);
                        }""")).as("something is drawn").isEqualTo(true);
        page.click("nav >> text=By week");
        page.waitForURL("**by=week");
        assertThat(page.locator("[data-chart=emails] tbody tr").count())
                .as("365 days hold 53 Mondays where the first is one, and 52 otherwise")
                .isBetween(52, 53);
        assertThat(visit.policyViolations()).isEmpty();
    }

    @Test
    void on_paper_there_is_no_navigation_and_every_table_stands_open() {
        enterAnew(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(house.url("/customers?sort=emails"));
        page.click("tbody th a");
        page.waitForSelector("figure.drawn canvas");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".side:visible, button:visible, figure canvas:visible")
                        .count())
                .isZero();
        assertThat(page.locator("figure details table:visible").count()).isEqualTo(2);
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void without_scripts_the_tables_stand_open() {
        enterAnew(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(house.url("/customers?sort=emails"));
        page.click("tbody th a");

        assertThat(page.locator("figure details[open] table").count()).isEqualTo(2);
        assertThat(page.locator("figure .canvas:visible").count()).isZero();
    }

    @Test
    void no_page_has_a_serious_violation_or_scrolls_sideways_on_a_phone() {
        SoftAssertions softly = new SoftAssertions();
        for (Look look : Look.all()) {
            enterAnew(look.options());
            page.navigate(house.url("/customers?sort=emails"));
            String card = page.getAttribute("tbody th a", "href");
            for (String path : List.of(
                    "/", "/customers", card, "/enrichment", "/enrichment/Office", "/collaboration", "/digests")) {
                page.navigate(house.url(path));
                String name = path.equals(card) ? "customer" : path.equals("/") ? "home" : path.substring(1);
                visit.inspect(name.replace('/', '-'), look, softly);
            }
        }
        softly.assertAll();
    }
}
