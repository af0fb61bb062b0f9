package io.rapport.serve.backup;

import io.rapport.core.error.RapportException;
import io.rapport.core.program.ProgramVersion;
import io.rapport.core.progress.Progress;
import io.rapport.lake.backup.LakeRows;
import io.rapport.lake.backup.StateFile;
import io.rapport.lake.manifest.LakeState;
import io.rapport.lake.state.StateLocation;
import io.rapport.lake.state.StateSchema;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.home.Home;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes a backup of a home while others write to it: the state as it is at one moment, and the files that this state names.
 * Where one of them goes before it is copied, the state is taken anew; what was copied already is not copied again. For one
 * thread.
 */
public final class Backup {

    /** What lives in running processes alone, and sessions of people: it must not come to life elsewhere. */
    static final Set<String> LEFT_OUT =
            Set.of("lake_writer", "pending_consent", "scheduled_tasks", "spring_session", "spring_session_attributes");

    private static final String LAST = "last-backup";
    private static final int MOST_ROUNDS = 20;
    private static final int MOST_NAMED = 10;

    private final Home home;
    private final StateLocation state;
    private final InstantSource instants;
    private final Runnable afterState;

    /** @param state the home's, which is of this program's version */
    public Backup(Home home, StateLocation state, InstantSource instants) {
        this(home, state, instants, () -> {});
    }

    /** @param afterState runs each time between the state and the files */
    Backup(Home home, StateLocation state, InstantSource instants, Runnable afterState) {
        this.home = home;
        this.state = state;
        this.instants = instants;
        this.afterState = afterState;
    }

    static List<StateSchema> schemas() {
        return List.of(LakeState.schema(), ServeState.schema());
    }

    /**
     * Takes it. What can't be written to the access log is not taken.
     *
     * @param target a folder that is new or empty
     * @param password seals the home's keys; null leaves them out
     * @param person who does it, as the access log shall name them
     * @param progress hears of megabytes
     */
    public BackupManifest take(Path target, @Nullable Password password, String person, Progress progress) {
        String id = UUID.randomUUID().toString();
        try (BackupFolder folder = BackupFolder.begin(target, home.folder())) {
            log(id, password != null, person);
            CopiedFiles copied = new CopiedFiles(home, folder.draft(), progress);
            StateFile file = new StateFile(folder.draft().resolve(BackupFile.STATE));
            for (int round = 0; round < MOST_ROUNDS; round++) {
                Files.deleteIfExists(file.file());
                progress.report("Taking the state", round, -1);
                Instant takenAt = instants.instant();
                Map<String, Long> tables = file.take(state, schemas(), LEFT_OUT);
                afterState.run();
                if (copied.follow(() -> new HomeFiles(home).list(file))) {
                    copied.requireSound(MOST_NAMED);
                    copied.addState();
                    if (password != null) {
                        copied.addKeys(password);
                    }
                    BackupManifest manifest = new BackupManifest(
                            BackupManifest.FORMAT,
                            ProgramVersion.text(),
                            id,
                            takenAt,
                            LakeRows.commit(file),
                            schemas().stream().collect(Collectors.toMap(StateSchema::room, StateSchema::newest)),
                            tables,
                            copied.files());
                    folder.publish(manifest.text());
                    note(takenAt);
                    return manifest;
                }
            }
            throw new RapportException(
                    BackupError.BACKUP_UNSTEADY,
                    "Files of the home went " + MOST_ROUNDS
                            + " times while they were copied. Wait until what deletes them is"
                            + " over; then run it again.");
        } catch (IOException e) {
            throw new RapportException(
                    BackupError.BACKUP_FILES,
                    "The backup to " + target
                            + " can't be written, or a file of the home can't be read. Check the owners and"
                            + " the free space.",
                    e);
        }
    }

    /** When the last one was taken; empty where none was, or where nobody could note it. */
    public static Optional<Instant> findLast(Settings settings) {
        return settings.find(LAST).map(Instant::parse);
    }

    private void note(Instant takenAt) {
        try (ServeState serve = ServeState.open(state)) {
            new Settings(serve, instants).set(LAST, takenAt.toString());
        } catch (RapportException away) {
            // The backup is there all the same.
        }
    }

    private void log(String id, boolean hasKeys, String person) {
        try (ServeState serve = ServeState.open(state)) {
            new AccessLog(serve, instants)
                    .add(new AccessEvent(
                            "",
                            person,
                            "",
                            AccessAction.EXPORT,
                            "backup of the home",
                            id + (hasKeys ? "; with the keys, sealed" : "; without the keys"),
                            "command line",
                            true));
        }
    }
}
