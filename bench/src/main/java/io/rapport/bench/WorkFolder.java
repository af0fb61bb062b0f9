package io.rapport.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder for a benchmark's files; gone when it is closed. */
record WorkFolder(Path path) implements AutoCloseable {

    /** @param folder in which it is made; null for the system's temporary folder */
    static WorkFolder in(@Nullable Path folder) throws IOException {
        return new WorkFolder(
                folder == null
                        ? Files.createTempDirectory("rapport-bench")
                        : Files.createTempDirectory(Files.createDirectories(folder), "rapport-bench"));
    }

    /** Removes what is in it. */
    void empty() {
        try (Stream<Path> found = Files.walk(path)) {
            for (Path one : found.sorted(Comparator.reverseOrder()).toList()) {
                if (!one.equals(path)) {
                    Files.delete(one);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        empty();
        Files.deleteIfExists(path);
    }
}
