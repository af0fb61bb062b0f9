package io.rapport.model.extract;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where an extraction lies until all of it is there: beside its place, under a name that begins with an underscore. What
 * was finished stays there when it is interrupted, and the same extraction goes on from it. For one thread; locked
 * against other processes.
 */
public final class ExtractFolder implements AutoCloseable {

    private final Path target;
    private final Path unfinished;
    private final FileChannel lock;
    private final ExtractProgress progress;
    private final int resumed;
    private final Set<Path> begun = new HashSet<>();

    private ExtractFolder(Path target, Path unfinished, FileChannel lock, ExtractProgress progress) {
        this.target = target;
        this.unfinished = unfinished;
        this.lock = lock;
        this.progress = progress;
        this.resumed = progress.count();
    }

    /** @throws RapportException {@link ExtractError#EXTRACT_TARGET} where something of that name is there */
    public static void requireNew(Path target) {
        if (Files.exists(target)) {
            throw new RapportException(
                    ExtractError.EXTRACT_TARGET,
                    target + " is there already. An extraction writes a folder of its own: name one that is not there"
                            + " yet.");
        }
    }

    /**
     * Begins, or goes on where the same extraction was interrupted. What another one left unfinished there is deleted.
     *
     * @param fingerprint tells the same extraction from others
     * @throws RapportException {@link ExtractError#EXTRACT_TARGET}, {@link ExtractError#EXTRACT_BUSY} or
     *     {@link ExtractError#EXTRACT_FILE}
     */
    public static ExtractFolder open(Path folder, String fingerprint) {
        Path target = folder.toAbsolutePath().normalize();
        requireNew(target);
        Path unfinished = target.resolveSibling("_" + target.getFileName());
        try {
            requireOurs(unfinished);
            Files.createDirectories(unfinished);
            FileChannel lock = lock(unfinished);
            try {
                ExtractProgress progress = ExtractProgress.read(unfinished, fingerprint);
                if (progress.count() == 0) {
                    empty(unfinished);
                    progress.begin();
                }
                return new ExtractFolder(target, unfinished, lock, progress);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw unwritable(unfinished, e);
        }
    }

    /** The file, where it was finished before; one without a row has an empty name. */
    public Optional<ExtractedFile> findFinished(String name) {
        return progress.find(name);
    }

    /** Where the file is to be written, under a name that nobody reads; several may be begun at once. */
    public Path begin(String name) {
        Path file = half(name);
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.deleteIfExists(file);
            begun.add(file);
            return file;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** The file is complete and on disk. */
    public ExtractedFile finish(String name, long rows, String sha256) {
        Path file = half(name);
        try {
            ExtractedFile finished = new ExtractedFile(name, rows, Files.size(file), sha256);
            Files.move(file, unfinished.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            progress.add(finished);
            begun.remove(file);
            return finished;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** There is no row for this file, so there is no file. */
    public void leaveOut(String name) {
        try {
            Files.deleteIfExists(half(name));
            begun.remove(half(name));
            progress.add(new ExtractedFile(name, 0, 0, "-"));
        } catch (IOException e) {
            throw unwritable(unfinished, e);
        }
    }

    /** Writes a small text beside the files. */
    public void write(String name, String text) {
        Path file = unfinished.resolve(name);
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** How many files were finished before this call. */
    public int resumed() {
        return resumed;
    }

    /** What waits to be gone on with; nothing where no file is finished, or all are. */
    public Optional<Path> findWaiting() {
        return progress.count() > 0 && Files.exists(unfinished) ? Optional.of(unfinished) : Optional.empty();
    }

    /** Puts the whole in its place, in one step. */
    public void complete() {
        try {
            requireNew(target);
            progress.delete();
            lock.close();
            Files.deleteIfExists(unfinished.resolve(ExtractProgress.LOCK));
            Files.move(unfinished, target);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Keeps what was finished for the next attempt, and no half file; where nothing was, nothing stays. */
    @Override
    public void close() {
        try {
            for (Path half : begun) {
                Files.deleteIfExists(half);
            }
            boolean isWorthless = progress.count() == 0 && lock.isOpen();
            lock.close();
            if (isWorthless && Files.exists(unfinished)) {
                long unused = FolderTree.delete(unfinished);
            }
        } catch (IOException e) {
            throw unwritable(unfinished, e);
        }
    }

    private Path half(String name) {
        Path file = unfinished.resolve(name);
        return file.resolveSibling("_" + file.getFileName());
    }

    private static void requireOurs(Path unfinished) throws IOException {
        if (!Files.exists(unfinished)) {
            return;
        }
        if (Files.isDirectory(unfinished)) {
            try (Stream<Path> entries = Files.list(unfinished)) {
                List<Path> found = entries.toList();
                if (found.isEmpty() || found.stream().anyMatch(ExtractProgress::isPart)) {
                    return;
                }
            }
        }
        throw new RapportException(
                ExtractError.EXTRACT_TARGET,
                unfinished + " is in the way: an extraction lies there until it is complete. Name another folder.");
    }

    private static FileChannel lock(Path unfinished) throws IOException {
        FileChannel channel = FileChannel.open(
                unfinished.resolve(ExtractProgress.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean isOurs;
        try {
            isOurs = channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            isOurs = false;
        }
        if (isOurs) {
            return channel;
        }
        channel.close();
        throw new RapportException(
                ExtractError.EXTRACT_BUSY,
                "Another extraction is writing " + unfinished + ". Wait for it, or name another folder.");
    }

    /** All but the lock. */
    private static void empty(Path unfinished) throws IOException {
        try (Stream<Path> entries = Files.list(unfinished)) {
            entries.filter(entry -> !entry.endsWith(ExtractProgress.LOCK)).forEach(entry -> {
                try {
                    if (Files.isDirectory(entry)) {
                        long unused = FolderTree.delete(entry);
                    } else {
                        Files.delete(entry);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private static RapportException unwritable(Path path, IOException e) {
        return new RapportException(
                ExtractError.EXTRACT_FILE,
                path + " can't be written. Check the rights there and that the disk has room.",
                e);
    }
}
