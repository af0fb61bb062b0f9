package io.rapport.serve.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.rapport.core.address.Address;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.mail.MailServer;
import io.rapport.serve.mail.MailServers;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters and calls: each once, tried again with growing pauses, and none to whom it is nothing. */
class DeliveryTest {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final Person MIRA = new Person("mira", "Mira", Role.VIEWER);
    private static final Address ADDRESS = new Address("mira@contoso.com");

    @TempDir
    Path folder;

    private final List<Post> posts = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-11-20T06:00:00Z");
    private HttpServer receiver;
    private GreenMail mail;
    private Digests digests;
    private Readers readers;
    private Webhooks webhooks;
    private WebhookPost post;
    private Deliveries deliveries;
    private DeliveryRound round;

    private record Post(String path, String delivery, String timestamp, String signature, String body) {}

    @BeforeEach
    void open() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            posts.add(new Post(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Rapport-Delivery"),
                    exchange.getRequestHeaders().getFirst("Rapport-Timestamp"),
                    exchange.getRequestHeaders().getFirst("Rapport-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            int status = answers.isEmpty() ? 204 : answers.pop();
            exchange.getResponseHeaders().add("Location", "/inside");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mail.start();
        SecretBox secrets = new SecretBox(SecretKey.open(KEY, folder.resolve("none")));
        ServeState state = ServeState.open(StateLocation.file(folder.resolve("rapport.db")));
        Settings settings = new Settings(state, () -> now);
        digests = new Digests(state);
        readers = new Readers(state, secrets, () -> now);
        webhooks = new Webhooks(settings, secrets);
        post = new WebhookPost(state, new AccessLog(state, () -> now), () -> now);
        deliveries = new Deliveries(state, readers, webhooks::isConfigured, () -> now);
        MailServers servers = new MailServers(settings, secrets);
        servers.set(MailServer.of(
                "127.0.0.1",
                Integer.toString(mail.getSmtp().getPort()),
                "NONE",
                "",
                "",
                "rapport@contoso.com",
                "admin@contoso.com"));
        round = new DeliveryRound(
                digests,
                deliveries,
                readers,
                servers,
                webhooks,
                post,
                new AccessLog(state, () -> now),
                () -> now,
                () -> Optional.of(URI.create("http://127.0.0.1:8080")));
    }

    @AfterEach
    void close() {
        receiver.stop(0);
        mail.stop();
    }

    @Test
    void a_call_is_signed_tried_again_after_growing_pauses_and_never_once_it_arrived() {
        String secret = webhooks.set(url()).secret();
        answers.addAll(List.of(500, 302, 404));
        digest("run-1");

        round.round();
        round.round();
        assertThat(posts).hasSize(1);
        for (Duration pause : List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30))) {
            int before = posts.size();
            now = now.plus(pause).minusSeconds(1);
            round.round();
            assertThat(posts).as("a second before " + pause).hasSize(before);
            now = now.plusSeconds(1);
            round.round();
            assertThat(posts).as("after " + pause).hasSize(before + 1);
        }
        now = now.plus(Duration.ofDays(2));
        round.round();

        assertThat(posts)
                .as("it arrived with the fourth, and no redirect was followed")
                .hasSize(4)
                .allSatisfy(sent -> {
                    assertThat(sent.path()).isEqualTo("/hook");
                    assertThat(sent.delivery()).isEqualTo(posts.get(0).delivery());
                    assertThat(sent.body())
                            .isEqualTo(posts.get(0).body())
                            .contains("Northwind")
                            .contains("fabrikam.com");
                    assertThat(sent.signature()).isEqualTo(WebhookSignature.of(secret, sent.timestamp(), sent.body()));
                });
        assertThat(post.log(10)).extracting(WebhookAttempt::number).containsExactly(4, 3, 2, 1);
        assertThat(post.log(10)).extracting(WebhookAttempt::status).containsExactly(204, 404, 302, 500);
        assertThat(post.log(10))
                .extracting(WebhookAttempt::problemCode)
                .containsExactly(null, "WEBHOOK_STATUS", "WEBHOOK_REDIRECT", "WEBHOOK_STATUS");
    }

