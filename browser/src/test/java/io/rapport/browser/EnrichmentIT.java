package io.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From Enrich my data to the customers, as an administrator goes, and as an account manager looks. */
class EnrichmentIT {

    private static final int ADMINISTRATOR = 0;
    private static final int VIEWER = 2;
    private static final String STEP = "nav[aria-label=Steps] a[aria-current=step]";

    private static OpenHouse house;
    private static Chromium chromium;

    private Visit visit;
    private Page page;

    @BeforeAll
    static void open_a_house_with_data_and_customers() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(Path.of("target"), "enriched").toAbsolutePath();
        Program.run(home, "demo", "--tables", "--people=30", "--accounts=40", "--months=4");
        Path profiles = home.resolve("demo").resolve("profiles");
        Program.run(
                home,
                "profiles",
                "import",
                "Customers",
                "--accounts",
                profiles.resolve("accounts.csv").toString(),
                "--contacts",
                profiles.resolve("contacts.csv").toString());
        house = OpenHouse.on(home);
        chromium = Chromium.open();
    }

    @AfterAll
    static void close_the_house() {
        chromium.close();
        house.close();
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @BeforeEach
    void come_in() {
        enter(ADMINISTRATOR, new Browser.NewContextOptions());
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
    void from_the_tile_to_the_customers_with_consent_between() {
        enterAnew(ADMINISTRATOR, new Browser.NewContextOptions());
        begin();
        next("Addresses");
        addTheTeams();
        next("Consent");
        page.click("button.main:has-text('Next')");
        page.waitForSelector("text=without it nothing is asked for");
        page.check("#agree");
        next("Contacts");
        page.check("input[value=Customers]");
        next("Mapping");
        assertThat(page.textContent("main")).contains("Contacts that match").contains("EmailAddress");
        next("Name");
        page.fill("#name", "Browsed");
        page.fill("#output", "2 bad");
        page.click("button.main:has-text('Next')");
        page.waitForSelector("text=A table's name is a letter first");
        page.fill("#output", "Browsed");
        next("Review");
        assertThat(page.textContent("table.review")).contains("Browsed").contains("of them a group");
        page.click("button.main:has-text('Save enrichment')");
        page.waitForURL("**/enrichment/Browsed");
        assertThat(page.textContent("main")).contains("waits for consent").contains("No mail server is configured");
        assertThat(page.locator("text=Run now").count()).isZero();

        page.click("a:has-text('Consent')");
        page.click("button:has-text('I agree')");
        page.waitForSelector("text=You agreed to Browsed");
        page.click(".crumbs >> text=Browsed");
        page.click("button:has-text('Run now')");
        page.waitForSelector("text=Count the emails");
        page.waitForSelector(
                "section[aria-labelledby=run] > div > p >> text=Successful",
                new Page.WaitForSelectorOptions().setTimeout(120_000));
        page.click("text=See all customers");
        page.waitForSelector("h1:has-text('Customers')");
        assertThat(page.url()).contains("enrichment=Browsed");
        assertThat(visit.policyViolations()).isEmpty();

        page.navigate(house.url("/enrichment?tab=mine"));
        page.click("tr:has-text('Browsed') >> button:has-text('Deactivate')");
        page.waitForSelector("text=Browsed is deactivated");
        page.click("button:has-text('Activate')");
        page.waitForSelector("text=Browsed is active again");
        page.click("a:has-text('Delete')");
        page.click("button:has-text('Delete Browsed')");
        page.waitForURL("**/enrichment");
    }

    @Test
    void back_and_reload_and_a_second_tab_lose_nothing() {
        enterAnew(ADMINISTRATOR, new Browser.NewContextOptions());
        begin();
        next("Addresses");
        page.fill("#selection", "one@elsewhere.example; not an address");
        page.click("button[value=back]");
        page.waitForURL("**/overview");
        next("Addresses");
        assertThat(page.inputValue("#selection")).isEqualTo("one@elsewhere.example\nnot an address");
        page.click("button.main:has-text('Next')");
        page.waitForSelector("text=1 line is no address");
        page.reload();
        assertThat(page.inputValue("#selection")).contains("not an address");
        page.fill("#selection", "one@elsewhere.example\ntwo@elsewhere.example");
        next("Consent");
        page.goBack();
        assertThat(page.inputValue("#selection")).contains("elsewhere.example");

        String name = page.url().replaceFirst("/addresses.*", "/name");
        Page second = page.context().newPage();
        second.navigate(name);
        second.fill("#name", "In two tabs");
        second.fill("#output", "Tabs");
        second.click("button.main:has-text('Next')");
        second.waitForURL("**/review");
        page.navigate(name);
        assertThat(page.inputValue("#name")).isEqualTo("In two tabs");
        second.click("button:has-text('Discard this draft')");
        second.waitForURL("**/enrichment");
        page.click("button.main:has-text('Next')");
        page.waitForSelector("text=That draft was saved or discarded already");
    }

    @Test
    void the_wizard_can_be_walked_without_scripts() {
        enterAnew(ADMINISTRATOR, new Browser.NewContextOptions().setJavaScriptEnabled(false));
        begin();
        next("Addresses");
        addTheTeams();
        next("Consent");
        page.check("#agree");
        next("Contacts");
        page.check("input[value=Customers]");
        next("Mapping");
        next("Name");
        page.fill("#name", "Without scripts");
        page.fill("#output", "Plain");
        next("Review");
        page.click("button.main:has-text('Save enrichment')");
        page.waitForURL("**/enrichment/Plain");
        page.click("a:has-text('Consent')");
        page.click("button:has-text('Decline')");
        page.waitForSelector("text=You declined Without scripts");
    }

    @Test
    void files_that_are_sent_on_the_way_lead_back_to_the_mapping_of_their_columns() throws IOException {
        begin();
        String draft = page.url().replaceFirst("/overview.*", "/");
        page.navigate(draft + "contacts");
        page.click("a:has-text('Upload another one')");
        Path folder = Files.createTempDirectory(Path.of("target"), "sent");
        page.fill("#name", "Sent on the way");
        page.setInputFiles(
                "#accounts", Files.writeString(folder.resolve("accounts.csv"), "Id,Name\na1,Fabrikam\na2,Tailspin\n"));
        page.setInputFiles(
                "#contacts",
                Files.writeString(
                        folder.resolve("contacts.csv"),
                        "Account,Mail,Second\na1,ana@fabrikam.com,ana@home.example\na2,bo@tailspin.com,none\n"));
        page.click("form[enctype] button");
        page.waitForURL("**/mapping");
        assertThat(page.inputValue("#email")).isEqualTo("Mail");
        assertThat(page.textContent("main")).contains("2 of 2 contacts match").contains("bo@tailspin.com");
        page.selectOption("#email", "Second");
        page.click("button:has-text('Look again')");
        page.waitForSelector("text=1 of 2 contacts match");
        page.reload();
        assertThat(page.inputValue("#email")).isEqualTo("Second");
        page.selectOption("#email", "Mail");
        next("Name");
        page.goBack();
        assertThat(page.inputValue("#email")).isEqualTo("Mail");
        page.navigate(draft + "contacts");
        assertThat(page.isChecked("input[value='Sent on the way']")).isTrue();
        page.navigate(house.url("/profiles"));
        page.click("a:has-text('Sent on the way')");
        page.waitForSelector("text=2 of 2 contacts match");
    }

    @Test
    void a_domain_of_nobodys_becomes_a_contact_of_a_customer() {
        save("Domains");
        page.click("a:has-text('Consent')");
        page.click("button:has-text('I agree')");
        page.waitForSelector("text=You agreed to Domains");
        page.click(".crumbs >> text=Domains");
        page.click("button:has-text('Run now')");
        page.waitForSelector(
                "section[aria-labelledby=run] > div > p >> text=Successful",
                new Page.WaitForSelectorOptions().setTimeout(120_000));
        page.navigate(house.url("/enrichment/Domains/coverage"));
        page.click("a:has-text('Add as contact of') >> nth=0");
        String domain = page.url().replaceFirst(".*domain=", "");
        page.fill("#q", "a");
        page.click("button:has-text('Search')");
        page.fill("#address", "nobody");
        page.check("input[name=account] >> nth=0");
        page.click("button.main");
        page.waitForSelector("text=That is no email address");
        page.fill("#address", "somebody@" + domain);
        page.click("button.main");
        page.waitForSelector("text=It counts from the next run of Domains on");
        page.click("nav >> text=Profiles");
        page.click("tbody >> text=Customers");
        page.waitForSelector("text=somebody@" + domain);
        assertThat(page.textContent("main")).contains("Domains");
        assertThat(visit.policyViolations()).isEmpty();
    }

    @Test
    void an_account_manager_sees_what_it_came_to_and_can_change_nothing() {
        enterAnew(VIEWER, new Browser.NewContextOptions());
        page.click("nav >> text=Enrichment");
        assertThat(page.locator("text=Enrich my data").count()).isZero();
        page.navigate(house.url("/enrichment/Office"));
        assertThat(page.textContent("main")).contains("Customers enriched");
        assertThat(page.locator("main button").count()).isZero();
        page.click("text=See all customers");
        page.click("tbody th a");
        page.waitForSelector("text=Why this score");
    }

    @Test
    void no_step_has_a_serious_violation_or_scrolls_sideways_on_a_phone() {
        SoftAssertions softly = new SoftAssertions();
        save("Waiting");
        for (Look look : Look.all()) {
            enterAnew(ADMINISTRATOR, look.options());
            begin();
            String draft = page.url().replaceFirst("/overview.*", "/");
            page.navigate(draft + "contacts");
            page.check("input[value=Customers]");
            next("Mapping");
            page.navigate(draft + "addresses");
            addTheTeams();
            page.fill("#selection", page.inputValue("#selection") + "\nno address");
            page.click("button:has-text('Check these')");
            page.waitForSelector("td >> text=no address");
            List<String> paths = new ArrayList<>(List.of(
                    house.url("/enrichment?tab=discover"),
                    house.url("/enrichment?tab=mine"),
                    house.url("/enrichment/Office"),
                    house.url("/enrichment/Office/coverage"),
                    house.url("/enrichment/Waiting/consent"),
                    house.url("/system/settings")));
            for (String step : List.of("overview", "addresses", "consent", "contacts", "mapping", "name", "review")) {
                paths.add(draft + step);
            }
            for (String path : paths) {
                page.navigate(path);
                String name = path.endsWith("/Waiting/consent")
                        ? "asked"
                        : path.replaceFirst(".*/", "").replaceAll("[^a-z-]+", "-");
                visit.inspect("enrich-" + name, look, softly);
            }
            page.click("button:has-text('Discard this draft')");
            visit.close();
        }
        enterAnew(VIEWER, new Browser.NewContextOptions());
        softly.assertAll();
    }

    private void begin() {
        page.navigate(house.url("/enrichment?tab=discover"));
        page.click("button:has-text('Enrich my data')");
        page.waitForURL("**/overview");
    }

    /** One with consent yet to be given. */
    private void save(String name) {
        begin();
        next("Addresses");
        addTheTeams();
        next("Consent");
        page.check("#agree");
        next("Contacts");
        page.check("input[value=Customers]");
        next("Mapping");
        next("Name");
        page.fill("#name", name);
        page.fill("#output", name);
        next("Review");
        page.click("button.main:has-text('Save enrichment')");
        page.waitForURL("**/enrichment/" + name);
    }

    private void next(String step) {
        page.click("button.main:has-text('Next')");
        page.waitForSelector(STEP + ":has-text('" + step + "')");
    }

    /** The groups of the directory whose members face customers, by searching for them. */
    private void addTheTeams() {
        page.fill("#q", "sales");
        page.click("button[value=search]:not(.hidden)");
        page.waitForSelector("input[name=add]");
        page.check("input[name=add] >> nth=0");
        page.click("button:has-text('Add the chosen')");
        page.waitForSelector("td >> text=group");
    }
}
