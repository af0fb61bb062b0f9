package io.rapport.serve.backup;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.lake.manifest.Durable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a backup goes to. It is made in a draft within, which others see no backup in, and which goes with all in it
 * unless the backup is published. What a killed process left there is cleared by the next one.
 */
final class BackupFolder implements AutoCloseable {

    private static final String DRAFT = "_unfinished";
    private static final String LOCK = "lock";
    private static final Set<String> OURS =
            Set.of(DRAFT, BackupFile.STATE, BackupFile.KEYS, BackupFile.HOME.replace("/", ""));

    private final Path target;
    private final boolean isNew;
    private final FileChannel lock;
    private boolean isPublished;

    private BackupFolder(Path target, boolean isNew, FileChannel lock) {
        this.target = target;
        this.isNew = isNew;
        this.lock = lock;
    }

    /** @throws RapportException {@link BackupError#BACKUP_TARGET} where it is neither new nor empty */
    static BackupFolder begin(Path target, Path home) {
        Path absolute = target.toAbsolutePath().normalize();
        if (absolute.startsWith(home)) {
            throw refused(absolute + " lies in the home. Name a folder outside of it, best on another disk.");
        }
        try {
            boolean isNew = !Files.exists(absolute);
            if (isNew) {
                Files.createDirectories(absolute, ownersAlone());
            } else if (!Files.isDirectory(absolute)) {
                throw refused(absolute + " is a file. Name a folder that is new or empty.");
            }
            List<String> found = names(absolute);
            boolean isBroken = found.contains(DRAFT) && !found.contains(BackupManifest.NAME) && OURS.containsAll(found);
            if (!found.isEmpty() && !isBroken) {
                throw refused(absolute + " is not empty. Name a folder that is new or empty.");
            }
            Files.createDirectories(absolute.resolve(DRAFT));
            FileChannel lock = lock(absolute);
            for (String left : found) {
                if (!left.equals(DRAFT)) {
                    FolderTree.delete(absolute.resolve(left));
                }
            }
            for (String left : names(absolute.resolve(DRAFT))) {
                if (!left.equals(LOCK)) {
                    FolderTree.delete(absolute.resolve(DRAFT).resolve(left));
                }
            }
            return new BackupFolder(absolute, isNew, lock);
        } catch (IOException e) {
            throw failed(absolute, e);
        }
    }

    private static FileChannel lock(Path target) throws IOException {
        FileChannel channel = FileChannel.open(
                target.resolve(DRAFT).resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException here) {
            // By this very process.
        }
        channel.close();
        throw refused("Another backup is being written to " + target + ". Name another folder, or wait for it.");
    }

    /** Where it is made. */
    Path draft() {
        return target.resolve(DRAFT);
    }

    Path target() {
        return target;
    }

    /** Puts everything in its place; the manifest last, which makes it a backup. */
    void publish() {
        try {
            for (String name : names(draft())) {
                if (!name.equals(LOCK) && !name.equals(BackupManifest.NAME)) {
                    Files.move(draft().resolve(name), target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            Durable.syncFolder(target);
            Files.move(
                    draft().resolve(BackupManifest.NAME),
                    target.resolve(BackupManifest.NAME),
                    StandardCopyOption.ATOMIC_MOVE);
            Durable.syncFolder(target);
            isPublished = true;
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** Leaves nothing but a published backup. */
    @Override
    public void close() {
        try {
            lock.close();
            if (isPublished) {
                FolderTree.delete(draft());
                return;
            }
            for (String name : OURS) {
                FolderTree.delete(target.resolve(name));
            }
            if (isNew) {
                Files.deleteIfExists(target);
            }
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    static FileAttribute<?>[] ownersAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static RapportException refused(String text) {
        return new RapportException(BackupError.BACKUP_TARGET, text);
    }

    private static RapportException failed(Path target, IOException e) {
        return new RapportException(
                BackupError.BACKUP_FILES,
                "The folder " + target + " can't be written. Check its owner and the free space.",
                e);
    }
}
