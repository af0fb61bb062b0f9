package io.rapport.lake.duckdb;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.lake.LakeError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder of one engine's own to spill into, because two engines in one folder would overwrite each other's files. It
 * is locked while in use, so that those of dead processes can be told apart and swept.
 */
final class SpillFolder implements AutoCloseable {

    private static final String PREFIX = "spill-";
    private static final String LOCK = ".lock";

    /** Those of this process: merely closing a second channel to a locked file would give its lock up. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path lockFile;
    private final FileChannel lock;

    private SpillFolder(Path folder, Path lockFile, FileChannel lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static SpillFolder create(Path parent) {
        try {
            Files.createDirectories(parent);
            sweep(parent);
            String name = PREFIX + UUID.randomUUID();
            Path lockFile = parent.resolve(name + LOCK);
            OWN.add(lockFile);
            FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            return new SpillFolder(Files.createDirectory(parent.resolve(name)), lockFile, lock);
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED,
                    "The folder " + parent + " can't be written. Check its owner and the free space.",
                    e);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            FolderTree.delete(folder);
            lock.close();
            Files.deleteIfExists(lockFile);
            OWN.remove(lockFile);
        } catch (IOException leftForTheNextSweep) {
            // Spilled data of a closed engine; whoever creates the next folder here sweeps it.
        }
    }

    private static void sweep(Path parent) throws IOException {
        List<Path> locks;
        try (Stream<Path> entries = Files.list(parent)) {
            locks = entries.filter(path -> path.getFileName().toString().startsWith(PREFIX)
                            && path.getFileName().toString().endsWith(LOCK)
                            && !OWN.contains(path))
                    .toList();
        }
        for (Path lockFile : locks) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
                if (channel.tryLock() != null) {
                    String name = lockFile.getFileName().toString();
                    FolderTree.delete(parent.resolve(name.substring(0, name.length() - LOCK.length())));
                    Files.deleteIfExists(lockFile);
                }
            } catch (IOException inUse) {
                // Somebody else is using or sweeping it.
            }
        }
    }
}
