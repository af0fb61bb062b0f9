package io.rapport.serve.connection;

import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * One look at a folder. Left alone are files whose name begins with {@code _} or {@code .} and folders so named, and files
 * that end in {@code .tmp}, {@code .part} or {@code .crdownload}: writers rename those when they are done.
 */
final class WatchedFolder {

    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".crdownload");

    private final Path folder;

    WatchedFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The files, by path.
     *
     * @throws RapportException {@link ConnectionError#FOLDER_NOT_REACHED}
     */
    List<WatchedFile> look(Instant at) {
        List<WatchedFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor(found, at));
        } catch (IOException e) {
            throw new RapportException(
                    ConnectionError.FOLDER_NOT_REACHED,
                    "The folder " + folder + " is not there or can't be read. Check that it is mounted and that this"
                            + " account may read it.",
                    e);
        }
        found.sort(Comparator.comparing(WatchedFile::path));
        return found;
    }

    private SimpleFileVisitor<Path> visitor(List<WatchedFile> found, Instant at) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.equals(folder)
                                || !isHidden(directory.getFileName().toString())
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (attributes.isRegularFile() && !isHidden(name) && !isUnfinished(name)) {
                    Instant modified = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
                    found.add(WatchedFile.seen(relative(file), attributes.size(), modified, at));
                }
                return FileVisitResult.CONTINUE;
            }

            /** A file may go while somebody looks; what can't be looked at is found, and fails when it is read. */
            @Override
            public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
                if (path.equals(folder)) {
                    throw failure;
                }
                if (!(failure instanceof NoSuchFileException) && !(failure instanceof FileSystemLoopException)) {
                    found.add(WatchedFile.seen(relative(path), 0, Instant.EPOCH, at));
                }
                return FileVisitResult.CONTINUE;
            }
        };
    }

    private String relative(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isHidden(String name) {
        return name.startsWith("_") || name.startsWith(".");
    }

    private static boolean isUnfinished(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return UNFINISHED.stream().anyMatch(lower::endsWith);
    }
}
