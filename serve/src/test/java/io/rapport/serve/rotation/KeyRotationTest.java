package io.rapport.serve.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.graph.ClientId;
import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.TenantId;
import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.lake.manifest.HomeLayout;
import io.rapport.lake.manifest.LakeState;
import io.rapport.lake.state.StateDatabase;
import io.rapport.lake.state.StateLocation;
import io.rapport.model.report.DepartmentMemory.RecordedDepartment;
import io.rapport.serve.backup.StateRows;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.PendingConsents;
import io.rapport.serve.connection.StoredCredential;
import io.rapport.serve.dataset.Pseudonyms;
import io.rapport.serve.digest.Readers;
import io.rapport.serve.digest.Webhooks;
import io.rapport.serve.insight.KeptDepartments;
import io.rapport.serve.mail.MailServer;
import io.rapport.serve.mail.MailServers;
import io.rapport.serve.rotation.KeyRotation.Rotated;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretError;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.security.SignInProvider;
import io.rapport.serve.security.SignInProviders;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));
    private static final Pattern ENCRYPTED = Pattern.compile("=(v1\\.[A-Za-z0-9+/=]+)\\|");
    private static final LocalDate OCTOBER = LocalDate.parse("2026-10-01");
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String OTHER = "YWJjZGVmZ2hpamFiY2RlZmdoaWphYmNkZWZnaGlqYWI=";

    @TempDir
    Path home;

    private ServeState state;
    private StateDatabase lake;

    StateLocation location() {
        return StateLocation.file(home.resolve("rapport.db"));
    }

    @BeforeEach
    void open() {
        new HomeLayout(home).create();
        lake = LakeState.open(new HomeLayout(home), location());
        state = ServeState.open(location());
    }

    @AfterEach
    void close() {
        state.close();
        lake.close();
    }

    @Test
    void every_secret_is_under_the_new_key_and_the_former_one_is_nowhere() throws IOException {
        SecretKey key = SecretKey.open(null, file());
        SecretBox box = new SecretBox(key);
        String word = keepOneOfEach(box);
        String former = Files.readString(file()).strip();
        List<String> before = encrypted();
        String pseudonym = pseudonyms(box).of("address", "ana@contoso.com");
        List<String> departments = StateRows.of(location()).get("recorded_department");

        // A rotation that was killed left a draft with the key in it.
        Path left = Files.writeString(file().resolveSibling("key4711.tmp"), "new one\n" + former + "\n");

        Rotated rotated = new KeyRotation(state, key, NOON).rotate(false, "somebody");

        assertThat(left).doesNotExist();
        assertThat(before).hasSize(10);
        assertThat(rotated).isEqualTo(new Rotated(10, 0));
        assertThat(encrypted()).hasSize(10).doesNotContainAnyElementsOf(before);
        SecretBox stale = new SecretBox(SecretKey.open(former, home.resolve("none")));
        SecretBox fresh = new SecretBox(SecretKey.open(null, file()));
        state.run(StoredSecrets::list).forEach(stored -> {
            assertThat(stale.isReadable(stored.place(), stored.text())).isFalse();
            assertThat(fresh.isCurrent(stored.place(), stored.text())).isTrue();
        });
        try (var keys = Files.walk(home.resolve("keys"))) {
            assertThat(keys.filter(Files::isRegularFile))
                    .allSatisfy(one -> assertThat(Files.readString(one)).doesNotContain(former));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertSame(fresh, word);
        assertThat(pseudonyms(fresh).of("address", "ana@contoso.com")).isEqualTo(pseudonym);
        recall(fresh);
        assertThat(StateRows.of(location()).get("recorded_department")).isEqualTo(departments);
        // Who had signed in signs in once more before subscribing.
        assertThat(StateRows.of(location()).get("spring_session_attributes")).isEmpty();
        assertThat(StateRows.of(location()).get("access_log"))
                .anyMatch(row -> row.contains("\"subject\"=key of the secrets|"));
    }

    @Test
    void a_server_that_runs_meanwhile_goes_on_reading_and_writing() {
        SecretBox server = new SecretBox(SecretKey.open(null, file()));
        String word = keepOneOfEach(server);
        SecretKey key = SecretKey.open(null, file());
        AtomicInteger step = new AtomicInteger();
        KeyRotation rotation = new KeyRotation(state, key, NOON, () -> {
            new Webhooks(settings(), server).set("https://hooks.contoso.com/" + step.incrementAndGet());
            assertThat(new MailServers(settings(), server).find()).isPresent();
        });

        Rotated rotated = rotation.rotate(true, "somebody");

        assertThat(step.get()).isGreaterThanOrEqualTo(2);
        assertThat(rotated.unreadable()).isZero();
        assertThat(new Webhooks(settings(), server).find().orElseThrow().url())
                .hasToString("https://hooks.contoso.com/" + step.get());
        assertSame(server, word);
    }

    @Test
    void killed_after_any_step_nothing_is_lost_and_the_same_words_finish_it() throws IOException {
        SecretBox box = new SecretBox(SecretKey.open(null, file()));
        String word = keepOneOfEach(box);
        for (int last = 1; last <= 2; last++) {
            String former = Files.readString(file()).strip();
            int dies = last;
            AtomicInteger step = new AtomicInteger();
            KeyRotation killed = new KeyRotation(state, SecretKey.open(null, file()), NOON, () -> {
                if (step.incrementAndGet() == dies) {
                    throw new IllegalStateException("killed");
                }
            });
            assertThatThrownBy(() -> killed.rotate(false, "somebody")).hasMessage("killed");
            List<String> lines = Files.readAllLines(file());
            assertThat(lines).hasSize(2).element(1).isEqualTo(former);
            assertThat(new MailServers(settings(), new SecretBox(SecretKey.open(null, file()))).find())
                    .isPresent();

            new KeyRotation(state, SecretKey.open(null, file()), NOON).rotate(false, "somebody");

            assertThat(Files.readAllLines(file())).containsExactly(lines.get(0));
        }
        assertSame(new SecretBox(SecretKey.open(null, file())), word);
    }

    @Test
    void pseudonyms_are_renewed_where_somebody_asks_for_it() {
        SecretKey key = SecretKey.open(null, file());
        SecretBox box = new SecretBox(key);
        String before = pseudonyms(box).of("address", "ana@contoso.com");

        new KeyRotation(state, key, NOON).rotate(true, "somebody");

        assertThat(pseudonyms(box).of("address", "ana@contoso.com"))
                .isNotEqualTo(before)
                .hasSameSizeAs(before);
    }

    @Test
    void a_key_of_the_environment_is_rotated_with_the_former_one_beside_it() {
        SecretKey alone = SecretKey.open(KEY, file());
        String word = keepOneOfEach(new SecretBox(alone));
        assertThatThrownBy(() -> new KeyRotation(state, alone, NOON).rotate(false, "somebody"))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(SecretError.SECRET_KEY))
                .hasMessageContaining("RAPPORT_FORMER_KEY")
                .hasMessageNotContaining(KEY);

        Rotated rotated = new KeyRotation(state, SecretKey.open(OTHER, KEY, file()), NOON).rotate(false, "somebody");

        assertThat(rotated.secrets()).isEqualTo(10);
        assertSame(new SecretBox(SecretKey.open(OTHER, file())), word);
        assertThat(file()).doesNotExist();
    }

    @Test
    void what_no_key_opens_is_counted_and_left() {
        SecretKey key = SecretKey.open(null, file());
        new Webhooks(settings(), new SecretBox(SecretKey.open(KEY, file()))).set("https://hooks.contoso.com/a");
        List<String> before = StateRows.of(location()).get("setting");

        Rotated rotated = new KeyRotation(state, key, NOON).rotate(false, "somebody");

        assertThat(rotated.unreadable()).isEqualTo(1);
        assertThat(StateRows.of(location()).get("setting")).containsAll(before);
    }

    /** @return the word of the consent that waits */
    private String keepOneOfEach(SecretBox box) {
        Endpoints endpoints =
                new Endpoints(URI.create("https://login.contoso.com"), URI.create("https://graph.contoso.com"));
        TenantId tenant = new TenantId("7c1d4ab2-0000-4000-8000-000000000001");
        ClientId app = new ClientId("7c1d4ab2-0000-4000-8000-000000000002");
        new GraphConnections(state)
                .add(
                        new GraphConnection(
                                "mail",
                                "id-1",
                                Connector.OUTLOOK_MAIL,
                                tenant,
                                app,
                                endpoints,
                                Selection.ALL,
                                "",
                                NOON.instant(),
                                null),
                        StoredCredential.secret("secret-of-mail"),
                        box);
        String word = new PendingConsents(state, box, NOON)
                .keep(
                        PendingConsents.Pending.of(
                                "calendar",
                                Connector.OUTLOOK_CALENDAR,
                                tenant,
                                app,
                                endpoints,
                                Selection.ALL,
                                StoredCredential.secret("secret-of-consent")),
                        "session");
        new SignInProviders(state, box, NOON)
                .set(new SignInProvider(
                        "https://login.contoso.com/v2.0",
                        "client",
                        "secret-of-sign-in",
                        "roles",
                        Map.of(Role.ADMINISTRATOR, "A", Role.CONTRIBUTOR, "C", Role.VIEWER, "V")));
        new MailServers(settings(), box)
                .set(MailServer.of("127.0.0.1", "25", "NONE", "", "", "rapport@contoso.com", "admin@contoso.com"));
        new Webhooks(settings(), box).set("https://hooks.contoso.com/a");
        new Readers(state, box, NOON)
                .add(new Person("person-1", "Mira", Role.VIEWER), "Office", new Address("mira@contoso.com"));
        String unused = pseudonyms(box).of("address", "ana@contoso.com");
        recall(box);
        int rows = state.run(db -> {
            db.sql("insert into person_erasure (number, asked_at, asked_by, words) values (1, 1, 'somebody', ?)")
                    .param(box.encrypt("person-erasure", "[\"1\"]".getBytes(StandardCharsets.UTF_8)))
                    .update();
            db.sql("insert into data_erasure (number, connection, asked_at, asked_by, found, words)"
                            + " values (1, 'mail', 1, 'somebody', '{}', ?)")
                    .param(box.encrypt("data-erasure", "[\"1\"]".getBytes(StandardCharsets.UTF_8)))
                    .update();
            db.sql("insert into spring_session values ('p', 's', 1, 1, 1, 1, 'n')")
                    .update();
            return db.sql("insert into spring_session_attributes values ('p', 'sign-in-address', ?)")
                    .param(box.encrypt("sign-in-address", new byte[] {1}).getBytes(StandardCharsets.UTF_8))
                    .update();
        });
        assertThat(rows).isEqualTo(1);
        return word;
    }

    private void assertSame(SecretBox box, String word) {
        GraphConnections connections = new GraphConnections(state);
        assertThat(connections
                        .credential(connections.find("mail").orElseThrow(), box)
                        .kind())
                .isEqualTo(StoredCredential.Kind.SECRET);
        assertThat(new PendingConsents(state, box, NOON).redeem(word, "session"))
                .isPresent();
        assertThat(new SignInProviders(state, box, NOON).find().orElseThrow().clientSecret())
                .isEqualTo("secret-of-sign-in");
        assertThat(new MailServers(settings(), box).find()).isPresent();
        assertThat(new Webhooks(settings(), box).find()).isPresent();
    }

    private void recall(SecretBox box) {
        assertThat(new KeptDepartments(state, settings(), box)
                        .recall(List.of(new RecordedDepartment("ana-4711", OCTOBER, "Sales", true)), OCTOBER))
                .hasSize(1);
    }

    private Pseudonyms pseudonyms(SecretBox box) {
        return new Pseudonyms(settings(), box);
    }

    /** Everything in the state that looks encrypted, whoever put it there. */
    private List<String> encrypted() {
        return StateRows.of(location()).values().stream()
                .flatMap(List::stream)
                .flatMap(row -> ENCRYPTED.matcher(row).results())
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private Settings settings() {
        return new Settings(state, NOON);
    }

    private Path file() {
        return home.resolve("keys").resolve("secrets.key");
    }
}
