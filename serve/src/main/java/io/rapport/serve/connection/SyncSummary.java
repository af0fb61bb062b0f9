package io.rapport.serve.connection;

import io.rapport.connect.dataconnect.ImportSummary;
import java.util.List;

/**
 * What one look at a watched folder did. Row counts as in {@link ImportSummary}.
 *
 * @param imported files whose rows landed
 * @param known files that were imported by this look's beginning, or whose bytes were, under whatever name
 * @param waiting files that may still be written
 * @param newlySetAside files that this look set aside
 * @param setAside all files that are set aside now, those included
 */
public record SyncSummary(
        int imported,
        int known,
        int waiting,
        int newlySetAside,
        List<WatchedFile> setAside,
        long read,
        long added,
        long replaced,
        long unchanged,
        long superseded,
        long rejected,
        long former) {

    public SyncSummary {
        setAside = List.copyOf(setAside);
    }

    /** Whether anything came of it. */
    public boolean didAnything() {
        return imported > 0 || newlySetAside > 0;
    }
}
