package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.state.StateLocation;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.input.CustomerFiles;
import io.rapport.model.input.CustomerMapping;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecReader;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.enrichment.EnrichmentJob;
import io.rapport.serve.home.Home;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Customer profiles in the browser: from two files to a set, and what Contributors see of it. */
class ProfilePagesTest {

    private static final int ADMINISTRATOR = 0;
    private static final int CONTRIBUTOR = 1;
    private static final int VIEWER = 2;
    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final String ACCOUNTS = "Id,Name\na1,Fabrikam\na2,Tailspin\n";
    private static final String CONTACTS =
            "Contact,Account,Mail,Second\nc1,a1,ana@fabrikam.com,x@y.com\nc2,a9,bo@tailspin.com,z@w.com\nc3,a1\n";

    @Test
    void files_are_sent_looked_at_under_a_guessed_mapping_and_saved() throws Exception {
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        HttpResponse<String> sent = send(administrator, "Sent customers", ACCOUNTS, CONTACTS);
        assertThat(sent.statusCode()).isEqualTo(303);
        String upload = sent.headers().firstValue("Location").orElseThrow();

        String guessed = administrator.get(upload).body();
        String other = administrator
                .get(upload + "?id=Id&name=Name&parent=&email=Second&account=Account&contact-id=")
                .body();

        assertThat(guessed)
                .contains("new profiles, Sent customers")
                .contains("<option value=\"Mail\" selected>")
                .contains("1 of 3 contacts match one of 2 accounts (33 %)")
                .contains("Contacts: 1 row with another number of fields than the header: left out (line 4)")
                .contains("Contacts: 1 row of an account that the file of accounts does not have: of no use (line 3)")
                .contains("ana@fabrikam.com")
                .contains("Save without the broken rows");
        assertThat(other).contains("<option value=\"Second\" selected>").contains("x@y.com");

        HttpResponse<String> saved = administrator.post(
                upload,
                Map.of("id", "Id", "name", "Name", "email", "Mail", "account", "Account", "contact-id", "Contact"));
        String set = saved.headers().firstValue("Location").orElseThrow();
        assertThat(administrator.get(set).body())
                .contains("Sent customers, version 1, is saved")
                .contains("1 of 3 contacts match one of 2 accounts (33 %)")
                .contains("<code>Mail</code>")
                .doesNotContain("fabrikam.com");
        assertThat(administrator.get(upload).statusCode()).isEqualTo(404);
        assertThat(administrator.get("/profiles").body()).contains("href=\"" + set + "\"");
    }

    @Test
    void a_mapping_that_makes_no_sense_is_said_and_nothing_is_saved() throws Exception {
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        String upload = send(administrator, "Senseless", ACCOUNTS, "A,B\n1,2\n")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(administrator.get(upload).body())
                .contains("Choose a column for: account id, email address, account id of the contact.");
        HttpResponse<String> saved = administrator.post(upload, Map.of("id", "Id", "email", "Nothing", "account", "A"));
        assertThat(saved.statusCode()).isEqualTo(400);
        assertThat(saved.body()).contains("has no column Nothing");
        assertThat(administrator.get("/profiles").body()).doesNotContain("Senseless");
        String unreadable = send(administrator, "Unreadable", "", CONTACTS).body();
        assertThat(unreadable).contains("one of them is missing, or empty");
        assertThat(send(administrator, "../up", ACCOUNTS, CONTACTS).body())
                .contains("be the name of customer profiles");
    }

