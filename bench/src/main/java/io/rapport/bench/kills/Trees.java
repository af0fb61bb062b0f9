package io.rapport.bench.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders with all that is in them. */
final class Trees {

    private Trees() {}

    /** Its files, in order; none where there is no such folder. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        } catch (NoSuchFileException nothing) {
            return List.of();
        }
    }

    /** What was written so far: files by name, with length and time, while a process goes on writing. */
    static Map<String, String> written(Path folder) {
        Map<String, String> written = new TreeMap<>();
        try {
            for (Path file : files(folder)) {
                String name = folder.relativize(file).toString();
                // What every start touches, whatever it does.
                if (!name.endsWith("-shm") && !name.endsWith("-turn") && Files.size(file) > 0) {
                    written.put(name, Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            }
        } catch (IOException | java.io.UncheckedIOException moved) {
            written.put("moving", "");
        }
        return written;
    }

    /** The kinds of files in it: their names without what differs from time to time. */
    static List<String> kinds(Path folder, List<String> parts) throws IOException {
        List<String> kinds = new java.util.ArrayList<>();
        for (String part : parts) {
            for (Path file : files(folder.resolve(part))) {
                kinds.add(folder.relativize(file)
                        .toString()
                        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "#")
                        .replaceAll("[0-9a-f]{8,}|[0-9]+", "#"));
            }
        }
        return kinds.stream().sorted().toList();
    }
}
