package io.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator brings customer profiles. */
class ProfilesIT {

    private static final int ADMINISTRATOR = 0;

    private static OpenHouse house;
    private static Chromium chromium;

    @TempDir
    Path files;

    private Visit visit;
    private Page page;

    @BeforeAll
    static void open_a_house() throws IOException {
        house = OpenHouse.open();
        chromium = Chromium.open();
    }

    @AfterAll
    static void close_the_house() {
        chromium.close();
        house.close();
    }

    @BeforeEach
    void come_in() throws IOException {
        enter(new Browser.NewContextOptions());
        StringBuilder contacts = new StringBuilder("Contact no.;Firm;E-mail;Phone\n");
        for (int i = 0; i < 200; i++) {
            contacts.append(i % 10 == 0 ? "broken;row\n" : i + ";K-" + i % 7 + ";person" + i + "@fabrikam.com;1\n");
        }
        Files.writeString(files.resolve("contacts.csv"), contacts);
        Files.writeString(
                files.resolve("accounts.csv"),
                "Key,Name\nK-0,Fabrikam\nK-1,東京商事\nK-2,مجموعة النور\nK-3,Tailspin Toys and a very long name that goes on and on\nK-4,Adatum\n");
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void from_two_files_to_profiles_with_back_and_reload_on_the_way() {
        bring("Customers");
        String mapping = page.url();
        assertThat(page.inputValue("#email")).isEqualTo("E-mail");
        assertThat(page.inputValue("#account")).isEqualTo("Firm");
        assertThat(page.inputValue("#id")).isEqualTo("Key");
        page.selectOption("#contact-id", "Phone");
        page.click("text=Look again");
        assertThat(page.inputValue("#contact-id")).isEqualTo("Phone");
        page.goBack();
        assertThat(page.url()).isEqualTo(mapping);
        page.reload();
        page.click("text=Save without the broken rows");
        page.waitForSelector("h1:has-text('Customers')");

        assertThat(page.textContent("main"))
                .contains("20 rows with another number of fields than the header: left out");
        page.navigate(mapping);
        assertThat(page.textContent("h1")).as("saved, and so gone").contains("There is no such page");
        bring("Customers");
        assertThat(page.textContent("main")).contains("version 2 of Customers");
        assertThat(visit.policyViolations()).isEmpty();
    }

    @Test
    void it_works_without_scripts() throws IOException {
        visit.close();
        enter(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        bring("Plain");
        page.click("text=Save without the broken rows");

        assertThat(page.textContent("h1")).isEqualTo("Plain");
        page.click("text=Remove");
        page.click("button:has-text('Remove Plain')");
        assertThat(page.textContent("main")).contains("Plain is removed.");
    }

    @Test
    void no_page_has_a_serious_violation_or_scrolls_sideways_on_a_phone() {
        bring("Shown");
        String mapping = page.url().replace(house.url(""), "");
        SoftAssertions softly = new SoftAssertions();
        bring("Seen");
        page.click("text=Save without the broken rows");
        String set = page.url().replace(house.url(""), "");
        for (Look look : Look.all()) {
            visit.close();
            enter(look.options());
            for (String path : List.of("/profiles", "/profiles/new", mapping, set, set + "/remove")) {
                page.navigate(house.url(path));
                String name = path.equals(mapping) ? "/profiles-mapping" : path.replace(set, "/profiles-set");
                visit.inspect(name.substring(1).replace('/', '-'), look, softly);
            }
        }
        softly.assertAll();
    }

    private void bring(String name) {
        page.navigate(house.url("/profiles/new"));
        page.fill("#name", name);
        page.setInputFiles("#accounts", files.resolve("accounts.csv"));
        page.setInputFiles("#contacts", files.resolve("contacts.csv"));
        page.click("text=Send and look");
        page.waitForURL("**/profiles/uploads/*");
    }

    private void enter(Browser.NewContextOptions options) {
        visit = Visit.of(house, chromium, ADMINISTRATOR, options);
        page = visit.page();
    }
}
