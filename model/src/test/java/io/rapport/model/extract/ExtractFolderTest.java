package io.rapport.model.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractFolderTest {

    @TempDir
    Path parent;

    @Test
    void nothing_bears_the_final_name_before_all_is_there() throws IOException {
        try (ExtractFolder folder = ExtractFolder.open(target(), "a")) {
            write(folder, "EUR/1.json");
            assertThat(target()).doesNotExist();
            folder.complete();
        }

        assertThat(target().resolve("EUR/1.json")).hasContent("EUR/1.json");
        assertThat(parent).isDirectoryNotContaining("glob:**_out");
        assertThat(target()).isDirectoryNotContaining("glob:**_*");
    }

    @Test
    void the_same_extraction_goes_on_from_what_was_finished() throws IOException {
        try (ExtractFolder folder = ExtractFolder.open(target(), "a")) {
            write(folder, "EUR/1.json");
            folder.leaveOut("EUR/2.json");
            Files.writeString(folder.begin("EUR/3.json"), "half");
        }
        assertThat(parent.resolve("_out/EUR")).isDirectoryNotContaining("glob:**3.json");

        try (ExtractFolder again = ExtractFolder.open(target(), "a")) {
            assertThat(again.resumed()).isEqualTo(1);
            assertThat(again.findFinished("EUR/1.json"))
                    .contains(new ExtractedFile("EUR/1.json", 7, "EUR/1.json".length(), "sha"));
            assertThat(again.findFinished("EUR/2.json"))
                    .hasValueSatisfying(file -> assertThat(file.rows()).isZero());
            assertThat(again.findFinished("EUR/3.json")).isEmpty();
            assertThat(again.begin("EUR/3.json")).doesNotExist();
        }
    }

    @Test
    void a_file_that_is_not_as_it_was_written_is_not_finished() throws IOException {
        try (ExtractFolder folder = ExtractFolder.open(target(), "a")) {
            write(folder, "1.json");
        }
        Files.writeString(parent.resolve("_out").resolve("1.json"), "cut");

        try (ExtractFolder again = ExtractFolder.open(target(), "a")) {
            assertThat(again.findFinished("1.json")).isEmpty();
        }
    }

    @Test
    void another_extraction_begins_from_nothing() throws IOException {
        try (ExtractFolder folder = ExtractFolder.open(target(), "a")) {
            write(folder, "EUR/1.json");
        }

        try (ExtractFolder other = ExtractFolder.open(target(), "b")) {
            assertThat(other.resumed()).isZero();
            write(other, "2.json");
            other.complete();
        }

        assertThat(target().resolve("EUR")).doesNotExist();
        assertThat(target().resolve("2.json")).exists();
    }

    @Test
    void where_nothing_was_finished_nothing_stays() {
        ExtractFolder.open(target(), "a").close();

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void a_folder_that_is_there_is_left_alone() throws IOException {
        Files.createDirectory(target());

        assertThatThrownBy(() -> ExtractFolder.open(target(), "a")).hasMessageContaining("is there already");
        assertThat(target()).isEmptyDirectory();
    }

    @Test
    void somebody_elses_folder_in_the_way_is_left_alone() throws IOException {
        Path theirs = Files.createDirectory(parent.resolve("_out"));
        Files.writeString(theirs.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> ExtractFolder.open(target(), "a")).hasMessageContaining("is in the way");
        assertThat(theirs.resolve("letter.txt")).hasContent("dear");
    }

    @Test
    void two_at_once_are_refused() {
        try (ExtractFolder first = ExtractFolder.open(target(), "a")) {
            assertThatThrownBy(() -> ExtractFolder.open(target(), "a")).hasMessageContaining("Another extraction");
            assertThat(first.resumed()).isZero();
        }
    }

    private Path target() {
        return parent.resolve("out");
    }

    private static void write(ExtractFolder folder, String name) throws IOException {
        Files.writeString(folder.begin(name), name);
        folder.finish(name, 7, "sha");
    }
}
