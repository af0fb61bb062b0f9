package io.rapport.lake.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    private static final String LEFT = "bmlnaHRqYXIgbGVmdCBieSBhIGtpbGxlZCBvbmUgISE=";

    @TempDir
    Path home;

    @Test
    void what_killed_processes_left_is_overwritten_and_gone_by_whatever_comes_next() throws IOException {
        KeyFolder keys = new KeyFolder(home.resolve("keys"));
        Path file = keys.folder().resolve("secrets.key");
        for (Step step : List.<Step>of(
                keys::sweep,
                () -> keys.create(file, "first\n"),
                () -> keys.replace(file, "second\n"),
                () -> keys.create(file, "never\n"))) {
            Path ours = plant("key4711.tmp");
            Path suppression = plant("suppression815.tmp");
            assertThat(holding(LEFT)).hasSize(4);

            step.run();

            assertThat(List.of(ours, suppression)).noneMatch(Files::exists);
            assertThat(holding(LEFT)).isEmpty();
        }
        assertThat(file).hasContent("second\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_draft_that_is_the_key_by_another_name_loses_that_name_alone() throws IOException {
        KeyFolder keys = new KeyFolder(home.resolve("keys"));
        Path file = keys.folder().resolve("suppression.key");
        keys.create(file, LEFT);
        Path draft = Files.createLink(keys.folder().resolve("suppression1.tmp"), file);
        Path other = Files.writeString(keys.folder().resolve("keynote.tmp"), "somebody else's");

        keys.sweep();

        assertThat(draft).doesNotExist();
        assertThat(file).hasContent(LEFT);
        assertThat(other).hasContent("somebody else's");
    }

    @Test
    void of_many_who_are_first_at_once_one_counts() throws Exception {
        Path file = home.resolve("keys").resolve("secrets.key");
        ExecutorService many = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(i -> many.submit(() -> {
                        KeyFolder.of(file).create(file, "key " + i);
                        return i;
                    }))
                    .toList();
            for (Future<?> one : all) {
                assertThat(one.get()).isNotNull();
            }
        } finally {
            many.shutdownNow();
        }
        assertThat(Files.readString(file)).matches("key [0-3]");
        try (Stream<Path> left = Files.list(home.resolve("keys"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("secrets.key", "keys.lock");
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** With a second name outside, so that its bytes can be looked at when it is gone. */
    private Path plant(String name) throws IOException {
        Path draft = home.resolve("keys").resolve(name);
        Files.createDirectories(draft.getParent());
        Files.writeString(draft, LEFT);
        Path second = home.resolve(name + ".bytes");
        Files.deleteIfExists(second);
        Files.createLink(second, draft);
        return draft;
    }

    private List<Path> holding(String text) throws IOException {
        try (Stream<Path> tree = Files.walk(home)) {
            List<Path> files = tree.filter(Files::isRegularFile).toList();
            List<Path> found = new java.util.ArrayList<>();
            for (Path file : files) {
                if (Files.readString(file).contains(text)) {
                    found.add(file);
                }
            }
            return found;
        }
    }
}
