package io.rapport.core.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder for what a piece of work needs only while it goes on. A file beside it is locked meanwhile, so that folders of dead
 * processes can be told apart; whoever makes one sweeps those. Thread-safe.
 */
public final class WorkingFolder implements AutoCloseable {

    private static final String LOCK = ".lock";

    /** Those of this process: merely closing a second channel to a locked file would give its lock up. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path lockFile;
    private final FileChannel lock;

    private WorkingFolder(Path path, Path lockFile, FileChannel lock) {
        this.path = path;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Makes it, and sweeps what dead processes left in the folder around it.
     *
     * @param path where nothing is yet
     */
    public static WorkingFolder create(Path path) throws IOException {
        Path folder = path.toAbsolutePath().normalize();
        Path parent = Objects.requireNonNull(folder.getParent());
        Files.createDirectories(parent);
        sweep(parent);
        Path lockFile = folder.resolveSibling(folder.getFileName() + LOCK);
        if (!OWN.add(lockFile)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        try {
            FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                var unused = lock.lock();
                return new WorkingFolder(Files.createDirectory(folder), lockFile, lock);
            } catch (IOException e) {
                lock.close();
                Files.deleteIfExists(lockFile);
                throw e;
            }
        } catch (IOException e) {
            OWN.remove(lockFile);
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    /** Deletes it with everything in it; what is gone already is no failure. */
    @Override
    public void close() throws IOException {
        try {
            long unused = FolderTree.delete(path);
        } finally {
            lock.close();
            Files.deleteIfExists(lockFile);
            OWN.remove(lockFile);
        }
    }

    /** Deletes the folders of dead processes in a folder. */
    public static void sweep(Path parent) throws IOException {
        List<Path> locks;
        try (Stream<Path> entries = Files.list(parent)) {
            locks = entries.filter(file -> file.getFileName().toString().endsWith(LOCK))
                    .map(file -> file.toAbsolutePath().normalize())
                    .filter(file -> !OWN.contains(file))
                    .toList();
        }
        for (Path lockFile : locks) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
                if (channel.tryLock() != null) {
                    String name = lockFile.getFileName().toString();
                    long unused = FolderTree.delete(
                            lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                    Files.deleteIfExists(lockFile);
                }
            } catch (IOException inUse) {
                // Somebody else is using or sweeping it.
            }
        }
    }
}
