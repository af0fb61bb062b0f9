package io.rapport.serve.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSwapTest {

    private static final String MARKER = "_marker";

    @TempDir
    Path folder;

    @Test
    void what_is_new_takes_the_place_of_all_that_was_there() throws IOException {
        swap().replace(fresh -> write(fresh, "a", "b/c"));
        swap().replace(fresh -> write(fresh, "d"));

        assertThat(files()).containsExactly("Office/_marker", "Office/d");
    }

    @Test
    void what_fails_leaves_what_was_there_and_nothing_else() throws IOException {
        swap().replace(fresh -> write(fresh, "a"));

        assertThatThrownBy(() -> swap().replace(fresh -> {
                    write(fresh, "b");
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");

        assertThat(files()).containsExactly("Office/_marker", "Office/a");
    }

    @Test
    void whoever_broke_off_between_the_two_is_followed_by_one_who_puts_it_right() throws IOException {
        swap().replace(fresh -> write(fresh, "a"));
        Files.move(folder.resolve("Office"), folder.resolve(".Office.rapport-old"));
        write(folder.resolve(".Office.rapport-new"), "half");

        assertThatThrownBy(() -> swap().replace(fresh -> {
                    throw new IllegalStateException("again");
                }))
                .hasMessage("again");
        assertThat(files()).containsExactly("Office/_marker", "Office/a");

        write(folder.resolve(".Office.rapport-old"), "older");
        swap().replace(fresh -> write(fresh, "b"));
        assertThat(files()).containsExactly("Office/_marker", "Office/b");
    }

    @Test
    void a_folder_that_nobody_marked_is_neither_replaced_nor_deleted() throws IOException {
        Files.createDirectories(folder.resolve("Office"));
        Files.writeString(folder.resolve("Office/plans.txt"), "mine");

        assertThatThrownBy(() -> swap().replace(fresh -> write(fresh, "a")))
                .hasMessageContaining("that no export of Rapport wrote")
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(ExportError.EXPORT_FOLDER);
        assertThat(swap().remove()).isFalse();
        assertThat(files()).containsExactly("Office/plans.txt");
    }

    @Test
    void what_is_marked_can_be_deleted() throws IOException {
        swap().replace(fresh -> write(fresh, "a", "b/c"));

        assertThat(swap().remove()).isTrue();
        assertThat(swap().remove()).isFalse();
        assertThat(files()).isEmpty();
    }

    private FolderSwap swap() {
        return new FolderSwap(folder.resolve("Office"), MARKER);
    }

    private static void write(Path folder, String... names) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(MARKER), "");
            for (String name : names) {
                Files.createDirectories(folder.resolve(name).resolveSibling("."));
                Files.writeString(folder.resolve(name), name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
