package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessLog;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Connecting a tenant in the browser: to Entra for an administrator's consent, and back. */
class ConnectFlowTest {

    private static final TestServer SERVER = TestServer.shared();
    private static final SimulatedTenant TENANT = Objects.requireNonNull(SERVER.tenant);
    private static final AppRegistration APP = TENANT.app(StandardApp.OUTLOOK_MAIL_METADATA);
    private static final Pattern TO_ENTRA = Pattern.compile("href=\"([^\"]*adminconsent[^\"]*)\"");
    private static final Pattern JOB = Pattern.compile("data-events=\"(/jobs/[^\"]*)/events\"");
    private static final String NEW = "/connections/new/outlook-mail-metadata";

    @Test
    void a_tenant_is_connected_read_and_disconnected() throws Exception {
        Browser browser = SERVER.signedIn(0);
        String entra = ask(browser, "first");
        String back = location(
                browser.postBare(entra, Map.of("person", TENANT.administrator().id())));
        HttpResponse<String> page = browser.follow(browser.get(back));

        assertThat(page.body())
                .contains("first is connected, and its first sync has begun")
                .contains("Mail.ReadBasic.All")
                .containsPattern("state working\">working");
        assertThat(browser.get(back).body()).contains("This answer was not asked for here");

        awaitEnd(browser, page);
        assertThat(browser.get("/connections/first").body())
                .contains("Successful")
                .contains("Read to the end")
                .doesNotContain(APP.secrets().get(0));
        assertThat(browser.get("/connections").body()).contains("href=\"/connections/first\"");
        assertThat(browser.get("/").body()).contains("Message_v1");
        assertThat(browser.get("/system/status").body()).contains("Sync of first");
        browser.get("/system/status");
        HttpResponse<String> asked = browser.follow(browser.post("/system/status/doctor", Map.of()));
        awaitEnd(browser, asked);
        assertThat(browser.get("/system/status").body()).contains("every permission works");

        browser.get("/connections/first/disconnect");
        HttpResponse<String> untyped = browser.post("/connections/first/disconnect", Map.of("data", "erase"));
        assertThat(untyped.statusCode()).isEqualTo(422);
        assertThat(untyped.body()).contains("first is still connected. Type the word erase");
        assertThat(browser.get("/system/erasures").body()).contains("href=\"/connections/first/disconnect\"");
        browser.get("/connections/first/disconnect");
        HttpResponse<String> erasing = browser.follow(
                browser.post("/connections/first/disconnect", Map.of("data", "erase", "confirmation", "erase")));
        awaitEnd(browser, erasing);
        assertThat(browser.get(erasing.uri().toString()).body())
                .contains("Erasure of first")
                .contains("first is disconnected. What it brought is erased: ")
                .doesNotContain("Cancel");
        assertThat(browser.get("/connections/first").statusCode()).isEqualTo(404);
        assertCertified(browser, "first");
        assertThat(Files.readString(SERVER.home.resolve("logs/server.jsonl")))
                .doesNotContain(TENANT.administrator().mail())
                .doesNotContain(APP.secrets().get(0));
    }

    /** Its certificate is there to be fetched, and the access log says what was asked for and what was done. */
    private static void assertCertified(Browser browser, String name) throws Exception {
        Matcher link = Pattern.compile("<td>" + name + "</td>(?s:.*?)href=\"([^\"]*certificate[.]txt)\"")
                .matcher(browser.get("/system/erasures").body());
        assertThat(link.find()).isTrue();
        String certificate = browser.get(link.group(1)).body();
        assertThat(certificate)
                .contains("The connection " + name + " (outlook-mail-metadata)", "Afterwards: 0 rows in 0 files.")
                .doesNotContain(TENANT.administrator().mail());
        assertThat(browser.get(link.group(1).replace(".txt", ".json")).body())
                .contains("\"connection\":\"" + name + "\"");
        List<String> lines = new ArrayList<>();
        SERVER.server.part(AccessLog.class).forEach(entry -> {
            if (entry.event().action() == AccessAction.DELETE
                    && entry.event().detail().startsWith(name)) {
                lines.add(entry.event().detail());
            }
        });
        // Untyped, typed, and then the job's own.
        assertThat(lines)
                .startsWith(name, name, name + ", begun")
                .last()
                .asString()
                .startsWith(name + ", certificate connection-");
    }

    @Test
    void a_declined_consent_connects_nothing() throws Exception {
        Browser browser = SERVER.signedIn(0);
        String back = location(browser.postBare(ask(browser, "declined"), Map.of("cancel", "1")));

        assertThat(browser.get(back).body()).contains("The consent was declined. Nothing was connected");
        assertThat(browser.get("/connections/declined").statusCode()).isEqualTo(404);
    }

    @Test
    void an_answer_in_another_session_is_refused_and_spent() throws Exception {
        Browser browser = SERVER.signedIn(0);
        String back = location(browser.postBare(
                ask(browser, "stolen"), Map.of("person", TENANT.administrator().id())));
        Browser other = SERVER.browser();
        HttpResponse<String> unused = other.follow(SERVER.signIn(other, 0));

        assertThat(other.get(back).body()).contains("This answer was not asked for here");
        assertThat(browser.get(back).body()).contains("This answer was not asked for here");
    }

