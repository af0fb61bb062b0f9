package io.rapport.serve.backup;

import io.rapport.core.error.RapportException;
import io.rapport.core.progress.Progress;
import io.rapport.lake.manifest.Durable;
import io.rapport.serve.backup.HomeFiles.HomeFile;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was copied of a home so far, through all states that were taken of it. For one thread. */
final class CopiedFiles {

    private static final long MEGABYTE = 1_000_000;

    /** Bytes that a disk needs beyond the files' own. */
    private static final long SPARE = 16 * MEGABYTE;

    private final Home home;
    private final Path draft;
    private final Progress progress;
    private final Map<String, BackupFile> copied = new LinkedHashMap<>();
    private final Set<String> damaged = new TreeSet<>();
    private long bytes;

    CopiedFiles(Home home, Path draft, Progress progress) {
        this.home = home;
        this.draft = draft;
        this.progress = progress;
    }

    /** Which files belong to a state. */
    @FunctionalInterface
    interface Listing {
        List<HomeFile> list() throws IOException;
    }

    /**
     * Copies what is missing, and drops what does not belong to the state any more.
     *
     * @return false where a file went before it was copied
     */
    boolean follow(Listing listing) throws IOException {
        List<HomeFile> wanted;
        try {
            wanted = listing.list();
        } catch (NoSuchFileException gone) {
            return false;
        }
        drop(wanted);
        List<HomeFile> missing = wanted.stream()
                .filter(file -> !copied.containsKey(BackupFile.HOME + file.path()))
                .toList();
        requireRoom(missing.stream().mapToLong(HomeFile::bytes).sum());
        long total = bytes + missing.stream().mapToLong(HomeFile::bytes).sum();
        for (HomeFile file : missing) {
            try {
                copy(file, total);
            } catch (NoSuchFileException gone) {
                return false;
            }
        }
        return true;
    }

    private void copy(HomeFile file, long total) throws IOException {
        String path = BackupFile.HOME + file.path();
        FileCopy.Copied done = FileCopy.copy(home.folder().resolve(file.path()), draft.resolve(path), more -> {
            bytes += more;
            progress.report("Copying, MB", bytes / MEGABYTE, Math.max(bytes, total) / MEGABYTE);
        });
        if (file.sha256() != null && !file.sha256().equals(done.sha256())) {
            damaged.add(file.path());
        }
        copied.put(path, new BackupFile(path, done.bytes(), done.sha256()));
    }

    /** What has a path of its own for good stays; what may be written anew is copied anew. */
    private void drop(List<HomeFile> wanted) throws IOException {
        Set<String> steady = wanted.stream()
                .filter(file -> file.sha256() != null)
                .map(file -> BackupFile.HOME + file.path())
                .collect(Collectors.toSet());
        for (String path : List.copyOf(copied.keySet())) {
            if (!steady.contains(path)) {
                Files.deleteIfExists(draft.resolve(path));
                copied.remove(path);
                damaged.remove(path.substring(BackupFile.HOME.length()));
            }
        }
    }

    /** @throws RapportException {@link BackupError#BACKUP_SOURCE_DAMAGED} */
    void requireSound(int mostNamed) {
        if (!damaged.isEmpty()) {
            throw new RapportException(
                    BackupError.BACKUP_SOURCE_DAMAGED,
                    damaged.size() + " file(s) of the lake are not as they landed, by their SHA-256: "
                            + damaged.stream().limit(mostNamed).collect(Collectors.joining(", "))
                            + (damaged.size() > mostNamed ? ", …" : "")
                            + ". No backup was made. Check the disk, and restore an earlier backup.");
        }
    }

    void addState() throws IOException {
        FileCopy.Copied state = FileCopy.look(draft.resolve(BackupFile.STATE));
        Durable.digestAndSync(draft.resolve(BackupFile.STATE));
        copied.put(BackupFile.STATE, new BackupFile(BackupFile.STATE, state.bytes(), state.sha256()));
    }

    void addKeys(Password password) throws IOException {
        Path file = draft.resolve(BackupFile.KEYS);
        Files.writeString(file, SealedKeys.seal(home, password));
        Durable.digestAndSync(file);
        FileCopy.Copied keys = FileCopy.look(file);
        copied.put(BackupFile.KEYS, new BackupFile(BackupFile.KEYS, keys.bytes(), keys.sha256()));
    }

    List<BackupFile> files() {
        return new ArrayList<>(copied.values());
    }

    private void requireRoom(long needed) throws IOException {
        long free = Files.getFileStore(draft).getUsableSpace();
        if (free < needed + SPARE) {
            throw new RapportException(
                    BackupError.BACKUP_SPACE,
                    "The backup needs " + needed / MEGABYTE + " MB more at " + draft.getParent() + ", where "
                            + free / MEGABYTE + " MB are free. Free some space, or name a folder on another disk.");
        }
    }
}
