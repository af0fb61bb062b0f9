package io.rapport.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.rapport.simulator.entra.AppRegistration;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an app brings in place of a secret: an assertion that its certificate's key signed, or a platform's token. */
class AssertionTest {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private static Path folder;

    private static TestCertificate mine;
    private static TestCertificate another;

    private Instant machine = NOW;
    private final SimulatedTenant tenant = SimulatedTenant.start(TenantPlan.of(3, 8, 1, NOW, new Machine()));
    private final Client client = Client.anonymous(tenant);
    private final AppRegistration mail = tenant.app(StandardApp.OUTLOOK_MAIL_METADATA);
    private final String audience = tenant.entraUrl() + "/" + tenant.id() + "/oauth2/v2.0/token";

    /** The machine's time as the test sets it. */
    private final class Machine implements InstantSource {
        @Override
        public Instant instant() {
            return machine;
        }
    }

    @BeforeAll
    static void make_certificates() throws Exception {
        mine = TestCertificate.make(folder, "mine");
        another = TestCertificate.make(folder, "another");
    }

    @BeforeEach
    void register_the_certificate() {
        tenant.apps().change(mail.clientId(), app -> app.withCertificate(mine.certificate()));
        tenant.apps().grantConsent(mail.clientId());
    }

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void an_assertion_of_the_registered_certificate_is_as_good_as_a_secret() throws ParseException {
        Client.Reply reply = ask(assertion(JWSAlgorithm.PS256, mine, mine, claims().build()));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JWTClaimsSet token = SignedJWT.parse(reply.member("access_token")).getJWTClaimsSet();
        assertThat(token.getStringClaim("appidacr")).isEqualTo("2");
        assertThat(token.getStringListClaim("roles")).contains("Mail.ReadBasic.All");
    }

    @Test
    void an_assertion_may_be_brought_again_while_it_lasts() {
        String assertion = assertion(JWSAlgorithm.PS256, mine, mine, claims().build());

        assertThat(ask(assertion).status()).isEqualTo(200);
        assertThat(ask(assertion).status()).isEqualTo(200);

        machine = NOW.plus(Duration.ofMinutes(16));
        assertThat(aadsts(ask(assertion))).isEqualTo("AADSTS700024");
    }

    @Test
    void a_key_that_is_not_registered_is_refused() {
        assertThat(aadsts(ask(assertion(JWSAlgorithm.PS256, another, another, claims().build()))))
                .isEqualTo("AADSTS700027");
        assertThat(aadsts(ask(assertion(JWSAlgorithm.PS256, mine, another, claims().build()))))
                .isEqualTo("AADSTS700027");
        assertThat(aadsts(ask(assertion(JWSAlgorithm.RS256, mine, mine, claims().build()))))
                .isEqualTo("AADSTS700027");
    }

    @Test
    void an_assertion_for_somebody_else_is_refused() {
        assertThat(aadsts(ask(assertion(
                        JWSAlgorithm.PS256,
                        mine,
                        mine,
                        claims().audience("https://elsewhere.example/token").build()))))
                .isEqualTo("AADSTS700023");
        assertThat(aadsts(ask(assertion(
                        JWSAlgorithm.PS256,
                        mine,
                        mine,
                        claims().subject("another-app").build()))))
                .isEqualTo("AADSTS700021");
    }

    @Test
    void an_assertion_is_good_for_its_time_and_five_minutes_around_it() {
        JWTClaimsSet early = claims().notBeforeTime(Date.from(NOW.plus(Duration.ofMinutes(6))))
                .build();
        JWTClaimsSet late = claims().expirationTime(Date.from(NOW.minus(Duration.ofMinutes(6))))
                .build();
        JWTClaimsSet justOver = claims().expirationTime(Date.from(NOW.minus(Duration.ofMinutes(4))))
                .build();

        assertThat(aadsts(ask(assertion(JWSAlgorithm.PS256, mine, mine, early))))
                .isEqualTo("AADSTS700024");
        assertThat(aadsts(ask(assertion(JWSAlgorithm.PS256, mine, mine, late)))).isEqualTo("AADSTS700024");
        assertThat(ask(assertion(JWSAlgorithm.PS256, mine, mine, justOver)).status())
                .isEqualTo(200);
    }

    @Test
    void what_is_no_assertion_is_refused() {
        assertThat(aadsts(ask("nonsense"))).isEqualTo("AADSTS50027");
        assertThat(aadsts(client.tokenReply(
                        mail, Map.of("client_assertion_type", "a-password", "client_assertion", "nonsense"))))
                .isEqualTo("AADSTS700025");
    }

    @Test
    void a_federated_token_stands_for_the_secret_of_its_app_until_it_expires() throws ParseException {
        String token = tenant.federatedToken(mail.clientId());

        Client.Reply reply = ask(token);
        assertThat(SignedJWT.parse(reply.member("access_token"))
                        .getJWTClaimsSet()
                        .getStringClaim("appidacr"))
                .isEqualTo("2");
        assertThat(aadsts(client.tokenReply(tenant.app(StandardApp.OUTLOOK_MAIL), fields(token))))
                .isEqualTo("AADSTS700213");

        machine = NOW.plus(Duration.ofMinutes(66));
        assertThat(aadsts(ask(token))).isEqualTo("AADSTS700024");
    }

    private Client.Reply ask(String assertion) {
        return client.tokenReply(mail, fields(assertion));
    }

    private static Map<String, String> fields(String assertion) {
        return Map.of("client_assertion_type", TYPE, "client_assertion", assertion);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .audience(audience)
                .issuer(mail.clientId())
                .subject(mail.clientId())
                .jwtID("22b3bb26-e046-42df-9c96-65dbd72c1c81")
                .issueTime(Date.from(NOW))
                .notBeforeTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(10))));
    }

    /**
     * @param named whose thumbprint stands in the header
     * @param signing whose key signs
     */
    private static String assertion(
            JWSAlgorithm algorithm, TestCertificate named, TestCertificate signing, JWTClaimsSet claims) {
        try {
            byte[] thumbprint = MessageDigest.getInstance("SHA-256")
                    .digest(named.certificate().getEncoded());
            SignedJWT assertion = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .type(JOSEObjectType.JWT)
                            .x509CertSHA256Thumbprint(Base64URL.encode(thumbprint))
                            .build(),
                    claims);
            assertion.sign(new RSASSASigner(signing.key()));
            return assertion.serialize();
        } catch (GeneralSecurityException | JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String aadsts(Client.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isBetween(400, 401);
        String description = reply.member("error_description");
        return description.substring(0, description.indexOf(':'));
    }
}
