package io.rapport.connect.dataconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFilesTest {

    @TempDir
    Path folder;

    @Test
    void finds_files_below_a_folder_in_the_order_of_their_names() throws IOException {
        for (String name :
                List.of("b.json", "a/2.json", "a/1", "_SUCCESS", ".crc", "_temporary/x.json", ".git/y.json")) {
            write(name);
        }

        assertThat(ExportFiles.find(List.of(folder)))
                .containsExactly(folder.resolve("a/1"), folder.resolve("a/2.json"), folder.resolve("b.json"));
    }

    @Test
    void takes_a_named_file_whatever_its_name_and_each_file_once() throws IOException {
        Path hidden = write("_hidden");
        Path plain = write("plain");

        assertThat(ExportFiles.find(List.of(plain, hidden, folder, folder.resolve("./plain"))))
                .containsExactly(plain, hidden);
    }

    @Test
    void follows_links_and_survives_a_loop() throws IOException {
        write("a/1.json");
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));

        assertThat(ExportFiles.find(List.of(link))).contains(link.resolve("1.json"));
    }

    @Test
    void a_missing_file_is_named() {
        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> ExportFiles.find(List.of(missing)))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ConnectError.EXPORT_NOT_FOUND))
                .hasMessage(missing + " does not exist. Check the name. Nothing was imported.");
    }

    @Test
    void a_folder_without_a_file_is_named() throws IOException {
        write("_SUCCESS");
        assertThatThrownBy(() -> ExportFiles.find(List.of(folder)))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ConnectError.EXPORT_FOLDER_EMPTY))
                .hasMessage(folder + " holds no export files (hidden ones and names that begin with _ don't count)."
                        + " Name the folder that Graph Data Connect wrote to. Nothing was imported.");
    }

    @Test
    void a_file_without_permission_is_named() throws IOException {
        Path closed = write("closed.json");
        assumeTrue(closed.toFile().setReadable(false));
        assumeFalse(Files.isReadable(closed), "this account reads everything");

        assertThatThrownBy(() -> ExportFile.inspect(closed, ImportLimits.DEFAULT, bytes -> {}))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ConnectError.EXPORT_NOT_READABLE))
                .hasMessageContaining("closed.json can't be read: the account that runs this has no permission.");
    }

    @Test
    void a_file_that_the_system_does_not_read_is_named() {
        assertThatThrownBy(() -> ExportFile.inspect(folder, ImportLimits.DEFAULT, bytes -> {}))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ConnectError.EXPORT_NOT_READABLE))
                .hasMessageStartingWith(folder + " can't be read: ");
    }

    @Test
    void a_file_that_changes_under_way_is_named() throws IOException {
        Path file = write("growing.json");
        ExportFile inspected = ExportFile.inspect(file, ImportLimits.DEFAULT, bytes -> {});
        inspected.requireUnchanged();
        Files.writeString(file, "{}{}");

        assertThatThrownBy(inspected::requireUnchanged)
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ConnectError.EXPORT_CHANGED))
                .hasMessage(file + " changed while it was imported. Import it when the export has finished."
                        + " Nothing was imported.");
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "{}");
    }
}
