package io.rapport.serve.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Landing;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.landing.Rows;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    @TempDir
    Path folder;

    StateLocation state(Path home) {
        return StateLocation.file(home.resolve("rapport.db"));
    }

    @Test
    void a_backup_beside_a_writer_and_an_erasure_is_one_consistent_snapshot() throws Exception {
        Home home = new Home(folder.resolve("home"));
        try (Lake lake = open(home)) {
            land(lake.landing("to-be-erased"), "erased", 3);
            AtomicBoolean isOver = new AtomicBoolean();
            AtomicInteger landed = new AtomicInteger();
            // An erasure gives up where others commit without a pause.
            ReentrantLock turn = new ReentrantLock(true);
            Thread writer = new Thread(() -> {
                while (!isOver.get()) {
                    turn.lock();
                    try {
                        land(lake.landing("steady"), "m" + landed.get(), 2);
                    } finally {
                        turn.unlock();
                    }
                    landed.incrementAndGet();
                }
            });
            writer.setDaemon(true);
            writer.start();
            AtomicInteger states = new AtomicInteger();
            Runnable goesOn = () -> {
                await(landed, landed.get() + 2);
                if (states.incrementAndGet() == 1) {
                    // The state that was just taken names files that go now.
                    turn.lock();
                    try {
                        lake.erase("to-be-erased");
                    } finally {
                        turn.unlock();
                    }
                }
            };

            BackupManifest manifest = new Backup(home, state(home.folder()), NOON, goesOn)
                    .take(folder.resolve("backup"), null, "somebody", Progress.NONE);
            isOver.set(true);
            writer.join();

            assertThat(states).hasValue(2);
            assertThat(manifest.commit()).isPositive();
        }
        Home restored = new Home(folder.resolve("restored"));
        BackupManifest manifest = new Restore(restored, state(restored.folder()), NOON)
                .run(folder.resolve("backup"), null, "somebody", Progress.NONE);

        try (Lake lake = open(restored)) {
            List<LandedFile> files = lake.snapshot().files();
            assertThat(lake.snapshot().id()).isEqualTo(manifest.commit());
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file.path()).exists());
            long rows = lake.contents().stream()
                    .filter(content -> content.dataset().equals(Datasets.MESSAGE))
                    .findFirst()
                    .orElseThrow()
                    .rows();
            assertThat(rows).isPositive();
            assertThat(files.stream().mapToLong(LandedFile::rows).sum()).isEqualTo(rows);
            // And it goes on: what lands now is there beside it.
            land(lake.landing("steady"), "afterwards", 1);
            assertThat(lake.contents().get(0).rows()).isEqualTo(rows + 1);
        }
    }

    @Test
    void a_backup_that_is_broken_off_leaves_nothing_and_one_that_was_killed_is_cleared_by_the_next() throws Exception {
        Home home = homeWithMail();
        Path target = folder.resolve("backup");
        Progress stops = (task, done, total) -> {
            if (task.startsWith("Copying")) {
                throw new IllegalStateException("stopped");
            }
        };

        assertThatThrownBy(() -> new Backup(home, state(home.folder()), NOON).take(target, null, "somebody", stops))
                .hasMessage("stopped");
        assertThat(target).doesNotExist();

        Files.createDirectories(target.resolve("_unfinished/home/lake"));
        Files.writeString(target.resolve("_unfinished/home/lake/half"), "half");
        Files.writeString(target.resolve("state.db"), "half");
        new Backup(home, state(home.folder()), NOON).take(target, null, "somebody", Progress.NONE);

        assertThat(names(target)).containsExactly("backup.json", "home", "state.db");

        // Killed a moment before the manifest had its name: everything is in its place, and no backup yet.
        Files.move(target.resolve("backup.json"), target.resolve("backup.json.unfinished"));
        assertThatThrownBy(() -> restore(target)).isInstanceOf(RapportException.class);
        List<String> others = new ArrayList<>();
        Progress looks = (task, done, total) -> {
            if (task.startsWith("Copying")) {
                others.add(task);
                assertThatThrownBy(() -> new Backup(home, state(home.folder()), NOON)
                                .take(target, null, "somebody else", Progress.NONE))
                        .hasMessageContaining("Another backup is being written");
            }
        };
        new Backup(home, state(home.folder()), NOON).take(target, null, "somebody", looks);

        assertThat(others).isNotEmpty();
        assertThat(names(target)).containsExactly("backup.json", "home", "state.db");
        restore(target);
        assertThatThrownBy(() ->
                        new Backup(home, state(home.folder()), NOON).take(target, null, "somebody", Progress.NONE))
                .hasMessageContaining("is not empty");
        assertThat(names(target)).containsExactly("backup.json", "home", "state.db");
    }

    private static List<String> names(Path target) throws IOException {
        try (var names = Files.list(target)) {
            return names.map(name -> name.getFileName().toString()).sorted().toList();
        }
    }

    private void restore(Path backup) {
        Home restored = new Home(folder.resolve("restored"));
        new Restore(restored, state(restored.folder()), NOON).run(backup, null, "somebody", Progress.NONE);
    }

    @Test
    void a_restore_that_is_killed_anywhere_is_finished_by_the_same_words() throws Exception {
        Home home = homeWithMail();
        Path backup = folder.resolve("backup");
        new Backup(home, state(home.folder()), NOON).take(backup, null, "somebody", Progress.NONE);
        Runnable killed = () -> {
            throw new IllegalStateException("killed");
        };

        for (int place = 0; place < 4; place++) {
            Home restored = new Home(folder.resolve("restored" + place));
            StateLocation to = state(restored.folder());
            if (place == 0) {
                Files.createDirectories(restored.folder().resolve("_restoring/lake"));
                Files.writeString(restored.folder().resolve("_restoring/lake/half"), "half");
            } else {
                Restore stopped = place == 1
                        ? new Restore(restored, to, NOON, killed, () -> {})
                        : new Restore(restored, to, NOON, () -> {}, killed);
                assertThatThrownBy(() -> stopped.run(backup, null, "somebody", Progress.NONE))
                        .hasMessage("killed");
                assertThat(restored.id()).doesNotExist();
                assertThat(restored.lake()).doesNotExist();
            }
            if (place == 3) {
                // Some of it was moved before.
                Files.move(restored.folder().resolve("_restoring/lake"), restored.lake());
                assertThatThrownBy(() -> open(restored))
                        .isInstanceOfSatisfying(
                                RapportException.class,
                                e -> assertThat(e.code()).isEqualTo(LakeError.HOME_MISMATCH));
            }

            new Restore(restored, to, NOON).run(backup, null, "somebody", Progress.NONE);

            assertThat(restored.folder().resolve("_restoring")).doesNotExist();
            assertThat(HomeBytes.of(restored.folder())).isEqualTo(HomeBytes.of(home.folder()));
            try (Lake lake = open(restored)) {
                assertThat(lake.contents().get(0).rows()).isEqualTo(3);
            }
            assertThatThrownBy(() -> new Restore(restored, to, NOON).run(backup, null, "somebody", Progress.NONE))
                    .hasMessageContaining("is not empty");
        }
    }

    private Home homeWithMail() {
        Home home = new Home(folder.resolve("home"));
        try (Lake lake = open(home)) {
            land(lake.landing(), "m", 3);
        }
        return home;
    }

    private Lake open(Home home) {
        return Lake.open(
                home.folder(), state(home.folder()), NOON, new DuckDbSettings(128L << 20, 1, home.temporary()));
    }

    private static void land(Landing landing, String name, int rows) {
        try (Landing.Batch batch = landing.open()) {
            for (int i = 0; i < rows; i++) {
                batch.add(Rows.message(name + "-" + i, "u", "2026-10-01T08:00:00Z", "x"));
            }
            batch.commit(List.of());
        }
    }

    /** Waits for the writer, without a pause: it commits many times a second. */
    private static void await(AtomicInteger landed, int least) {
        while (landed.get() < least) {
            Thread.onSpinWait();
        }
    }
}
