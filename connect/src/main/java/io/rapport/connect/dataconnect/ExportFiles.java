package io.rapport.connect.dataconnect;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the files of an import. A file that is named is taken as it is; of a folder all files below it in the order of
 * their names, but hidden ones and those whose name begins with {@code _} ({@code _SUCCESS}), folders so named, and the
 * {@code manifest.json} of an extraction.
 */
final class ExportFiles {

    private static final String MANIFEST = "manifest.json";

    private ExportFiles() {}

    /** The files, each once. */
    static List<Path> find(Collection<Path> named) {
        Map<Path, Path> files = new LinkedHashMap<>();
        for (Path path : named) {
            List<Path> found = Files.isDirectory(path) ? below(path) : List.of(requireFile(path));
            found.forEach(file -> files.putIfAbsent(file.toAbsolutePath().normalize(), file));
        }
        return List.copyOf(files.values());
    }

    private static Path requireFile(Path path) {
        if (!Files.exists(path)) {
            throw new RapportException(
                    ConnectError.EXPORT_NOT_FOUND, path + " does not exist. Check the name. Nothing was imported.");
        }
        if (!Files.isRegularFile(path)) {
            throw new RapportException(
                    ConnectError.EXPORT_NOT_READABLE,
                    path + " is neither a file nor a folder. Copy the export to a file. Nothing was imported.");
        }
        return path;
    }

    private static List<Path> below(Path folder) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor(folder, found));
        } catch (IOException e) {
            throw ExportFile.notReadable(folder, e);
        }
        if (found.isEmpty()) {
            throw new RapportException(
                    ConnectError.EXPORT_FOLDER_EMPTY,
                    folder + " holds no export files (hidden ones and names that begin with _ don't count). Name the"
                            + " folder that Graph Data Connect wrote to. Nothing was imported.");
        }
        found.sort(Comparator.comparing(Path::toString));
        return found;
    }

    private static SimpleFileVisitor<Path> visitor(Path folder, List<Path> found) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.equals(folder) || isVisible(directory)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isVisible(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException failure) {
                if (failure instanceof FileSystemLoopException) {
                    return FileVisitResult.CONTINUE;
                }
                throw ExportFile.notReadable(path, failure);
            }
        };
    }

    private static boolean isVisible(Path path) {
        Path name = path.getFileName();
        return name != null
                && !name.toString().startsWith(".")
                && !name.toString().startsWith("_")
                && !name.toString().equals(MANIFEST);
    }
}
