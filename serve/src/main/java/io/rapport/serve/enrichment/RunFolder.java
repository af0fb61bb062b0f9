package io.rapport.serve.enrichment;

import io.rapport.core.error.RapportException;
import io.rapport.serve.home.HomeError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what a run needs only while it runs; it goes with everything in it. */
record RunFolder(Path path) implements AutoCloseable {

    static RunFolder create(Path path) {
        try {
            return new RunFolder(Files.createDirectories(path));
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> found = Files.walk(path)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static RapportException unwritable(Path path, IOException e) {
        return new RapportException(
                HomeError.HOME_NOT_WRITABLE,
                "The folder " + path + " can't be written. Check its owner and the free space.",
                e);
    }
}
