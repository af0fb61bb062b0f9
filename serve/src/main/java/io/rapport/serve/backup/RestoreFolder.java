package io.rapport.serve.backup;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.lake.manifest.Durable;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A home that is being restored, in a folder within the home. Nothing in it counts before its id is there, which comes last;
 * from then on it is only moved into its place, the id last again. A process that is killed leaves what the next one goes on
 * with, or clears.
 */
final class RestoreFolder implements AutoCloseable {

    private static final String DRAFT = "_restoring";
    private static final String LOCK = "lock";
    private static final String ID = "home.id";

    /** What a failed command leaves in a home, and what its owner may have put there before. */
    private static final Set<String> HARMLESS = Set.of("logs", "tmp", DRAFT);

    private final Home home;
    private final boolean isNew;
    private final FileChannel lock;
    private boolean isComplete;

    private RestoreFolder(Home home, boolean isNew, FileChannel lock) {
        this.home = home;
        this.isNew = isNew;
        this.lock = lock;
        this.isComplete = Files.exists(draft().id()) || Files.exists(home.id());
    }

    /** What lies in the home that must not, by name. */
    static List<String> strangers(Home home) {
        boolean isGoingOn = Files.exists(home.folder().resolve(DRAFT).resolve(ID))
                || (Files.exists(home.folder().resolve(DRAFT)) && Files.exists(home.id()));
        try {
            return isGoingOn || !Files.exists(home.folder())
                    ? List.of()
                    : names(home.folder()).stream()
                            .filter(name -> !HARMLESS.contains(name))
                            .toList();
        } catch (IOException e) {
            throw failed(home, e);
        }
    }

    /** Whether a restore into it was broken off, or is under way. */
    static boolean isBrokenOff(Home home) {
        return Files.exists(home.folder().resolve(DRAFT));
    }

    /** Clears what is incomplete; what is complete stays. */
    static RestoreFolder begin(Home home) {
        try {
            boolean isNew = !Files.exists(home.folder());
            Path draft = home.folder().resolve(DRAFT);
            if (isNew) {
                Files.createDirectories(home.folder(), BackupFolder.ownersAlone());
            }
            Files.createDirectories(draft);
            RestoreFolder folder = new RestoreFolder(home, isNew, lock(home, draft.resolve(LOCK)));
            if (!folder.isComplete) {
                folder.clear();
            }
            return folder;
        } catch (IOException e) {
            throw failed(home, e);
        }
    }

    private static FileChannel lock(Home home, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException here) {
            // By this very process.
        }
        channel.close();
        throw new RapportException(
                BackupError.RESTORE_REFUSED, "Another restore into " + home.folder() + " is under way. Wait for it.");
    }

    /** The home as it will be. */
    Home draft() {
        return new Home(home.folder().resolve(DRAFT));
    }

    /** Whether all is there, from a process that was broken off. */
    boolean isComplete() {
        return isComplete;
    }

    /** Whose backup it is; empty where nobody noted that. */
    Optional<String> findManifest() throws IOException {
        try {
            return Optional.of(Files.readString(draft().folder().resolve(BackupManifest.NAME)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** The id that the restored home has. */
    String id() throws IOException {
        Path drafted = draft().id();
        return Files.readString(Files.exists(drafted) ? drafted : home.id()).strip();
    }

    /** All is there: notes whose backup it is and the new home's id. */
    void complete(String manifest, UUID id) throws IOException {
        Path note = draft().folder().resolve(BackupManifest.NAME);
        Files.writeString(note, manifest, StandardCharsets.UTF_8);
        Durable.digestAndSync(note);
        Path whole = draft().folder().resolve(ID + ".tmp");
        Files.writeString(whole, id + "\n", StandardCharsets.US_ASCII);
        Durable.digestAndSync(whole);
        Files.move(whole, draft().id(), StandardCopyOption.ATOMIC_MOVE);
        Durable.syncFolder(draft().folder());
        isComplete = true;
    }

    /**
     * Moves everything into its place.
     *
     * @param isFile whether the home's state is a file in it
     */
    void publish(boolean isFile) throws IOException {
        Path draft = draft().folder();
        Set<String> apart = Set.of(
                LOCK, BackupManifest.NAME, ID, home.database().getFileName().toString());
        for (String name : names(draft)) {
            if (!apart.contains(name)) {
                Files.move(draft.resolve(name), home.folder().resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        if (isFile) {
            move(draft().database(), home.database());
        }
        Durable.syncFolder(home.folder());
        move(draft().id(), home.id());
        Durable.syncFolder(home.folder());
        clear();
        lock.close();
        FolderTree.delete(draft);
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void clear() throws IOException {
        for (String name : names(draft().folder())) {
            if (!name.equals(LOCK)) {
                FolderTree.delete(draft().folder().resolve(name));
            }
        }
    }

    /** Leaves nothing that is incomplete. */
    @Override
    public void close() {
        try {
            lock.close();
            if (!isComplete) {
                FolderTree.delete(draft().folder());
                if (isNew) {
                    Files.deleteIfExists(home.folder());
                }
            }
        } catch (IOException e) {
            throw failed(home, e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static RapportException failed(Home home, IOException e) {
        return new RapportException(
                BackupError.BACKUP_FILES,
                "The home " + home.folder() + " can't be written. Check its owner and the free space.",
                e);
    }
}
