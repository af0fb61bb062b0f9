package io.rapport.core.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with everything in it. */
public final class FolderTree {

    private FolderTree() {}

    /**
     * Deletes it, the deepest first; links are deleted and not followed. What somebody else deletes meanwhile is no failure.
     *
     * @return how many files, folders not counted; 0 where there is nothing
     */
    public static long delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(folder)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException nothing) {
            return 0;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        long files = 0;
        for (Path path : deepestFirst) {
            boolean isFolder = Files.isDirectory(path);
            if (Files.deleteIfExists(path) && !isFolder) {
                files++;
            }
        }
        return files;
    }
}
