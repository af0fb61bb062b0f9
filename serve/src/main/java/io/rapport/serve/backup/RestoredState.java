package io.rapport.serve.backup;

import io.rapport.lake.backup.LakeRows;
import io.rapport.lake.backup.StateFile;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.state.ServeState;
import java.time.InstantSource;
import java.util.UUID;

/** Makes a backup's state that of another home, in which nobody has begun anything. */
final class RestoredState {

    private static final String LOST =
            "It was open when the backup was taken that this home was restored from. Ask for it again.";

    private final StateFile state;
    private final InstantSource instants;

    RestoredState(StateFile state, InstantSource instants) {
        this.state = state;
        this.instants = instants;
    }

    /** Migrates it, closes what was open, and notes in the access log that it was restored. */
    void settle(UUID home, BackupManifest manifest, String person) {
        state.migrate(Backup.schemas());
        long now = instants.millis();
        int unused = state.change(db -> {
            LakeRows.give(db, home);
            db.sql("delete from scheduled_tasks").update();
            db.sql("""
                            update job set state = 'FAILED', error_code = ?, error_text = ?, finished_at = ?
                            where state in ('QUEUED', 'RUNNING')""").params(BackupError.JOB_LOST.name(), LOST, now).update();
            db.sql("update run set state = 'INTERRUPTED', finished_at = max(started_at, ?) where state = 'REFRESHING'")
                    .param(now)
                    .update();
            return db.sql("update extraction set state = 'INTERRUPTED', finished_at = max(started_at, ?)"
                            + " where state = 'REFRESHING'")
                    .param(now)
                    .update();
        });
        try (ServeState serve = ServeState.open(StateLocation.file(state.file()))) {
            new AccessLog(serve, instants)
                    .add(new AccessEvent(
                            "",
                            person,
                            "",
                            AccessAction.CHANGE,
                            "restore of the home",
                            "from the backup " + manifest.id() + " of " + manifest.takenAt(),
                            "command line",
                            true));
        }
        state.migrate(Backup.schemas());
    }
}
