package io.rapport.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {

    @TempDir
    Path folder;

    @Test
    void everything_in_it_goes_and_files_are_counted() throws IOException {
        Path tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("deep/deeper"));
        Files.createDirectory(tree.resolve("empty"));
        Files.writeString(tree.resolve("one"), "1");
        Files.writeString(tree.resolve("deep/deeper/two"), "2");
        Files.writeString(folder.resolve("beside"), "3");

        assertThat(FolderTree.delete(tree)).isEqualTo(2);
        assertThat(tree).doesNotExist();
        assertThat(folder.resolve("beside")).exists();
        assertThat(FolderTree.delete(tree)).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_a_link_leads_to_stays() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("kept"), "kept");
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("link"), elsewhere);

        FolderTree.delete(tree);

        assertThat(tree).doesNotExist();
        assertThat(elsewhere.resolve("kept")).exists();
    }
}
