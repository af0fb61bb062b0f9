package io.rapport.serve.connection;

import io.rapport.connect.dataconnect.ImportSummary;
import io.rapport.serve.connection.WatchedFile.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up what a sync does, file by file. */
final class SyncCounts {

    private final List<WatchedFile> setAside = new ArrayList<>();
    private int imported;
    private int known;
    private int waiting;
    private int newlySetAside;
    private long read;
    private long added;
    private long replaced;
    private long unchanged;
    private long superseded;
    private long rejected;
    private long former;

    /** A file whose bytes were imported before. */
    void known() {
        known++;
    }

    /** A file went through an import, which may have known its bytes. */
    void imported(ImportSummary summary) {
        if (summary.filesKnown() > 0) {
            known++;
            return;
        }
        imported++;
        read += summary.read();
        added += summary.added();
        replaced += summary.replaced();
        unchanged += summary.unchanged();
        superseded += summary.superseded();
        rejected += summary.rejected();
        former += summary.former();
    }

    /** What became of a file. */
    void add(@Nullable WatchedFile before, WatchedFile after) {
        if (after.state() == State.WAITING) {
            waiting++;
        }
        if (after.state() == State.SET_ASIDE) {
            setAside.add(after);
            boolean isNews =
                    before == null || before.reasonCode() == null || !Objects.equals(before.sha256(), after.sha256());
            newlySetAside += isNews ? 1 : 0;
        }
    }

    SyncSummary summary() {
        return new SyncSummary(
                imported,
                known,
                waiting,
                newlySetAside,
                setAside,
                read,
                added,
                replaced,
                unchanged,
                superseded,
                rejected,
                former);
    }
}
