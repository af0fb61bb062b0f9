package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.SystemTime;
import io.rapport.serve.security.Role;
import io.rapport.serve.security.SignInProvider;
import io.rapport.serve.security.SignInProviders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in at a provider that is not Entra, and what of its answers is not believed. */
class OtherProviderTest {

    private static final String ISSUER = "staff";
    private static final String TENANT = "0f0e0d0c-0000-4000-8000-0000000c0de0";
    private static final Map<String, Object> MIRA = Map.of("name", "Mira", "groups", List.of("sales", "crm-admins"));
    private static final TestServer SERVER = TestServer.fresh();

    private static Duration ahead = Duration.ZERO;
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server(new OAuth2Config(
            false,
            null,
            null,
            false,
            new OAuth2TokenProvider(() -> SystemTime.instants().instant().plus(ahead))));

    static {
        PROVIDER.start();
    }

    @AfterAll
    static void close() {
        SERVER.close();
        PROVIDER.shutdown();
    }

    @BeforeEach
    void choose() {
        ahead = Duration.ZERO;
        set(ISSUER);
    }

    @Test
    void roles_come_from_whatever_claim_and_words_the_settings_say() throws Exception {
        Browser mira = SERVER.browser();
        assertThat(mira.follow(signIn(mira, MIRA)).body()).contains("Mira").contains("Administrator");

        Browser ana = SERVER.browser();
        assertThat(ana.follow(signIn(ana, Map.of("name", "Ana", "groups", List.of("sales"))))
                        .body())
                .contains("Viewer");

        Browser nobody = SERVER.browser();
        assertThat(nobody.follow(signIn(nobody, Map.of("groups", List.of("crm-admin"))))
                        .body())
                .contains("nobody has given you a role")
                .contains("Code <code>no-role</code>");
        assertThat(log()).contains("\"event\":\"sign-in-refused\",\"code\":\"no-role\"");
    }

    @Test
    void clocks_may_differ_by_half_a_minute_and_not_by_more() throws Exception {
        for (Duration little : List.of(Duration.ofSeconds(30), Duration.ofSeconds(-30))) {
            ahead = little;
            Browser mira = SERVER.browser();
            assertThat(mira.follow(signIn(mira, MIRA)).body()).as("%s", little).contains("Home");
        }
        for (Duration much : List.of(Duration.ofHours(2), Duration.ofHours(-2))) {
            ahead = much;
            Browser mira = SERVER.browser();
            assertThat(mira.follow(signIn(mira, MIRA)).body())
                    .as("%s", much)
                    .contains("the clocks of this server and of the provider differ")
                    .contains("Code <code>token</code>");
            assertThat(mira.get("/").statusCode()).isEqualTo(302);
        }
        assertThat(log()).contains("\"event\":\"sign-in-refused\",\"code\":\"token\"");
    }

