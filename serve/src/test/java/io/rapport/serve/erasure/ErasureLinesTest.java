package io.rapport.serve.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.ConnectionError;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.home.Home;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line in the access log about an erasure is never lost, and never there twice, wherever the process dies. */
class ErasureLinesTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));
    private static final String WHO = "Mira";
    private static final String HERE = "command line";

    @TempDir
    Path folder;

    private Home home;
    private Lake lake;
    private ServeState state;

    @BeforeEach
    void open() {
        home = new Home(folder.resolve("home"));
        lake = Lake.open(home.folder(), NOON, new DuckDbSettings(256L << 20, 1, home.temporary()));
        state = ServeState.open(StateLocation.file(home.database()));
    }

    @AfterEach
    void close() {
        state.close();
        lake.close();
    }

    @Test
    void people_are_not_finished_before_their_line_is_written() {
        PersonErasures erasures = new PersonErasures(home, state, lake, secrets(), NOON);
        PersonErasures.Asked asked = erasures.ask(List.of("zdenka@contoso.com"));
        dieOverTheLine();
        assertThatThrownBy(() -> erasures.erase(asked, WHO, HERE, Progress.NONE))
                .isInstanceOf(RapportException.class);
        assertThat(home.folder().resolve("certificates/erasure-1.json")).exists();
        assertThat(erasures.list())
                .singleElement()
                .extracting(AskedErasure::finishedAt)
                .isNull();
        assertThat(lines()).isEmpty();

        live();
        assertThat(erasures.finish("server", Progress.NONE)).hasSize(1);

        assertThat(lines()).containsExactly("Mira, server: People, 1 person, certificate 1");
        assertThat(erasures.list())
                .singleElement()
                .extracting(AskedErasure::finishedAt)
                .isEqualTo(NOON.instant());
        assertThat(erasures.finish("server", Progress.NONE)).isEmpty();
        assertThat(lines()).hasSize(1);
    }

    @Test
    void a_connection_whose_certificate_is_there_has_its_line_from_the_next_start_on() {
        new Connections(state).add(new Connection("desk", folder.resolve("desk"), null, NOON.instant(), null));
        ConnectionErasures erasures = new ConnectionErasures(home, state, lake, secrets(), NOON);
        dieOverTheLine();
        assertThatThrownBy(() -> erasures.erase("desk", WHO, HERE, Progress.NONE))
                .isInstanceOf(RapportException.class);
        assertThat(home.folder().resolve("certificates/connection-1.json")).exists();
        assertThat(lines()).containsExactly("Mira, command line: Connection, desk, begun");
        assertThat(erasures.isKnown("desk")).isTrue();

        live();
        start();
        start();

        assertThat(lines())
                .containsExactly(
                        "Mira, command line: Connection, desk, begun",
                        "Mira, server: Connection, desk, certificate connection-1");
        assertThat(new DataErasures(home, state, NOON).list())
                .containsExactly(new DataErasure(1, "desk", NOON.instant(), WHO, NOON.instant()));
        assertThatThrownBy(() -> erasures.erase("desk", WHO, HERE, Progress.NONE))
                .isInstanceOfSatisfying(
                        RapportException.class,
                        e -> assertThat(e.code()).isEqualTo(ConnectionError.CONNECTION_UNKNOWN));
    }

    @Test
    void an_erasure_without_a_certificate_is_not_taken_for_finished() {
        DataErasures erasures = new DataErasures(home, state, NOON);
        Found found = new Found("", List.of(), 0, Certificate.FileCount.of(home));
        assertThat(erasures.begin("", found, null, WHO, HERE).erasure().certificate())
                .isEqualTo("everything-20261120T120000Z");

        start();

        assertThat(erasures.listOpen())
                .singleElement()
                .satisfies(open -> assertThat(open.found()).isEqualTo(found));
        assertThat(lines()).containsExactly("Mira, command line: Everything, begun");
    }

    @Test
    void everything_has_its_line_from_the_next_start_on() {
        EverythingErasure erasure = new EverythingErasure(home, state, lake, NOON);
        dieOverTheLine();
        assertThatThrownBy(() -> erasure.erase(WHO, HERE, Progress.NONE)).isInstanceOf(RapportException.class);
        assertThat(home.folder().resolve("certificates/everything-20261120T120000Z.json"))
                .exists();
        assertThat(lines()).containsExactly("Mira, command line: Everything, begun");

        live();
        start();

        assertThat(lines())
                .containsExactly(
                        "Mira, command line: Everything, begun",
                        "Mira, server: Everything, certificate everything-20261120T120000Z");
        assertThat(new AccessLog(state, NOON).check().isSound()).isTrue();
    }

    @Test
    void whoever_is_known_by_an_address_can_be_erased_after_having_erased_others() throws IOException {
        String mira = "mira@contoso.com";
        new Connections(state).add(new Connection("desk", folder.resolve("desk"), null, NOON.instant(), null));
        PersonErasures erasures = new PersonErasures(home, state, lake, secrets(), NOON);
        assertThat(new ConnectionErasures(home, state, lake, secrets(), NOON)
                        .erase("desk", mira, HERE, Progress.NONE)
                        .certificate()
                        .lines())
                .anyMatch(line -> line.endsWith("by an administrator who is known by an address."));
        assertThat(erasures.erase(erasures.ask(List.of("zdenka@contoso.com")), mira, HERE, Progress.NONE))
                .hasSize(1);

        assertThat(erasures.erase(erasures.ask(List.of(mira)), WHO, HERE, Progress.NONE))
                .singleElement()
                .satisfies(certificate -> assertThat(certificate.keptLines())
                        .as("of the access log")
                        .isEqualTo(3));
        for (String name : List.of("connection-1.json", "connection-1.txt", "erasure-1.json", "erasure-1.txt")) {
            assertThat(Files.readString(home.folder().resolve("certificates").resolve(name)))
                    .contains("an administrator who is known by an address")
                    .doesNotContain("@");
        }
    }

    /** What a server does with what it finds. */
    private void start() {
        new DataErasures(home, state, NOON).noteFinished("server");
    }

    /** The process gets no further than to the certificate. */
    private void dieOverTheLine() {
        run("create trigger dies before insert on access_log when new.detail like '%certificate%'"
                + " begin select raise(abort, 'dies'); end");
    }

    private void live() {
        run("drop trigger dies");
    }

    private void run(String sql) {
        int unused = state.run(db -> db.sql(sql).update());
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        new AccessLog(state, NOON)
                .forEach(entry -> lines.add(entry.event().personName() + ", "
                        + entry.event().address() + ": " + entry.event().subject() + ", "
                        + entry.event().detail()));
        return lines;
    }

    private SecretBox secrets() {
        return new SecretBox(SecretKey.open(null, home.secretKey()));
    }
}
