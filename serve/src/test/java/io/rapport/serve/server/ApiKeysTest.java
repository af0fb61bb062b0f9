package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.access.AccessEntry;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.gate.ApiSettings;
import io.rapport.serve.api.key.ApiKey;
import io.rapport.serve.api.key.ApiKeys;
import io.rapport.serve.api.key.NewApiKey;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who comes in by the API, with what, and how often. */
class ApiKeysTest {

    private static final TestServer SERVER = TestServer.fresh();
    private static final ApiKeys KEYS = SERVER.server.part(ApiKeys.class);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_key_is_shown_once_opens_what_its_role_may_and_its_secret_is_in_no_byte_of_the_home() throws Exception {
        Browser browser = SERVER.browser();
        String link = SERVER.server.adminLink().orElseThrow().toString();
        browser.get(link);
        browser.follow(browser.post("/sign-in/link", Map.of("token", link.substring(link.indexOf('=') + 1))));
        browser.get("/system/settings");
        HttpResponse<String> made = browser.post(
                "/system/settings/api-keys", Map.of("name", "Nightly export", "role", "Viewer", "days", "30"));
        Matcher shown = Pattern.compile("<code id=\"made\">([^<]+)</code>").matcher(made.body());

        assertThat(shown.find()).as(made.body()).isTrue();
        String key = shown.group(1);
        String secret = key.substring("rapport_0123456789ab_".length());
        assertThat(secret).hasSize(43);
        assertThat(browser.get("/system/settings").body())
                .contains("Nightly export")
                .doesNotContain(secret);
        ApiCaller viewer = new ApiCaller(SERVER.server.url(), key);
        HttpResponse<String> me = viewer.get("/me");
        assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
        assertThat(ApiCaller.json(me))
                .hasToString("{id=api-key " + key.substring(8, 20) + ", name=API key Nightly export ("
                        + key.substring(8, 20) + "), role=viewer}");
        assertThat(me.headers().allValues("Set-Cookie")).isEmpty();

        HttpResponse<String> refused = viewer.get("/status");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(ApiCaller.code(refused)).isEqualTo("ROLE_TOO_SMALL");
        assertThat(entries("API key Nightly export")).anySatisfy(entry -> {
            assertThat(entry.event().personId()).isEqualTo("api-key " + key.substring(8, 20));
            assertThat(entry.event().subject()).isEqualTo("API: getStatus");
            assertThat(entry.event().isAllowed()).isFalse();
        });
        try (Stream<Path> files = Files.walk(SERVER.home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void keys_that_are_wrong_expired_or_revoked_and_no_key_at_all_are_told_apart() throws Exception {
        NewApiKey made = KEYS.make("For a day", "Contributor", "1", "a test");
        ApiCaller program = new ApiCaller(SERVER.server.url(), made.text());

        assertThat(program.get("/me").statusCode()).isEqualTo(200);
        assertThat(KEYS.list()).anySatisfy(key -> {
            assertThat(key.id()).isEqualTo(made.key().id());
            assertThat(key.lastUsedAt()).isNotNull();
        });
        assertThat(refusal(new ApiCaller(SERVER.server.url(), ""))).isEqualTo("CREDENTIAL_MISSING");
        String otherSecret = made.text().substring(0, 21) + "A".repeat(43);
        assertThat(refusal(new ApiCaller(SERVER.server.url(), otherSecret))).isEqualTo("CREDENTIAL_UNKNOWN");
        assertThat(refusal(new ApiCaller(SERVER.server.url(), "rapport_none"))).isEqualTo("CREDENTIAL_UNKNOWN");
        assertThat(refusal(new ApiCaller(SERVER.server.url(), "eyJhbGciOiJub25lIn0.e30.")))
                .isEqualTo("TOKEN_INVALID");

        NewApiKey other = KEYS.make("To be revoked", "Contributor", "1", "a test");
        assertThat(KEYS.revoke(other.key().id()).map(ApiKey::name)).hasValue("To be revoked");
        assertThat(refusal(new ApiCaller(SERVER.server.url(), other.text()))).isEqualTo("KEY_REVOKED");
        SERVER.time.advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(refusal(program)).isEqualTo("KEY_EXPIRED");
    }

    @Test
    void requests_beyond_the_limit_wait_for_the_next_minute() throws Exception {
        ApiSettings settings = SERVER.server.part(ApiSettings.class);
        settings.setRequestsPerMinute("3");
        ApiCaller program = ApiCaller.of(SERVER, "Viewer");
        for (int i = 0; i < 3; i++) {
            assertThat(program.get("/me").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = program.get("/me");
        settings.setRequestsPerMinute("600");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(ApiCaller.code(refused)).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 61);
    }

    @Test
    void what_is_no_operation_is_said_as_a_problem_too() throws Exception {
        ApiCaller program = ApiCaller.of(SERVER, "Administrator");

        HttpResponse<String> none = program.get("/nothing");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(ApiCaller.code(none)).isEqualTo("NOT_FOUND");
        HttpResponse<String> method = program.send("DELETE", "/runs", null);
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).hasValue("GET");
        assertThat(program.get("/runs//x").headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(program.get("/runs", "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(ApiCaller.code(program.get("/runs?limit=0&what=1&limit=2"))).isEqualTo("REQUEST_INVALID");
        assertThat(new ApiCaller(SERVER.server.url(), "").get("/openapi.json").statusCode())
                .isEqualTo(200);
    }

    private static String refusal(ApiCaller program) throws Exception {
        HttpResponse<String> refused = program.get("/me");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        return ApiCaller.code(refused);
    }

    private static List<AccessEntry> entries(String who) {
        return SERVER.server.part(AccessLog.class).list(Long.MAX_VALUE, who, Optional.empty(), 100);
    }
}
