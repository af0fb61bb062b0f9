package io.rapport.serve.backup;

import io.rapport.core.error.RapportException;
import io.rapport.core.progress.Progress;
import io.rapport.lake.backup.StateFile;
import io.rapport.lake.backup.StateOwner;
import io.rapport.lake.manifest.LakeState;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings a backup back into an empty home, on either kind of state database. The home gets a new id, so that two homes of
 * one backup never take each other's state for their own. Killed anywhere, the same words finish it. For one thread.
 */
public final class Restore {

    private static final long MEGABYTE = 1_000_000;

    private final Home home;
    private final StateLocation to;
    private final InstantSource instants;
    private final Runnable beforeState;
    private final Runnable beforeMove;

    /** @param to the home's state database: its own file, or one of PostgreSQL in which nobody has kept anything */
    public Restore(Home home, StateLocation to, InstantSource instants) {
        this(home, to, instants, () -> {}, () -> {});
    }

    /** @param beforeState runs before the state is written, and the other one before anything is moved into its place */
    Restore(Home home, StateLocation to, InstantSource instants, Runnable beforeState, Runnable beforeMove) {
        this.home = home;
        this.to = to;
        this.instants = instants;
        this.beforeState = beforeState;
        this.beforeMove = beforeMove;
    }

    /**
     * Restores it. Every byte is looked at before anything counts.
     *
     * @param source a backup's folder
     * @param password of the keys; null leaves them where they are
     * @param person who does it, as the access log shall name them
     * @param progress hears of megabytes
     * @throws RapportException {@link BackupError#RESTORE_REFUSED} with all that speaks against it
     */
    public BackupManifest run(Path source, @Nullable Password password, String person, Progress progress) {
        Path folder = source.toAbsolutePath().normalize();
        RestoreCheck check = new RestoreCheck(folder);
        String text = text(folder, check);
        BackupManifest manifest = check.manifest(text);
        check.files(manifest);
        check.home(home, manifest, password != null);
        Map<String, byte[]> keys = check.keys(manifest, password);
        try {
            @Nullable String own = broken(text, check);
            check.state(to, own);
            check.require();
            try (RestoreFolder restoring = RestoreFolder.begin(home)) {
                if (!restoring.isComplete()) {
                    fill(restoring, folder, manifest, text, keys, person, progress);
                }
                beforeState.run();
                boolean isFile = to.findFile().isPresent();
                if (!isFile && StateOwner.find(to, LakeState.schema()).isEmpty()) {
                    progress.report("Writing the state", 0, -1);
                    new StateFile(restoring.draft().database()).put(to, Backup.schemas());
                }
                beforeMove.run();
                restoring.publish(isFile);
            }
        } catch (IOException e) {
            throw new RapportException(
                    BackupError.BACKUP_FILES,
                    "The backup " + folder + " can't be read, or the home " + home.folder()
                            + " can't be written. Check the owners and the free space; then run it again.",
                    e);
        }
        return manifest;
    }

    private static String text(Path folder, RestoreCheck check) {
        try {
            return Files.readString(folder.resolve(BackupManifest.NAME));
        } catch (NoSuchFileException none) {
            check.add("It is no whole backup: there is no " + BackupManifest.NAME + " in it.");
        } catch (IOException e) {
            check.add("Its " + BackupManifest.NAME + " can't be read. Check its owner.");
        }
        check.require();
        throw new IllegalStateException();
    }

    /** The id of a home that a restore before this one did not move into its place; null where there was none. */
    private @Nullable String broken(String manifest, RestoreCheck check) throws IOException {
        if (!RestoreFolder.isBrokenOff(home)) {
            return null;
        }
        try (RestoreFolder found = RestoreFolder.begin(home)) {
            if (!found.isComplete()) {
                return null;
            }
            if (found.findManifest().filter(noted -> !noted.equals(manifest)).isPresent()) {
                check.add("The restore of another backup into " + home.folder()
                        + " was broken off. Finish that one with its own words, or delete the folder.");
            }
            return found.id();
        }
    }

    private void fill(
            RestoreFolder restoring,
            Path source,
            BackupManifest manifest,
            String text,
            Map<String, byte[]> keys,
            String person,
            Progress progress)
            throws IOException {
        Home draft = restoring.draft();
        RestoreCheck check = new RestoreCheck(source);
        long[] done = new long[1];
        for (BackupFile file : manifest.files()) {
            if (file.path().equals(BackupFile.KEYS)) {
                continue;
            }
            Path target = file.isOfHome() ? draft.folder().resolve(file.pathInHome()) : draft.database();
            FileCopy.Copied copied = FileCopy.copy(source.resolve(file.path()), target, more -> {
                done[0] += more;
                progress.report("Checking and copying, MB", done[0] / MEGABYTE, manifest.bytes() / MEGABYTE);
            });
            if (!copied.sha256().equals(file.sha256())) {
                check.add(file.path() + " is damaged: its SHA-256 is not the backup's.");
            }
        }
        check.require();
        UUID id = UUID.randomUUID();
        new RestoredState(new StateFile(draft.database()), instants).settle(id, manifest, person);
        SealedKeys.write(keys, draft);
        restoring.complete(text, id);
    }
}
