package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.StateLocation;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server whose surroundings fail: each page says so, and none of it is the server's end. */
class BadTimesTest {

    @TempDir
    Path folder;

    @Test
    void while_nothing_can_be_written_pages_say_so_and_afterwards_all_is_as_before() throws Exception {
        try (TestServer served = TestServer.fresh()) {
            Browser browser = entered(served);
            try (Connection other = StateLocation.file(served.home.resolve("rapport.db"))
                            .source()
                            .getConnection();
                    Statement held = other.createStatement()) {
                held.execute("begin immediate");

                for (HttpResponse<String> page :
                        List.of(browser.get("/"), served.browser().get("/sign-in"))) {
                    assertThat(page.statusCode()).isEqualTo(503);
                    assertThat(page.body())
                            .contains("</html>")
                            .contains("state database")
                            .contains("Code <code>STATE")
                            .doesNotContain("springframework")
                            .doesNotContain("SQLITE")
                            .doesNotContain("Tomcat");
                }
                assertThat(served.browser().get("/health/live").statusCode()).isEqualTo(200);
                held.execute("rollback");
            }
            assertThat(Files.readString(served.home.resolve("logs/server.jsonl")))
                    .contains("\"event\":\"error\"");
            assertThat(browser.get("/").body()).contains("Local administrator");
        }
    }

    @Test
    void a_home_of_a_newer_program_is_refused_with_its_version() throws Exception {
        MovableTime time = new MovableTime();
        RapportServer.start(TestServer.plan(folder, 0, time)).close();
        JdbcClient.create(StateLocation.file(folder.resolve("rapport.db")).source())
                .sql("update flyway_schema_history_serve set version = '99', installed_by = 'Rapport 9.1.0'"
                        + " where installed_rank ="
                        + " (select max(installed_rank) from flyway_schema_history_serve)")
                .update();

        assertThatThrownBy(() -> RapportServer.start(TestServer.plan(folder, 0, time)))
                .isInstanceOf(RapportException.class)
                .hasMessageContaining("was written by a newer Rapport, 9.1.0 (serve schema 99; this one, ")
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(LakeError.NEWER_HOME);
    }

    @Test
    void a_sign_in_provider_that_can_not_be_right_is_not_kept() throws Exception {
        try (TestServer served = TestServer.fresh()) {
            Browser browser = entered(served);
            Map<String, String> right = Map.of(
                    "issuer", "http://127.0.0.1:1/tenant",
                    "client", "app",
                    "secret", "Nightjar-secret",
                    "claim", "roles",
                    "administrator", "Administrator");
            Map<Map<String, String>, String> wrong = Map.of(
                    Map.of(), "does not answer at its address",
                    Map.of("issuer", "http://login.example/tenant"), "plain http",
                    Map.of("issuer", "no url"), "is no URL",
                    Map.of("issuer", "https://login.microsoftonline.com/common/v2.0"), "names no tenant",
                    Map.of("secret", ""), "a client secret are needed",
                    Map.of("claim", "a claim!"), "the name of a claim",
                    Map.of("administrator", ""), "nobody could change anything");
            for (Map.Entry<Map<String, String>, String> one : wrong.entrySet()) {
                Map<String, String> fields = new HashMap<>(right);
                fields.putAll(one.getKey());
                browser.get("/system/settings");

                HttpResponse<String> page = browser.post("/system/settings/sign-in", fields);

                assertThat(page.statusCode()).as(one.getValue()).isEqualTo(400);
                assertThat(page.body()).contains(one.getValue()).doesNotContain("Nightjar-secret");
            }
            assertThat(served.browser().get("/sign-in").body()).contains("no sign-in provider is chosen");
        }
    }

    /** The local administrator. */
    private static Browser entered(TestServer served) throws Exception {
        Browser browser = served.browser();
        String link = served.server.adminLink().orElseThrow().toString();
        browser.get(link);
        Matcher token = Pattern.compile("token=(.*)").matcher(link);
        assertThat(token.find()).isTrue();
        HttpResponse<String> home = browser.follow(browser.post("/sign-in/link", Map.of("token", token.group(1))));
        assertThat(home.body()).contains("Local administrator");
        return browser;
    }
}
