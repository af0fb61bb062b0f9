package io.rapport.serve.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.home.Home;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What writers of the lake have on their way does not end an erasure: it can't land, and is gone in the end. */
class PersonProofTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String WAITING = "Waiting for what another process writes to the lake";
    private static final String WRITER = "0123456789abcdef";
    private static final String ZDENKA = "zdenka@contoso.com";

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final List<String> waits = new ArrayList<>();
    private Home home;
    private Lake lake;
    private ServeState state;

    @BeforeEach
    void open() {
        home = new Home(folder.resolve("home"));
        InstantSource clock = now::get;
        lake = Lake.open(home.folder(), clock, new DuckDbSettings(256L << 20, 1, home.temporary()));
        state = ServeState.open(StateLocation.file(home.database()));
    }

    @AfterEach
    void close() {
        state.close();
        lake.close();
    }

    @Test
    void what_a_killed_writer_left_half_written_is_waited_for_until_its_lease_has_run_out() throws IOException {
        lease();
        Path half = plant("lake/_staging/" + WRITER + "-7/Message_v1/part-0.parquet", "PAR1");
        Path orphan = plant("lake/Message_v1/2026-10/" + WRITER + "-6.parquet", "PAR1");

        List<Certificate> certificates = erase(() -> now.updateAndGet(before -> before.plus(Duration.ofSeconds(20))));

        assertThat(certificates).hasSize(1);
        assertThat(half).doesNotExist();
        assertThat(orphan).doesNotExist();
        assertThat(waits).as("at 0, 20, 40 and 60 seconds").hasSize(4);
    }

    @Test
    void what_a_living_writer_gives_up_is_waited_for() throws IOException {
        lease();
        Path unused = plant("lake/_staging/" + WRITER + "-7/rows.txt", "from " + ZDENKA);

        List<Certificate> certificates = erase(() -> {
            try {
                FolderTree.delete(folder.resolve("home/lake/_staging").resolve(WRITER + "-7"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThat(certificates).hasSize(1);
        assertThat(waits).hasSize(1);
    }

    @Test
    void what_nobody_writes_is_not_waited_for() throws IOException {
        Path left = plant("left.txt", "to " + ZDENKA);
        assertThatThrownBy(() -> erase(() -> {}))
                .isInstanceOfSatisfying(
                        RapportException.class,
                        e -> assertThat(e.code()).isEqualTo(PersonErasureError.PERSON_STILL_THERE))
                .hasMessageContaining("left.txt");

        Files.delete(left);
        Path damaged = plant("left.parquet", "PAR1");
        assertThatThrownBy(() -> erase(() -> {}))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(PersonErasureError.PERSON_FILES))
                .hasMessageContaining("left.parquet is damaged or half-written");

        Files.delete(damaged);
        assertThat(erase(() -> {})).hasSize(1);
        assertThat(waits).isEmpty();
    }

    /** @param meanwhile what happens while the erasure waits */
    private List<Certificate> erase(Runnable meanwhile) {
        Progress progress = (task, done, total) -> {
            if (task.equals(WAITING)) {
                waits.add(task);
                meanwhile.run();
            }
        };
        SecretBox secrets = new SecretBox(SecretKey.open(null, home.secretKey()));
        PersonErasures erasures = new PersonErasures(home, state, lake, secrets, () -> NOON);
        return erasures.erase(erasures.ask(List.of(ZDENKA)), "Mira", "command line", progress);
    }

    private void lease() {
        int unused = state.run(db -> db.sql("insert into lake_writer (id, lease_until) values (?, ?)")
                .params(WRITER, NOON.plusSeconds(60).toEpochMilli())
                .update());
    }

    private Path plant(String place, String content) throws IOException {
        Path file = home.folder().resolve(place);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
