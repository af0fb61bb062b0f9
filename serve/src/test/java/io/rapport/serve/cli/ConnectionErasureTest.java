package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.connection.Disconnection;
import io.rapport.serve.erasure.ConnectionErasures;
import io.rapport.serve.home.Home;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.state.ServeState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection's erasure that was broken off, and its certificate. */
class ConnectionErasureTest {

    @TempDir
    Path home;

    @TempDir
    Path folder;

    @Test
    void what_was_broken_off_is_certified_with_what_there_was_before() throws Exception {
        Path file = Exports.write(
                folder,
                "BasicDataSet_v0.Message_v1-a.json",
                Exports.message("m1", "2026-11-01T08:00:00Z"),
                Exports.message("m2", "2026-10-01T08:00:00Z"));
        Files.setLastModifiedTime(file, FileTime.from(Typed.NOON.minus(Duration.ofDays(2))));
        connect(Typed.NOON);
        assertThat(Typed.on(home, "sync").out()).startsWith("desk: 1 file imported");
        breakOff();
        // Another one of the same name, which has brought nothing yet.
        connect(Typed.NOON.plusSeconds(60));
        assertThat(Typed.on(home, "connections").out()).contains("desk");

        Typed typed = Typed.on(home, "disconnect", "desk", "--erase");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(certificate("connection-2.txt")).contains("What it had brought", "\nNothing.\n");
        assertThat(certificate("connection-1.txt"))
                .contains(
                        "The connection desk (data-connect) and all that it brought were erased from this home by Mira.",
                        "\nMessage_v1: 2 rows in 2 files.\n",
                        "\nAfterwards: 0 rows in 0 files.\n")
                .doesNotContain("@");
        assertThat(certificate("connection-1.json"))
                .contains(
                        "\"datasetsBefore\":[{\"dataset\":\"Message_v1\",\"files\":2,\"rows\":2}],\"datasetsAfter\":[]")
                .doesNotContain(folder.toString());
        assertThat(lines())
                .containsExactly(
                        "desk, begun",
                        "desk, begun",
                        "desk, certificate connection-2",
                        "desk, certificate connection-1");
        assertThat(Typed.on(home, "disconnect", "desk", "--erase").err())
                .contains("There is no connection \"desk\". There is none at all.");
    }

    private void connect(Instant at) {
        assertThat(Typed.at(at, home, "connect", "data-connect", "--folder", folder.toString(), "--name", "desk")
                        .code())
                .isZero();
    }

    /** Dies when all is done but the look and the certificate. */
    private void breakOff() {
        Home place = new Home(home);
        try (Lake lake = Lake.open(home, () -> Typed.NOON, new DuckDbSettings(256L << 20, 1, place.temporary()));
                ServeState state = ServeState.open(StateLocation.file(place.database()))) {
            SecretBox secrets = new SecretBox(SecretKey.open(null, place.secretKey()));
            ConnectionErasures erasures = new ConnectionErasures(place, state, lake, secrets, () -> Typed.NOON);
            Progress dying = (task, done, total) -> {
                throw new IllegalStateException("killed");
            };
            assertThatThrownBy(() -> erasures.erase("desk", "Mira", "server", dying))
                    .hasMessage("killed");
            Disconnection disconnection = new Disconnection(state, lake, place, () -> Typed.NOON);
            assertThat(disconnection
                            .erase(disconnection.findTraces("desk").orElseThrow())
                            .rows())
                    .isEqualTo(2);
            assertThat(erasures.isKnown("desk")).isTrue();
        }
    }

    private String certificate(String name) throws Exception {
        return Files.readString(home.resolve("certificates").resolve(name));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        try (ServeState state = ServeState.open(StateLocation.file(home.resolve("rapport.db")))) {
            new AccessLog(state, () -> Typed.NOON).forEach(entry -> {
                if (entry.event().subject().equals("Connection")) {
                    lines.add(entry.event().detail());
                }
            });
        }
        return lines;
    }
}
