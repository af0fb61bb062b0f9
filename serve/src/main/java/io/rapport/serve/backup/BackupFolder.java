package io.rapport.serve.backup;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.lake.manifest.Durable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
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
 * unless the backup is published. What a killed process left there is cleared by the next one. The manifest is locked from
 * the beginning, under another name: its own, which it gets last of all, makes everything a backup, and nothing else is left.
 */
final class BackupFolder implements AutoCloseable {

    private static final String DRAFT = "_unfinished";
    private static final String MANIFEST = BackupManifest.NAME + ".unfinished";
    private static final Set<String> OURS =
            Set.of(DRAFT, MANIFEST, BackupFile.STATE, BackupFile.KEYS, BackupFile.HOME.replace("/", ""));

    private final Path target;
    private final boolean isNew;
    private final FileChannel manifest;
    private boolean isPublished;

    private BackupFolder(Path target, boolean isNew, FileChannel manifest) {
        this.target = target;
        this.isNew = isNew;
        this.manifest = manifest;
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
            if (isStrange(names(absolute))) {
                throw refused(absolute + " is not empty. Name a folder that is new or empty.");
            }
            FileChannel manifest = lock(absolute);
            if (Files.exists(absolute.resolve(BackupManifest.NAME))) {
                // Another process was faster by a moment.
                manifest.close();
                Files.deleteIfExists(absolute.resolve(MANIFEST));
                throw refused(absolute + " is not empty. Name a folder that is new or empty.");
            }
            for (String left : names(absolute)) {
                if (!left.equals(MANIFEST)) {
                    FolderTree.delete(absolute.resolve(left));
                }
            }
            Files.createDirectory(absolute.resolve(DRAFT));
            return new BackupFolder(absolute, isNew, manifest);
        } catch (IOException e) {
            throw failed(absolute, e);
        }
    }

    /** Whether there is something else than what a backup left that was broken off. */
    private static boolean isStrange(List<String> found) {
        boolean isBrokenOff = found.contains(MANIFEST) || found.contains(DRAFT);
        return !found.isEmpty() && !(isBrokenOff && OURS.containsAll(found));
    }

    private static FileChannel lock(Path target) throws IOException {
        FileChannel channel =
                FileChannel.open(target.resolve(MANIFEST), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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

    /**
     * Puts everything in its place.
     *
     * @param text of the manifest
     */
    void publish(String text) {
        try {
            for (String name : names(draft())) {
                Files.move(draft().resolve(name), target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
            FolderTree.delete(draft());
            manifest.truncate(0);
            for (ByteBuffer bytes = StandardCharsets.UTF_8.encode(text); bytes.hasRemaining(); ) {
                int unused = manifest.write(bytes);
            }
            manifest.force(true);
            Durable.syncFolder(target);
            Files.move(target.resolve(MANIFEST), target.resolve(BackupManifest.NAME), StandardCopyOption.ATOMIC_MOVE);
            Durable.syncFolder(target);
            isPublished = true;
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** Leaves nothing but a published backup. */
    @Override
    public void close() {
        try (manifest) {
            if (isPublished) {
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