    @Test
    void what_never_arrives_is_given_up_after_seven_tries() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0)) {
            webhooks.set("http://127.0.0.1:" + nobody.getLocalPort() + "/");
        }
        digest("run-1");

        for (int i = 0; i < 12; i++) {
            round.round();
            now = now.plus(Duration.ofHours(12));
        }

        assertThat(post.log(20)).hasSize(7).allSatisfy(attempt -> {
            assertThat(attempt.status()).isNull();
            assertThat(attempt.problemCode()).isEqualTo("WEBHOOK_AWAY");
        });
    }

    @Test
    void after_a_kill_in_the_middle_a_call_is_made_again_under_its_id_and_a_letter_is_not() {
        webhooks.set(url());
        readers.add(MIRA, "Office", ADDRESS);
        digest("run-1");
        String id = deliveries.due(Delivery.Way.WEBHOOK).get(0).id();
        assertThat(deliveries.take(deliveries.due(Delivery.Way.WEBHOOK).get(0))).isTrue();
        assertThat(deliveries.take(deliveries.due(Delivery.Way.MAIL).get(0))).isTrue();

        round.round();
        assertThat(posts).as("somebody may be at it").isEmpty();
        now = now.plus(Deliveries.BROKEN_OFF_AFTER);
        round.round();

        assertThat(posts)
                .singleElement()
                .satisfies(sent -> assertThat(sent.delivery()).isEqualTo(id));
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(deliveries.due(Delivery.Way.MAIL)).isEmpty();
    }

    @Test
    void a_letter_goes_once_to_whoever_asked_and_says_how_to_end_it_and_domains_to_administrators_alone()
            throws Exception {
        readers.add(MIRA, "Office", ADDRESS);
        readers.add(new Person("noor", "Noor", Role.ADMINISTRATOR), "Office", new Address("noor@contoso.com"));
        digest("run-1");
        deliveries.owe("run-1", "Office");

        round.round();
        round.round();

        assertThat(mail.getReceivedMessages())
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.getSubject())
                        .isEqualTo("What changed: Account engagement, as of 20 Nov 2026"))
                .allSatisfy(letter -> assertThat(letter.getHeader("List-Unsubscribe"))
                        .containsExactly("<http://127.0.0.1:8080/digests?enrichment=Office>"));
        String toMira = String.valueOf(mail.getReceivedMessages()[0].getContent());
        String toNoor = String.valueOf(mail.getReceivedMessages()[1].getContent());
        assertThat(List.of(toMira, toNoor))
                .allSatisfy(text -> assertThat(text)
                        .contains("Northwind")
                        .contains("http://127.0.0.1:8080/digests/run-1")
                        .contains("press Unsubscribe")
                        .contains("http://127.0.0.1:8080/digests?enrichment=Office")
                        .contains("New unmatched domains: 1"));
        assertThat(List.of(toMira, toNoor))
                .filteredOn(text -> text.contains("fabrikam.com"))
                .hasSize(1);
    }

    @Test
    void nobody_gets_a_letter_who_left_lost_the_role_or_was_not_seen_for_long() {
        readers.add(MIRA, "Office", ADDRESS);
        digest("run-1");
        readers.remove(MIRA, "Office");
        readers.add(new Person("noor", "Noor", Role.VIEWER), "Office", new Address("noor@contoso.com"));
        digest("run-2");
        readers.hasNoRole("noor");
        readers.add(new Person("tove", "Tove", Role.VIEWER), "Office", new Address("tove@contoso.com"));
        now = now.plus(Duration.ofDays(91));
        digest("run-3");

        round.round();
        assertThat(mail.getReceivedMessages()).isEmpty();

        readers.cameIn(new Person("tove", "Tove", Role.VIEWER));
        digest("run-4");
        round.round();
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void what_is_forgotten_is_owed_to_nobody() {
        webhooks.set(url());
        readers.add(MIRA, "Office", ADDRESS);
        digest("run-1");

        digests.forget("Office", true);
        round.round();

        assertThat(digests.list("Office", 10)).isEmpty();
        assertThat(readers.isReader(MIRA, "Office")).isFalse();
        assertThat(posts).isEmpty();
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    private void digest(String run) {
        deliveries.owe(run, "Office");
        digests.add(new Digest(
                run,
                "Office",
                "Account engagement",
                LocalDate.parse("2026-11-20"),
                LocalDate.parse("2026-11-19"),
                now,
                new DigestContents(
                        new DigestContents.Customers(
                                1,
                                List.of(new DigestContents.Line("A-7", "Northwind", 12.5, 14.0, "Quiet for 61 days."))),
                        new DigestContents.Customers(0, List.of()),
                        new DigestContents.Domains(1, List.of(new DigestContents.Domain("fabrikam.com", 18)))),
                true));
    }
}
