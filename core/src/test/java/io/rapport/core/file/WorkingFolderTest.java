package io.rapport.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingFolderTest {

    @TempDir
    Path parent;

    @Test
    void what_a_dead_process_left_goes_with_the_next_one_and_what_is_in_use_stays() throws IOException {
        // Its process is gone, and with it the lock.
        Files.createFile(parent.resolve("run-1.lock"));
        Files.writeString(Files.createDirectory(parent.resolve("run-1")).resolve("contacts"), "c1");
        Path other = Files.createDirectory(parent.resolve("somebody-else"));

        try (WorkingFolder first = WorkingFolder.create(parent.resolve("run-2"))) {
            assertThat(parent).isDirectoryNotContaining("glob:**/run-1*");
            Files.writeString(first.path().resolve("contacts"), "c2");
            try (WorkingFolder second = WorkingFolder.create(parent.resolve("run-3"))) {
                assertThat(first.path().resolve("contacts")).hasContent("c2");
                assertThat(second.path()).isEmptyDirectory();
            }
            assertThat(parent).isDirectoryNotContaining("glob:**/run-3*");
        }

        assertThat(parent).isDirectoryContaining(path -> path.equals(other)).isDirectoryNotContaining("glob:**/run-*");
    }

    @Test
    void what_was_moved_away_meanwhile_is_no_failure() throws IOException {
        try (WorkingFolder folder = WorkingFolder.create(parent.resolve("profiles-1"))) {
            Files.move(folder.path(), parent.resolve("kept"));
        }

        assertThat(parent.resolve("kept")).isDirectory();
        assertThat(parent.resolve("profiles-1.lock")).doesNotExist();
    }

    @Test
    void where_it_cannot_be_made_no_lock_stays() throws IOException {
        Path taken = Files.createDirectory(parent.resolve("taken"));

        assertThatThrownBy(() -> WorkingFolder.create(taken)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(parent).isDirectoryNotContaining("glob:**/*.lock");

        try (WorkingFolder folder = WorkingFolder.create(parent.resolve("used"))) {
            assertThatThrownBy(() -> WorkingFolder.create(folder.path()))
                    .isInstanceOf(FileAlreadyExistsException.class);
            assertThat(parent.resolve("used.lock")).exists();
        }
        Files.delete(taken);
        WorkingFolder.create(taken).close();
        assertThat(parent).isEmptyDirectory();
    }
}
