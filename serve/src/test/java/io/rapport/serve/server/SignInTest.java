package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.access.AccessLog;
import io.rapport.serve.security.SignInProvider;
import io.rapport.serve.security.SignInProviders;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Signing in at a simulated Entra, and what every page keeps to. */
class SignInTest {

    private static final TestServer SERVER = TestServer.shared();

    @Test
    void an_administrator_comes_in_under_a_new_session_and_goes_where_she_wanted() throws Exception {
        Browser browser = SERVER.browser();
        HttpResponse<String> sentAway = browser.get("/system/access-log");
        HttpResponse<String> arrived = SERVER.signIn(browser, 0);
        HttpResponse<String> page = browser.follow(arrived);

        assertThat(sentAway.statusCode()).isEqualTo(302);
        assertThat(arrived.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
        assertThat(page.uri().getPath()).isEqualTo("/system/access-log");
        assertThat(page.body()).contains("Administrator").contains("signed in");
    }

    @Test
    void somebody_without_a_role_is_told_whom_to_ask() throws Exception {
        Browser browser = SERVER.browser();
        HttpResponse<String> page = browser.follow(SERVER.signIn(browser, 5));

        assertThat(page.body()).contains("nobody has given you a role in Rapport yet");
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void a_viewer_sees_home_and_no_page_of_administrators() throws Exception {
        Browser viewer = SERVER.signedIn(2);

        assertThat(viewer.get("/").body()).contains("Home").doesNotContain("href=\"/system/access-log\"");
        HttpResponse<String> refused = viewer.get("/system/access-log");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This is not for your role");
    }

    @Test
    void an_answer_that_was_used_or_not_asked_for_is_refused() throws Exception {
        Browser browser = SERVER.browser();
        HttpResponse<String> toEntra = browser.get("/oauth2/authorization/entra");
        HttpResponse<String> back = browser.postBare(
                toEntra.headers().firstValue("Location").orElseThrow(),
                Map.of(
                        "person",
                        Objects.requireNonNull(SERVER.tenant).people().get(0).id()));
        String answer = back.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> elsewhere = SERVER.browser().get(answer);
        browser.get(answer);
        HttpResponse<String> replayed = browser.get(answer);

        assertThat(elsewhere.headers().firstValue("Location").orElse("")).endsWith("/sign-in?problem=stale");
        assertThat(replayed.headers().firstValue("Location").orElse("")).endsWith("/sign-in?problem=stale");
    }

    @Test
    void who_cancels_at_the_provider_is_back_at_the_door() throws Exception {
        Browser browser = SERVER.browser();
        HttpResponse<String> toEntra = browser.get("/oauth2/authorization/entra");
        HttpResponse<String> back =
                browser.postBare(toEntra.headers().firstValue("Location").orElseThrow(), Map.of("cancel", "1"));

        HttpResponse<String> door =
                browser.get(back.headers().firstValue("Location").orElseThrow());

        assertThat(door.headers().firstValue("Location").orElse("")).endsWith("/sign-in?problem=declined");
        assertThat(browser.get("/sign-in?problem=declined").body()).contains("The sign-in was cancelled.");
    }

    @Test
    void an_app_whose_secret_is_wrong_is_named_as_the_trouble() throws Exception {
        SignInProviders providers = SERVER.server.part(SignInProviders.class);
        SignInProvider right = providers.find().orElseThrow();
        providers.set(new SignInProvider(
                right.issuer(), right.clientId(), "Nightjar-secret", right.roleClaim(), right.words()));
        try {
            Browser browser = SERVER.browser();
            assertThat(browser.follow(SERVER.signIn(browser, 0)).body())
                    .contains("did not accept this app")
                    .contains("Code <code>exchange</code>")
                    .doesNotContain("Nightjar-secret");
        } finally {
            providers.set(right);
        }
        assertThat(Files.readString(SERVER.home.resolve("logs/server.jsonl")))
                .contains("\"event\":\"sign-in-refused\",\"code\":\"exchange\"")
                .doesNotContain("Nightjar-secret");
    }

    @Test
    void signing_out_ends_the_session_and_is_written_down() throws Exception {
        Browser browser = SERVER.browser();
        browser.follow(SERVER.signIn(browser, 1));
        HttpResponse<String> out = browser.post("/sign-out", Map.of());

        assertThat(browser.follow(out).body()).contains("You are signed out of Rapport.");
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
        assertThat(SERVER.server.part(AccessLog.class).list(Long.MAX_VALUE, "", Optional.empty(), 20))
                .anyMatch(entry -> entry.event().action().word().equals("signed out"));
    }

    @Test
    void a_form_that_is_not_ours_is_refused() throws Exception {
        Browser browser = SERVER.signedIn(0);

        assertThat(browser.postBare("/theme", Map.of("theme", "dark", "back", "/"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_theme_stays_and_leads_nowhere_else() throws Exception {
        Browser browser = SERVER.signedIn(2);
        browser.get("/");

        HttpResponse<String> chosen = browser.post("/theme", Map.of("theme", "dark", "back", "//evil.example"));

        assertThat(chosen.headers().firstValue("Location")).hasValue("/");
        assertThat(browser.get("/").body()).contains("data-theme=\"dark\"");
    }

    @Test
    void every_answer_keeps_to_the_strict_policy_and_no_page_has_anything_inline() throws Exception {
        Browser browser = SERVER.signedIn(0);
        Pattern inline = Pattern.compile("<script(?![^>]* src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");
        for (String path : new String[] {"/", "/sign-in", "/system/access-log", "/no-such-page", "/error"}) {
            HttpResponse<String> page = browser.get(path);
            assertThat(page.body()).as(path).doesNotContainPattern(inline).contains("</html>");
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy ->
                            assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe"));
            assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(page.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void what_is_not_there_says_so_without_the_inside() throws Exception {
        Browser browser = SERVER.signedIn(0);
        HttpResponse<String> missing = browser.get("/assets/none.css");
        assertThat(browser.get("/no-such-page").statusCode()).isEqualTo(404);
        assertThat(browser.get("/no-such-page").body()).contains("There is no such page");
        HttpResponse<String> odd = browser.get("/%2e%2e/etc/passwd");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("There is no such page").doesNotContain("springframework");
        assertThat(odd.statusCode()).isBetween(400, 404);
        assertThat(odd.body()).doesNotContain("Tomcat").doesNotContain("springframework");
    }

    @Test
    void metrics_ask_for_a_token_and_name_nobody() throws Exception {
        assertThat(SERVER.browser().get("/metrics").statusCode()).isEqualTo(401);
        String metrics =
                SERVER.browser().getWithToken("/metrics", "metrics-token").body();

        assertThat(metrics)
                .contains("# HELP rapport_heap_bytes Java heap in use")
                .doesNotContain("@");
        assertThat(SERVER.signedIn(2).get("/metrics").statusCode()).isEqualTo(401);
        assertThat(SERVER.signedIn(0).get("/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void health_is_for_everybody_and_says_little() throws Exception {
        Browser watcher = new Browser(URI.create(SERVER.server.url().toString()));

        assertThat(watcher.get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(watcher.get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
    }
}
