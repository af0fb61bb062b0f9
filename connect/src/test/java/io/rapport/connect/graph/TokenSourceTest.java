package io.rapport.connect.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenSourceTest {

    private static final ClientId CLIENT = new ClientId("11111111-2222-3333-4444-555555555555");
    private static final TenantId TENANT = new TenantId("0f0e0d0c-0000-4000-8000-0000000c0de0");
    private static final Endpoints ENDPOINTS = Cloud.USGOV.endpoints();

    @TempDir
    static Path folder;

    private static @Nullable TestCertificate made;

    private final VirtualTime time = new VirtualTime();
    private final Loop loop = new Loop(time);
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();

    @BeforeAll
    static void make_a_certificate() throws Exception {
        made = TestCertificate.make(folder, "RSA", 2048);
    }

    @Test
    void a_secret_is_sent_as_the_protocol_wants_it_and_one_token_serves_all_who_wait() {
        answers.add(token("one", 3_600));
        TokenSource source = source(new ClientSecret(" Night+jar=% "));

        source.with(tokens::add);
        source.with(tokens::add);
        await(2);

        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).uri()).hasToString("https://login.microsoftonline.us/" + TENANT + "/oauth2/v2.0/token");
        assertThat(form(0))
                .containsEntry("client_id", CLIENT.value())
                .containsEntry("client_secret", "Night+jar=%")
                .containsEntry("scope", "https://graph.microsoft.us/.default")
                .containsEntry("grant_type", "client_credentials");
        assertThat(tokens).containsExactly("one", "one");
    }

    @Test
    void a_certificate_signs_an_assertion_that_names_it() throws Exception {
        answers.add(token("one", 3_600));
        source(CertificateFile.read(certificate().pkcs12, TestCertificate.PASSWORD))
                .with(tokens::add);
        await(1);

        SignedJWT assertion = SignedJWT.parse(form(0).get("client_assertion"));
        assertThat(form(0))
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .doesNotContainKey("client_secret");
        assertThat(assertion.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.PS256);
        assertThat(assertion.getHeader().getX509CertSHA256Thumbprint().decode()).hasSize(32);
        assertThat(assertion.verify(new RSASSAVerifier(Objects.requireNonNull(certificate().key))))
                .isTrue();
        assertThat(assertion.getJWTClaimsSet().getAudience())
                .containsExactly(calls.get(0).uri().toString());
        assertThat(assertion.getJWTClaimsSet().getIssuer()).isEqualTo(CLIENT.value());
        assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo(CLIENT.value());
        assertThat(assertion.getJWTClaimsSet().getExpirationTime().toInstant())
                .isEqualTo(Instant.parse("2026-11-20T12:05:00Z"));
    }

    @Test
    void pem_and_pkcs_12_hold_the_same() {
        ClientCertificate pem = CertificateFile.read(certificate().pem, new char[0]);

        assertThat(pem.thumbprint())
                .isEqualTo(CertificateFile.read(certificate().pkcs12, TestCertificate.PASSWORD)
                        .thumbprint());
        assertThat(pem).hasToString("certificate");
    }

    @Test
    void a_certificate_file_that_is_none_is_refused_without_a_word_of_it() throws Exception {
        String pem = new String(certificate().pem, StandardCharsets.US_ASCII);
        String keyOnly = pem.substring(0, pem.indexOf("-----BEGIN CERTIFICATE"));
        byte[] other = TestCertificate.make(folder, "EC", 256).pkcs12;
        byte[] small = TestCertificate.make(folder, "RSA", 1024).pkcs12;

        refused(keyOnly.getBytes(StandardCharsets.US_ASCII), "holds no certificate");
        refused(pem.substring(keyOnly.length()).getBytes(StandardCharsets.US_ASCII), "holds no private key");
        refused(pem.replace("PRIVATE KEY", "RSA PRIVATE KEY").getBytes(StandardCharsets.US_ASCII), "openssl pkcs8");
        refused("Nightjar".getBytes(StandardCharsets.US_ASCII), "PEM or PKCS #12");
        refused(certificate().pkcs12, "RAPPORT_CERTIFICATE_PASSWORD");
        assertThatThrownBy(() -> CertificateFile.read(other, TestCertificate.PASSWORD))
                .hasMessageContaining("RSA");
        assertThatThrownBy(() -> CertificateFile.read(small, TestCertificate.PASSWORD))
                .hasMessageContaining("2048");
    }

    @Test
    void a_federated_token_is_read_from_its_file_each_time() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "a.b.c\n");
        answers.add(token("one", 60));
        answers.add(token("two", 60));
        TokenSource source = source(new FederatedTokenFile(file));
        source.with(tokens::add);
        await(1);
        Files.writeString(file, "d.e.f");
        time.advance(Duration.ofSeconds(31));
        source.with(tokens::add);
        await(2);

        assertThat(List.of(form(0).get("client_assertion"), form(1).get("client_assertion")))
                .containsExactly("a.b.c", "d.e.f");
        Files.writeString(file, "Nightjar");
        assertThatThrownBy(
                        () -> new FederatedTokenFile(file).fields(calls.get(0).uri(), CLIENT, loop.now(), random()))
                .hasMessageContaining("holds no token")
                .hasMessageNotContaining("Nightjar");
    }

    @Test
    void a_token_is_used_until_five_minutes_before_its_end() {
        answers.add(token("one", 3_600));
        answers.add(token("two", 3_600));
        TokenSource source = source(new ClientSecret("x"));
        source.with(tokens::add);
        await(1);
        time.advance(Duration.ofMinutes(54));
        source.with(tokens::add);
        time.advance(Duration.ofMinutes(2));
        source.with(tokens::add);
        await(3);

        assertThat(tokens).containsExactly("one", "one", "two");
    }

    @Test
    void a_refusal_is_explained_by_its_number_and_not_repeated() {
        answers.add(refusal("{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: Nightjar\","
                + "\"error_codes\":[7000222],\"correlation_id\":\"0f0e0d0c-0000-4000-8000-0000000c0de0\"}"));

        source(new ClientSecret("x")).with(tokens::add);

        assertThatThrownBy(() -> await(1))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ConnectError.GRAPH_LOGIN_REFUSED))
                .hasMessageContaining("the client secret has expired")
                .hasMessageContaining("0f0e0d0c-0000-4000-8000-0000000c0de0")
                .hasMessageNotContaining("Nightjar");
    }

    @Test
    void a_server_that_fails_is_asked_six_times_and_one_that_recovers_is_believed() {
        answers.addAll(List.of(new Answer(503, Map.of("retry-after", "3"), new byte[0]), token("one", 3_600)));
        source(new ClientSecret("x")).with(tokens::add);
        await(1);
        assertThat(tokens).containsExactly("one");

        TokenSource failing = source(new ClientSecret("x"));
        failing.with(tokens::add);
        assertThatThrownBy(() -> await(2)).hasMessageContaining("gave no token in 6 attempts; the last one: no answer");
    }

    private static void refused(byte[] file, String why) {
        assertThatThrownBy(() -> CertificateFile.read(file, new char[0]))
                .isInstanceOf(RapportException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("Nightjar");
    }

    private TokenSource source(Credential credential) {
        Transport transport = call -> {
            calls.add(call);
            Answer answer = answers.poll();
            return answer == null
                    ? CompletableFuture.failedFuture(new java.io.IOException("down"))
                    : CompletableFuture.completedFuture(answer);
        };
        return new TokenSource(
                loop, transport, ENDPOINTS, TENANT, CLIENT, credential, RetryPolicy.USUAL, random(), new Traffic());
    }

    private static TestCertificate certificate() {
        return Objects.requireNonNull(made);
    }

    private static SplittableRandom random() {
        return new SplittableRandom(7);
    }

    private void await(int count) {
        try {
            loop.runUntil(() -> tokens.size() >= count);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> form(int call) {
        Map<String, String> form = new HashMap<>();
        Arrays.stream(new String(calls.get(call).body(), StandardCharsets.UTF_8).split("&", -1))
                .forEach(field -> form.put(
                        field.substring(0, field.indexOf('=')),
                        URLDecoder.decode(field.substring(field.indexOf('=') + 1), StandardCharsets.UTF_8)));
        return form;
    }

    private static Answer token(String token, int seconds) {
        return FakeTransport.json(
                "{\"token_type\":\"Bearer\",\"expires_in\":" + seconds + ",\"access_token\":\"" + token + "\"}");
    }

    private static Answer refusal(String body) {
        return new Answer(401, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