    @Test
    void files_of_anybody_else_are_refused_unread() throws Exception {
        for (int who : List.of(CONTRIBUTOR, VIEWER)) {
            SERVER.signedIn(who).get("/");
            assertThat(send(SERVER.signedIn(who), "Not mine", ACCOUNTS, CONTACTS)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(send(SERVER.browser(), "Stranger", ACCOUNTS, CONTACTS).statusCode())
                .isNotEqualTo(303);
        try (Stream<Path> temporary = Files.list(HOME.folder.resolve("tmp"))) {
            assertThat(temporary.filter(file -> file.getFileName().toString().startsWith("upload_")))
                    .isEmpty();
        }
    }

    @Test
    void contributors_see_counts_and_no_address_and_every_look_at_contacts_is_logged() throws Exception {
        Profiles profiles = profiles();
        var set = profiles.add(
                "Looked at",
                files(),
                profiles.guess(files(), CustomerMapping.NONE).mapping(),
                Profiles.BrokenRows.LEAVE_OUT,
                "a test");
        profiles.added().add(set, "di@fabrikam.com", "a1", "Fabrikam", "Mira");
        String href = "/profiles/sets/" + set.id();

        String seen = SERVER.signedIn(CONTRIBUTOR).get(href).body();
        assertThat(seen)
                .contains("1 contact was added")
                .doesNotContain("di@fabrikam.com")
                .doesNotContain("/remove");
        assertThat(SERVER.signedIn(CONTRIBUTOR).get("/profiles").body()).doesNotContain("Bring profiles");
        assertThat(SERVER.signedIn(VIEWER).get(href).statusCode()).isEqualTo(403);
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        assertThat(administrator.get(href).body()).contains("di@fabrikam.com");
        assertThat(new AccessLog(state(), EnrichedHome.NOON).findLast())
                .hasValueSatisfying(entry -> assertThat(entry.event().detail()).isEqualTo(set.id()));

        administrator.post(href + "/added", Map.of("address", "di@fabrikam.com", "account", "a1"));
        assertThat(administrator.get(href).body()).contains("0 contacts were added");
        administrator.post(href + "/remove", Map.of());
        assertThat(administrator.get(href).statusCode()).isEqualTo(404);
    }

    @Test
    void a_domain_of_nobodys_becomes_a_contact_of_the_next_run() throws Exception {
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        assertThat(administrator.get("/enrichment/Office/coverage").body())
                .contains("reads its contacts from files")
                .doesNotContain("/profiles/add-contact");
        assertThat(administrator.get("/profiles/add-contact/Office").statusCode())
                .isEqualTo(404);
        Profiles profiles = profiles();
        CustomerFiles company = CustomerFiles.at(
                HOME.folder.resolve("profiles/accounts.csv"), HOME.folder.resolve("profiles/contacts.csv"));
        profiles.add(
                "Company",
                company,
                profiles.guess(company, CustomerMapping.NONE).mapping(),
                Profiles.BrokenRows.REFUSE_MANY,
                "a test");
        run(profiles);

        String coverage = administrator.get("/enrichment/Kept/coverage").body();
        Matcher add = Pattern.compile("href=\"(/profiles/add-contact/Kept\\?domain=([^\"]+))\"")
                .matcher(coverage);
        assertThat(add.find()).isTrue();
        String form = administrator.get(add.group(1) + "&q=a").body();
        Matcher account = Pattern.compile("name=\"account\" value=\"([^\"]+)\"").matcher(form);
        assertThat(account.find()).isTrue();
        assertThat(administrator
                        .post("/profiles/add-contact/Kept", Map.of("address", "none", "account", account.group(1)))
                        .body())
                .contains("That is no email address");
        assertThat(administrator
                        .post("/profiles/add-contact/Kept", Map.of("address", "a@b.com", "account", "none"))
                        .body())
                .contains("No account was chosen");
        administrator.post(
                "/profiles/add-contact/Kept",
                Map.of("address", "somebody@" + add.group(2), "account", account.group(1)));

        assertThat(profiles.added().list(profiles.require("Company")))
                .singleElement()
                .satisfies(contact -> {
                    assertThat(contact.address()).isEqualTo("somebody@" + add.group(2));
                    assertThat(contact.accountName()).isNotEmpty();
                });
        assertThat(administrator.get("/enrichment/Kept/coverage").body())
                .contains("It counts from the next run of Kept on");
    }

    private static void run(Profiles profiles) throws IOException {
        Home home = new Home(HOME.folder);
        DuckDbSettings engine = new DuckDbSettings(256L << 20, 1, home.temporary());
        StringBuilder selection = new StringBuilder();
        HOME.spec.selection().forEach(address -> selection.append("\n- ").append(address.value()));
        Spec spec = SpecReader.read(
                Files.writeString(
                        HOME.folder.resolve("kept.yaml"),
                        "name: Kept\noutput: Kept\nprofiles: Company\nselection:" + selection + "\n"),
                profiles::names);
        try (Lake lake = Lake.open(HOME.folder, StateLocation.file(home.database()), EnrichedHome.NOON, engine)) {
            new EnrichmentJob(home, new RunLog(state(), EnrichedHome.NOON), profiles, new DuckDbEngine(engine), engine)
                    .run(spec, LocalDate.parse("2026-11-20"), "given by a test", lake.snapshot(), Progress.NONE);
        }
    }

    private static HttpResponse<String> send(Browser browser, String name, String accounts, String contacts)
            throws Exception {
        browser.get("/");
        return browser.send(
                "/profiles/upload", Map.of("name", name), Map.of("accounts", accounts, "contacts", contacts));
    }

    private static CustomerFiles files() throws IOException {
        Path folder = Files.createTempDirectory(HOME.folder, "brought");
        return CustomerFiles.at(
                Files.writeString(folder.resolve("accounts.csv"), ACCOUNTS),
                Files.writeString(folder.resolve("contacts.csv"), CONTACTS));
    }

    private static Profiles profiles() {
        return SERVER.server.part(Profiles.class);
    }

    private static ServeState state() {
        return SERVER.server.part(ServeState.class);
    }
}
