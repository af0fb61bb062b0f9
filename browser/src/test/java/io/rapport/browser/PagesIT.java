package io.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.tenant.StandardApp;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagesIT {

    private static final int ADMINISTRATOR = 0;

    private static final List<String> PATHS = List.of(
            "/",
            "/customers",
            "/enrichment",
            "/digests",
            "/approvals",
            "/connections",
            "/connections/new/outlook-mail-metadata",
            "/connections/new/data-connect",
            "/system/status",
            "/system/access-log",
            "/system/erasures",
            "/system/settings",
            "/system/settings/digests",
            "/help",
            "/no-such-page");

    private static OpenHouse house;
    private static Chromium chromium;

    private Visit visit;
    private Page page;

    @BeforeAll
    static void open_the_house() throws IOException {
        house = OpenHouse.open();
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

    private void enter(Browser.NewContextOptions options) {
        visit = Visit.of(house, chromium, ADMINISTRATOR, options);
        page = visit.page();
    }

    private void enterAnew(Browser.NewContextOptions options) {
        visit.close();
        enter(options);
    }

    @Test
    void no_page_has_a_serious_violation_or_scrolls_sideways_on_a_phone() {
        SoftAssertions softly = new SoftAssertions();
        for (Look look : Look.all()) {
            enterAnew(look.options());
            for (String path : PATHS) {
                page.navigate(house.url(path));
                visit.inspect("new" + path.replace('/', '-'), look, softly);
            }
            softly.assertThat(visit.policyViolations()).isEmpty();
        }
        softly.assertAll();
    }

    @Test
    void pages_can_be_read_without_scripts() {
        enterAnew(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        for (String path : PATHS) {
            page.navigate(house.url(path));
            assertThat(page.textContent("h1")).as(path).isNotBlank();
        }
    }

    @Test
    void a_tenant_is_connected_with_the_keyboard_alone_and_its_progress_shows() {
        AppRegistration app = house.tenant().app(StandardApp.OUTLOOK_MAIL_METADATA);
        page.navigate(house.url("/connections"));
        tabTo("a[href='/connections/new/outlook-mail-metadata']");
        page.keyboard().press("Enter");
        page.waitForURL("**/connections/new/outlook-mail-metadata");
        tabTo("#tenant");
        page.keyboard().type(house.tenant().id());
        tabTo("#client");
        page.keyboard().type(app.clientId());
        tabTo("#by-certificate");
        page.keyboard().press("ArrowDown");
        tabTo("#secret");
        page.keyboard().type(app.secrets().get(0));
        page.keyboard().press("Enter");
        page.waitForSelector("a:has-text('Go on at')");
        tabTo("a:has-text('Go on at')");
        page.keyboard().press("Enter");
        page.waitForSelector("button[name=person]");
        tabTo("button[name=person]");
        page.keyboard().press("Enter");
        page.waitForURL("**/connections/outlook-mail-metadata");

        assertThat(page.textContent("[role=status]")).contains("its first sync has begun");
        // Pushed by the server; at the end the page loads itself once more.
        page.waitForSelector("text=Successful");
        assertThat(page.textContent("main")).contains("Read to the end").contains("Mail.ReadBasic.All");
        page.setViewportSize(400, 800);
        assertThat(visit.scrollsSideways()).isFalse();
        assertThat(visit.policyViolations()).isEmpty();
        lookAtTheConnection();
    }

    private void lookAtTheConnection() {
        String connection = "/connections/outlook-mail-metadata";
        SoftAssertions softly = new SoftAssertions();
        for (Look look : Look.all()) {
            enterAnew(look.options());
            for (String path : List.of("", "/disconnect")) {
                page.navigate(house.url(connection + path));
                visit.inspect("connected" + path.replace('/', '-'), look, softly);
            }
        }
        softly.assertAll();
    }

    private void tabTo(String selector) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.locator(selector).first().evaluate("it => it === document.activeElement"))) {
                return;
            }
        }
        throw new AssertionError(selector + " can't be reached with Tab");
    }
}