    @Test
    void who_is_no_administrator_is_told_whom_to_ask() throws Exception {
        Browser browser = SERVER.signedIn(0);
        String entra = ask(browser, "no-administrator");
        HttpResponse<String> refused = browser.postBare(
                entra,
                Map.of(
                        "person",
                        TENANT.people().stream()
                                .filter(person -> !person.equals(TENANT.administrator()))
                                .findFirst()
                                .orElseThrow()
                                .id()));
        Matcher back = Pattern.compile("href=\"([^\"]*)\"").matcher(refused.body());
        assertThat(back.find()).isTrue();

        assertThat(browser.get(back.group(1).replace("&amp;", "&")).body())
                .contains("is no Global Administrator of the tenant");
    }

    @Test
    void what_can_not_be_right_is_said_before_anybody_goes_to_entra() throws Exception {
        Browser browser = SERVER.signedIn(0);
        browser.get(NEW);

        HttpResponse<String> wrong = browser.post(NEW, form("a name!", "Nightjar-secret"));

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("can't be the name of a connection").doesNotContain("Nightjar-secret");
    }

    @Test
    void whom_it_reads_can_be_chosen_and_an_empty_choice_is_refused() throws Exception {
        Browser browser = SERVER.signedIn(0);
        browser.get(NEW);
        Map<String, String> some = new HashMap<>(form("chosen", APP.secrets().get(0)));
        some.put("whose", "some");
        assertThat(browser.post(NEW, some).body()).contains("Nobody is selected");

        some.put("mailboxes", TENANT.administrator().mail());
        Matcher entra = TO_ENTRA.matcher(browser.post(NEW, some).body());
        assertThat(entra.find()).isTrue();
        HttpResponse<String> consented = browser.postBare(
                entra.group(1).replace("&amp;", "&"),
                Map.of("person", TENANT.administrator().id()));
        HttpResponse<String> page = browser.follow(browser.get(location(consented)));
        awaitEnd(browser, page);

        assertThat(browser.get("/connections/chosen").body())
                .contains("1 mailbox by address")
                .contains("Not in the selection")
                .doesNotContain(TENANT.administrator().mail());
        browser.get("/connections/chosen/disconnect");
        assertThat(browser.follow(browser.post("/connections/chosen/disconnect", Map.of("data", "keep")))
                        .body())
                .contains("chosen is disconnected. What it brought is kept.");
    }

    @Test
    void a_folder_of_exports_is_connected_and_one_that_is_none_is_refused() throws Exception {
        Browser browser = SERVER.signedIn(0);
        String form = "/connections/new/data-connect";
        assertThat(browser.get(form).body()).contains("User_v1");
        assertThat(browser.post(form, Map.of("name", "exports", "folder", "/no/such/folder"))
                        .body())
                .contains("is no folder");
        browser.get(form);
        assertThat(browser.post(form, Map.of("name", "exports", "folder", SERVER.home.toString()))
                        .body())
                .contains("lie within one another");
        Path folder = Files.createTempDirectory(Path.of("target"), "exports");
        browser.get(form);

        HttpResponse<String> page = browser.follow(browser.post(
                form,
                Map.of("name", "exports", "folder", folder.toAbsolutePath().toString(), "dataset", "User_v1")));

        assertThat(page.body())
                .contains("exports is connected")
                .contains(folder.getFileName().toString());
        browser.get("/connections/exports/disconnect");
        browser.post("/connections/exports/disconnect", Map.of("data", "keep"));
    }

    @Test
    void an_answer_that_comes_after_ten_minutes_is_refused() throws Exception {
        Browser browser = SERVER.signedIn(0);
        String back = location(browser.postBare(
                ask(browser, "late"), Map.of("person", TENANT.administrator().id())));
        SERVER.time.advance(Duration.ofMinutes(11));

        assertThat(browser.get(back).body()).contains("older than ten minutes").contains("CONSENT_MISSING · stale");
        assertThat(Files.readString(SERVER.home.resolve("logs/server.jsonl")))
                .contains("\"event\":\"consent-refused\",\"code\":\"stale\"");
    }

    /** The stream of the job that a page follows ends with it; a page that follows none shows one that is over. */
    private static void awaitEnd(Browser browser, HttpResponse<String> page) throws Exception {
        Matcher job = JOB.matcher(page.body());
        if (job.find()) {
            String stream = browser.get(job.group(1) + "/events").body();
            assertThat(stream).contains("event:pane").contains("Successful");
        }
    }

    /** Connects the simulated tenant; its first sync has begun then. */
    static void connect(Browser browser, String name) throws Exception {
        String back = location(browser.postBare(
                ask(browser, name), Map.of("person", TENANT.administrator().id())));
        assertThat(browser.follow(browser.get(back)).body()).contains(name + " is connected");
    }

    /** The address at Entra that the page leads to. */
    private static String ask(Browser browser, String name) throws Exception {
        assertThat(browser.get(NEW).body()).contains("Mail.ReadBasic.All").contains("/connections/consent");
        HttpResponse<String> asked = browser.post(NEW, form(name, APP.secrets().get(0)));
        Matcher link = TO_ENTRA.matcher(asked.body());
        assertThat(link.find()).as(asked.body()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private static Map<String, String> form(String name, String secret) {
        return Map.of(
                "name",
                name,
                "cloud",
                "simulated",
                "tenant",
                TENANT.id(),
                "client",
                APP.clientId(),
                "kind",
                "secret",
                "secret",
                secret);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
