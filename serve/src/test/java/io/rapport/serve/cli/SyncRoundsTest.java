package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.connect.sync.CommitLimits;
import io.rapport.core.error.RapportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sync --follow}, whose pauses the test fills with what happens meanwhile. */
class SyncRoundsTest {

    @TempDir
    Path home;

    @TempDir
    Path parent;

    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private Instant now = Typed.NOON;

    @BeforeEach
    void connect_a_folder() throws IOException {
        folder = Files.createDirectory(parent.resolve("exports"));
        Typed.on(home, "connect", "data-connect", "--folder", folder.toString());
    }

    @Test
    void imports_what_comes_when_it_has_come_to_rest_and_says_nothing_meanwhile() {
        meanwhile.addAll(List.of(() -> put("Message_v1-a.json", "m1"), () -> pass(29), () -> pass(1), () -> pass(5)));

        follow();

        assertThat(printed()).isEqualTo("""
                data-connect: 0 files imported, 0 already known, 0 waiting, 0 set aside
                data-connect: 1 file imported, 0 already known, 0 waiting, 0 set aside
                  1 row read: 1 added, 0 replaced, 0 unchanged, 0 superseded, 0 rejected
                """);
    }

    @Test
    void a_folder_that_goes_is_told_once_and_may_come_back() {
        meanwhile.addAll(List.of(() -> rename("exports", "unmounted"), () -> pass(5), () -> {
            rename("unmounted", "exports");
            put("Message_v1-a.json", "m1");
            pass(30);
        }));

        follow();

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.contains("is not there or can't be read"))
                .hasSize(1);
        assertThat(printed()).contains("data-connect: 1 file imported");
    }

    @Test
    void a_connection_that_ends_meanwhile_ends_the_following_of_it_alone() {
        meanwhile.addAll(List.of(() -> Typed.on(home, "disconnect", "data-connect"), () -> pass(5)));

        follow();

        assertThat(printed()).startsWith("data-connect: 0 files imported");
    }

    /** Follows until there is nothing left that happens meanwhile; then somebody presses Ctrl-C. */
    private void follow() {
        RapportCommand options = new RapportCommand();
        options.home = home;
        options.memory = "2GB";
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                Surroundings.Terminal.NONE,
                () -> now,
                () -> 16_000_000_000L);
        Session session = new Session(options, surroundings, new Interruption(Thread.currentThread()));
        SyncRounds rounds = new SyncRounds(session, session.requireConnections(), null, CommitLimits.USUAL);

        assertThatThrownBy(() -> rounds.follow(() -> {
                    if (meanwhile.isEmpty()) {
                        throw new InterruptedException();
                    }
                    meanwhile.remove().run();
                }))
                .hasMessageContaining("Stopped. Everything that was imported has landed.")
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(CliError.INTERRUPTED);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void pass(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }

    private void put(String name, String id) {
        try {
            Path file = Exports.write(folder, name, Exports.message(id, "2026-10-01T08:00:00Z"));
            Files.setLastModifiedTime(file, FileTime.from(now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rename(String from, String to) {
        try {
            Files.move(parent.resolve(from), parent.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
