package io.rapport.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.http.Parameters;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntraTest {

    private static final String REDIRECT = SimulatedTenant.REDIRECT_URIS.get(0);
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-everybody-1234567890";

    private final SimulatedTenant tenant =
            SimulatedTenant.start(TenantPlan.small(3, Instant.parse("2026-03-02T09:00:00Z")));
    private final Client client = Client.anonymous(tenant);
    private final AppRegistration mail = tenant.app(StandardApp.OUTLOOK_MAIL_METADATA);

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void roles_follow_what_was_consented() throws Exception {
        assertThat(claims(client.token(mail)).getStringListClaim("roles")).isNull();

        tenant.apps().grantConsent(mail.clientId());
        var claims = claims(client.token(mail));

        assertThat(claims.getStringListClaim("roles"))
                .containsExactly(
                        "Contacts.Read",
                        "Group.Read.All",
                        "Mail.ReadBasic.All",
                        "MailboxSettings.Read",
                        "User.Read.All");
        assertThat(claims.getStringClaim("tid")).isEqualTo(tenant.id());
        assertThat(claims.getStringClaim("appidacr")).isEqualTo("1");

        tenant.apps().withdrawConsent(mail.clientId());
        assertThat(claims(client.token(mail)).getStringListClaim("roles")).isNull();
    }

    @Test
    void an_answer_has_no_refresh_token_and_lives_for_an_hour_or_more() {
        Client.Reply reply =
                client.tokenReply(mail, Map.of("client_secret", mail.secrets().get(0)));

        assertThat(reply.json()).containsOnlyKeys("token_type", "expires_in", "ext_expires_in", "access_token");
        assertThat(Integer.parseInt(reply.member("expires_in"))).isBetween(3599, 5399);
    }

    @Test
    void refusals_carry_the_numbers_that_entra_gives_them() {
        assertThat(aadsts(client.tokenReply(mail, Map.of("client_secret", "wrong"))))
                .isEqualTo("AADSTS7000215");
        assertThat(aadsts(client.tokenReply(mail, Map.of()))).isEqualTo("AADSTS7000216");
        assertThat(aadsts(client.post(token(), "grant_type=client_credentials&client_id=nobody&scope=x/.default")))
                .isEqualTo("AADSTS700016");
        assertThat(aadsts(client.post(token(), "grant_type=password"))).isEqualTo("AADSTS70003");
        assertThat(aadsts(client.post(token(), "client_id=x"))).isEqualTo("AADSTS900144");
        assertThat(aadsts(client.post(tenant.entraUrl() + "/elsewhere/oauth2/v2.0/token", "grant_type=x")))
                .isEqualTo("AADSTS90002");
        assertThat(aadsts(client.post(
                        token(),
                        "grant_type=client_credentials&client_id=" + mail.clientId()
                                + "&scope=https%3A%2F%2Fgraph.microsoft.com%2FMail.Read")))
                .isEqualTo("AADSTS1002012");
    }

    @Test
    void discovery_leads_to_the_keys_that_sign() throws Exception {
        Client.Reply discovery =
                client.get(tenant.entraUrl() + "/" + tenant.id() + "/v2.0/.well-known/openid-configuration");

        assertThat(discovery.member("issuer")).isEqualTo(tenant.entraUrl() + "/" + tenant.id() + "/v2.0");
        JWKSet keys = JWKSet.parse(client.get(discovery.member("jwks_uri")).text());
        SignedJWT token = SignedJWT.parse(client.token(mail));
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();

        assertThat(client.get(tenant.entraUrl() + "/common/v2.0/.well-known/openid-configuration")
                        .member("issuer"))
                .isEqualTo(tenant.entraUrl() + "/{tenantid}/v2.0");
    }

    @Test
    void somebody_picks_a_person_and_comes_back_with_a_code_for_tokens() throws Exception {
        AppRegistration signIn = tenant.app(StandardApp.SIGN_IN);
        String url = authorizeUrl(signIn);

        Client.Reply page = client.get(url);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Pick an account").contains("Global Administrator");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");

        Parameters back =
                location(client.post(url, "person=" + tenant.administrator().id()));
        assertThat(back.text("state")).isEqualTo("s1");
        Client.Reply tokens = redeem(signIn, back.text("code"), VERIFIER);
        var id = claims(tokens.member("id_token"));
        assertThat(id.getAudience()).containsExactly(signIn.clientId());
        assertThat(id.getStringClaim("nonce")).isEqualTo("n1");
        assertThat(id.getStringClaim("oid")).isEqualTo(tenant.administrator().id());
        assertThat(id.getStringListClaim("roles")).containsExactly("Administrator");

        assertThat(aadsts(redeem(signIn, back.text("code"), VERIFIER))).isEqualTo("AADSTS54005");
        Parameters again =
                location(client.post(url, "person=" + tenant.administrator().id()));
        assertThat(aadsts(redeem(signIn, again.text("code"), "another-verifier-of-some-length-123456789012345")))
                .isEqualTo("AADSTS501481");
    }

    @Test
    void a_redirect_that_was_not_registered_shows_a_page_and_leads_nowhere() {
        AppRegistration signIn = tenant.app(StandardApp.SIGN_IN);

        Client.Reply page =
                client.get(authorizeUrl(signIn).replace(Parameters.encoded(REDIRECT), "http%3A%2F%2Fevil.example%2F"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("AADSTS50011");
        assertThat(page.header("Location")).isEmpty();
    }

    @Test
    void an_administrator_consents_in_both_versions() {
        for (String path : List.of("/common/adminconsent?", "/organizations/v2.0/adminconsent?" + scope())) {
            tenant.apps().withdrawConsent(mail.clientId());
            Parameters back = location(client.post(
                    consentUrl(path), "person=" + tenant.administrator().userPrincipalName()));

            assertThat(back.text("admin_consent")).isEqualTo("True");
            assertThat(back.text("tenant")).isEqualTo(tenant.id());
            assertThat(tenant.apps().consented(mail.clientId()))
                    .contains(Permission.MAIL_READ_BASIC_ALL)
                    .hasSize(5);
        }
    }

    @Test
    void who_cancels_grants_nothing() {
        Parameters v1 = location(client.post(consentUrl("/common/adminconsent?"), "cancel=1"));
        assertThat(v1.text("error")).isEqualTo("permission_denied");
        assertThat(v1.find("admin_consent")).isEmpty();

        Parameters v2 = location(client.post(consentUrl("/organizations/v2.0/adminconsent?" + scope()), "cancel=1"));
        assertThat(v2.text("error")).isEqualTo("consent_required");
        assertThat(v2.text("admin_consent")).isEqualTo("True");
        assertThat(v2.text("error_description")).startsWith("AADSTS65004");
        assertThat(tenant.apps().consented(mail.clientId())).isEmpty();
    }

    @Test
    void who_is_no_administrator_cant_consent() {
        Person somebody = tenant.people().get(1);

        Client.Reply page = client.post(consentUrl("/common/adminconsent?"), "person=" + somebody.id());

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("Need admin approval").contains("AADSTS90094");
        assertThat(tenant.apps().consented(mail.clientId())).isEmpty();
    }

    private String token() {
        return tenant.entraUrl() + "/" + tenant.id() + "/oauth2/v2.0/token";
    }

    private String authorizeUrl(AppRegistration app) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", app.clientId());
        query.put("response_type", "code");
        query.put("redirect_uri", REDIRECT);
        query.put("scope", "openid profile");
        query.put("state", "s1");
        query.put("nonce", "n1");
        query.put("code_challenge", challenge());
        query.put("code_challenge_method", "S256");
        return tenant.entraUrl() + "/" + tenant.id() + "/oauth2/v2.0/authorize?" + Client.form(query);
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Client.Reply redeem(AppRegistration app, String code, String verifier) {
        return client.post(
                token(),
                Client.form(Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        app.clientId(),
                        "client_secret",
                        app.secrets().get(0),
                        "code",
                        code,
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        verifier)));
    }

    private static String scope() {
        return "scope=" + Parameters.encoded("https://graph.microsoft.com/.default") + "&";
    }

    private String consentUrl(String path) {
        return tenant.entraUrl()
                + path
                + Client.form(Map.of("client_id", mail.clientId(), "redirect_uri", REDIRECT, "state", "s2"));
    }

    private static Parameters location(Client.Reply reply) {
        assertThat(reply.status()).as("%s", reply.text()).isEqualTo(302);
        return Parameters.of(String.valueOf(URI.create(reply.header("Location")).getRawQuery()));
    }

    private static String aadsts(Client.Reply reply) {
        String description = reply.member("error_description");
        assertThat(reply.status()).isBetween(400, 401);
        return description.substring(0, description.indexOf(':'));
    }

    private static com.nimbusds.jwt.JWTClaimsSet claims(String token) throws java.text.ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }
}