    @Test
    void a_token_of_another_issuer_or_for_another_app_is_not_believed() throws Exception {
        for (Map<String, Object> foreign : List.of(
                Map.<String, Object>of("name", "Mira", "groups", List.of("crm-admins"), "iss", "https://evil.example"),
                Map.<String, Object>of("name", "Mira", "groups", List.of("crm-admins"), "aud", List.of("other-app")))) {
            Browser mira = SERVER.browser();
            assertThat(mira.follow(signIn(mira, foreign)).body()).contains("can't be trusted");
            assertThat(mira.get("/").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void where_the_issuer_names_a_tenant_people_of_another_are_refused() throws Exception {
        set(TENANT + "/v2.0");
        Browser guest = SERVER.browser();
        assertThat(guest.follow(signIn(
                                guest,
                                TENANT + "/v2.0",
                                Map.of(
                                        "name",
                                        "Mira",
                                        "groups",
                                        List.of("crm-admins"),
                                        "tid",
                                        TENANT.replace('f', 'e'))))
                        .body())
                .contains("an account of another organisation")
                .contains("Code <code>other-tenant</code>");

        Browser mira = SERVER.browser();
        assertThat(mira.follow(signIn(
                                mira,
                                TENANT + "/v2.0",
                                Map.of("name", "Mira", "groups", List.of("crm-admins"), "tid", TENANT)))
                        .body())
                .contains("Home");
    }

    @Test
    void a_sign_in_that_was_left_open_for_longer_than_ten_minutes_begins_again() throws Exception {
        Browser mira = SERVER.browser();
        String answer = answer(mira, ISSUER, MIRA);
        SERVER.time.advance(Duration.ofMinutes(11));

        assertThat(mira.follow(mira.get(answer)).body())
                .contains("took too long")
                .contains("Code <code>stale</code>");
    }

    @Test
    void a_provider_that_is_not_there_is_named_as_the_trouble() throws Exception {
        SERVER.server.part(SignInProviders.class).set(provider("http://127.0.0.1:1/none"));
        Browser mira = SERVER.browser();

        HttpResponse<String> page = mira.follow(mira.get("/oauth2/authorization/entra"));

        assertThat(page.body()).contains("does not answer").contains("Code <code>provider</code>");
        assertThat(log()).contains("\"event\":\"sign-in-refused\",\"code\":\"provider\"");
    }

    @Test
    void an_access_token_for_us_opens_the_api_as_its_role_says_and_any_other_does_not() throws Exception {
        HttpResponse<String> me = api(Map.of());
        assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
        assertThat(me.body()).contains("\"id\":\"mira-id\"").contains("\"role\":\"administrator\"");
        for (Map<String, Object> foreign : List.of(
                Map.<String, Object>of("aud", List.of("other-app")),
                Map.<String, Object>of("iss", "https://evil.example"),
                Map.<String, Object>of("nonce", "of an ID token"),
                Map.<String, Object>of("groups", List.of("nobody")))) {
            HttpResponse<String> refused = api(foreign);
            assertThat(refused.statusCode()).as("%s", foreign).isEqualTo(401);
            assertThat(refused.body()).contains("\"code\":\"TOKEN_INVALID\"").doesNotContain("mira-id");
        }
        ahead = Duration.ofHours(-3);
        assertThat(api(Map.of()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_that_shows_no_signed_in_person_decides_nothing_that_is_for_persons() throws Exception {
        String agree = "/enrichments/None/consent/agree";
        for (Map<String, Object> nobody : List.of(
                Map.<String, Object>of(),
                Map.<String, Object>of("scp", " "),
                Map.<String, Object>of("idtyp", "app", "scp", "Rapport.Use", "auth_time", 1_790_000_000))) {
            HttpResponse<String> refused = program(nobody).send("POST", agree, null);
            assertThat(refused.statusCode()).as("%s", nobody).isEqualTo(403);
            assertThat(ApiCaller.code(refused)).isEqualTo("PERSON_NEEDED");
        }
        for (Map<String, Object> person : List.of(
                Map.<String, Object>of("scp", "Rapport.Use"), Map.<String, Object>of("auth_time", 1_790_000_000))) {
            HttpResponse<String> let = program(person).send("POST", agree, null);
            assertThat(let.statusCode()).as("%s: %s", person, let.body()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> api(Map<String, Object> claims) throws Exception {
        return program(claims).get("/me");
    }

    /** One with a token of these claims. */
    private static ApiCaller program(Map<String, Object> claims) {
        Map<String, Object> all = new java.util.LinkedHashMap<>(MIRA);
        all.put("iss", PROVIDER.issuerUrl(ISSUER).toString().replace("localhost", "127.0.0.1"));
        all.putAll(claims);
        String token = PROVIDER.issueToken(
                        ISSUER,
                        "rapport",
                        new DefaultOAuth2TokenCallback(ISSUER, "mira-id", "JWT", List.of("rapport"), all))
                .serialize();
        return new ApiCaller(SERVER.server.url(), token);
    }

    private static void set(String issuer) {
        SERVER.server
                .part(SignInProviders.class)
                .set(provider(PROVIDER.issuerUrl(issuer).toString()));
    }

    private static SignInProvider provider(String issuer) {
        return new SignInProvider(
                issuer.replace("localhost", "127.0.0.1"),
                "rapport",
                "Nightjar-secret",
                "groups",
                Map.of(Role.ADMINISTRATOR, "crm-admins", Role.CONTRIBUTOR, "", Role.VIEWER, "sales"));
    }

    private static HttpResponse<String> signIn(Browser browser, Map<String, Object> claims) throws Exception {
        return signIn(browser, ISSUER, claims);
    }

    private static HttpResponse<String> signIn(Browser browser, String issuer, Map<String, Object> claims)
            throws Exception {
        return browser.get(answer(browser, issuer, claims));
    }

    /** Where the provider sends people back to. */
    private static String answer(Browser browser, String issuer, Map<String, Object> claims) throws Exception {
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(issuer, "mira-id", "JWT", List.of("rapport"), claims));
        HttpResponse<String> there = browser.get("/oauth2/authorization/entra");
        HttpResponse<String> back =
                browser.get(there.headers().firstValue("Location").orElseThrow());
        return back.headers().firstValue("Location").orElseThrow();
    }

    private static String log() throws Exception {
        return Files.readString(SERVER.home.resolve("logs/server.jsonl"));
    }
}
