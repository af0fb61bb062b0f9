package io.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Segments of the demonstration's customers, as somebody makes and reads them. */
class SegmentsIT {

    private static final int CONTRIBUTOR = 1;
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
        enter(CONTRIBUTOR, new Browser.NewContextOptions());
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
    void a_segment_is_made_with_a_live_count_looked_at_and_deleted() {
        page.click("nav >> text=Segments");
        page.click("text=New segment");
        page.fill("#name", "Quiet mail");
        page.selectOption("#r-0-column", "AccountName");
        page.waitForSelector("#r-0-operator option:has-text('contains')", attached());
        assertThat(page.inputValue("#name"))
                .as("what was typed elsewhere stays")
                .isEqualTo("Quiet mail");
        page.selectOption("#r-0-column", "DaysSinceLastEmail");
        page.waitForSelector("#r-0-operator option:has-text('is more than')", attached());
        page.fill("#r-0-value", "-1");
        page.waitForSelector("#preview .verdict");
        int all = verdict();
        page.fill("#r-0-value", "20");
        page.waitForFunction("all => Number(document.querySelector('#preview .verdict').textContent) < all", all);
        int some = verdict();

        page.click("text=Save segment");
        page.waitForSelector("h1:has-text('Quiet mail')");
        assertThat(page.textContent(".tile .figure")).startsWith(some + " ");
        assertThat(page.url()).doesNotContain("_csrf");
        page.fill("#q", "nobody-is-called-so");
        page.keyboard().press("Enter");
        page.waitForSelector("text=No customer is like that");
        page.click("text=Show all customers");
        page.click("tbody th a");
        page.waitForSelector("text=Why this score");
        page.goBack();
        page.click("main summary:has-text('Export')");
        assertThat(page.isVisible("a:has-text('Parquet of Members')")).isTrue();
        page.click("a:has-text('Edit')");
        page.fill("#name", "Quieter mail");
        page.fill("#r-0-value", "-1");
        page.waitForFunction("all => Number(document.querySelector('#preview .verdict').textContent) == all", all);
        page.click("text=Save segment");
        page.waitForSelector("h1:has-text('Quieter mail')");
        assertThat(page.textContent(".tile .figure")).startsWith(all + " ");
        page.click("text=Delete");
        page.click("button:has-text('Delete Quieter mail')");
        page.waitForSelector("text=Quieter mail is deleted");
        assertThat(visit.policyViolations()).isEmpty();
    }

    @Test
    void without_scripts_conditions_are_added_and_removed_and_back_and_reload_lose_nothing() {
        enterAnew(CONTRIBUTOR, new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(house.url("/segments/new"));
        page.fill("#name", "By hand");
        page.selectOption("#r-0-column", "DaysSinceLastEmail");
        page.fill("#r-0-value", "10");
        page.click("button:has-text('Add a condition')");
        page.selectOption("#r-1-column", "DaysSinceLastMeeting");
        page.fill("#r-1-value", "ten");
        page.click("button:has-text('Add a group')");
        assertThat(page.locator("fieldset.inner").count()).isEqualTo(1);
        page.reload();
        assertThat(page.inputValue("#r-1-value")).isEqualTo("ten");
        page.click("button:has-text('Remove Group 1')");
        assertThat(page.locator("fieldset.inner").count()).isZero();
        page.goBack();
        assertThat(page.locator("fieldset.inner").count()).isEqualTo(1);
        page.goForward();
        page.click("text=Save segment");
        page.waitForSelector("text=“ten” is no number");
        assertThat(page.inputValue("#name")).isEqualTo("By hand");
        page.fill("#r-1-value", "10");
        page.click("button:has-text('Count') >> nth=1");
        page.waitForSelector("#preview .verdict");
        assertThat(page.url()).doesNotContain("_csrf");
        page.click("text=Save segment");
        page.waitForSelector("text=By hand is saved");
        page.click("a:has-text('Delete')");
        page.click("button:has-text('Delete By hand')");
        page.waitForSelector("text=By hand is deleted");
    }

    @Test
    void no_page_has_a_serious_violation_or_scrolls_sideways_on_a_phone() {
        SoftAssertions softly = new SoftAssertions();
        String rule = "?name=Both&r.match=any&r.0.column=DaysSinceLastEmail&r.0.operator=more-than&r.0.value=10"
                + "&r.1.match=all&r.1.0.column=EngagementStartDate&r.1.0.operator=from&r.1.0.value=2026-01-01"
                + "&r.1.1.column=Rising&r.1.1.operator=true&r.2.column=DaysSinceLastEmail&r.2.operator=is&r.2.value=x";
        List<String> paths = List.of(
                "/segments",
                "/segments/going-quiet",
                "/segments/stale",
                "/segments/new",
                "/segments/new" + rule + "&do=count",
                "/segments/new" + rule.replace("&r.2.operator=is&r.2.value=x", "&r.2.operator=known"));
        for (Look look : Look.all()) {
            enterAnew(CONTRIBUTOR, look.options());
            for (int i = 0; i < paths.size(); i++) {
                page.navigate(house.url(paths.get(i)));
                visit.inspect("segments-" + i, look, softly);
            }
        }
        softly.assertAll();
    }

    @Test
    void an_account_manager_looks_and_can_change_nothing() {
        enterAnew(VIEWER, new Browser.NewContextOptions());
        page.click("nav >> text=Segments");
        assertThat(page.locator("text=New segment").count()).isZero();
        page.click("text=Going quiet");
        page.waitForSelector("h1:has-text('Going quiet')");
        assertThat(page.locator("main form:not([role=search])").count()).isZero();
        assertThat(page.locator("main summary:has-text('Export')").count()).isZero();
    }

    private int verdict() {
        return Integer.parseInt(page.textContent("#preview .verdict"));
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }
}
