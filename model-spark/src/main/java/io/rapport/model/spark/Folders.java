package io.rapport.model.spark;

import io.rapport.core.file.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders that Spark writes: whatever is in them is its own. */
final class Folders {

    private Folders() {}

    /** Removes a folder with everything in it; what can't be removed is swept with the home's tmp folder. */
    static void delete(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException leftBehind) {
            // The home's tmp folder is emptied by the next command.
        }
    }

    /** The one data file that a task wrote into the folder. */
    static Path part(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith("part-") && !name.endsWith(".crc");
                    })
                    .findFirst()
                    .orElseThrow(() -> new IOException("no part"));
        }
    }
}
