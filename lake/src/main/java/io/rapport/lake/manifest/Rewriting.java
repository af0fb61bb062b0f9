package io.rapport.lake.manifest;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.lake.state.StateDatabase;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts files in the place of others in one transaction. Each keeps the commit of the one whose place it takes, and with it
 * its source and which of two versions of a row is the newer. Thread-safe.
 */
public final class Rewriting {

    /**
     * A file that was written anew.
     *
     * @param former one of a snapshot
     * @param now what takes its place; null where nothing is left of it
     */
    public record Replaced(LandedFile former, @Nullable NewFile now) {}

    private final StateDatabase state;
    private final HomeLayout layout;
    private final InstantSource clock;

    public Rewriting(StateDatabase state, HomeLayout layout, InstantSource clock) {
        this.state = state;
        this.layout = layout;
        this.clock = clock;
    }

    /**
     * Records it, unless one of the former files is no longer visible. What others have added since does not matter: they
     * stay. The former files lie where they lay until {@link Sources#deleteTakenOut}.
     *
     * @param writer who holds the lease
     * @param change what a reader sees less
     * @return false where it has to be done again; then nothing is recorded
     */
    public boolean record(String writer, Dataset dataset, List<Replaced> files, Landed change) {
        return state.write(db -> {
            if (!WriterLease.renew(db, writer, clock)) {
                throw WriterLease.lost();
            }
            if (!files.stream().allMatch(file -> Manifest.isVisible(db, layout, file.former()))) {
                return false;
            }
            long id = Manifest.insertCommit(db, "erasure", "", clock);
            files.forEach(file -> replace(db, id, file));
            Manifest.insertChange(db, id, dataset, change);
            return true;
        });
    }

    private void replace(JdbcClient db, long commit, Replaced file) {
        String former = layout.relative(file.former().path());
        NewFile now = file.now();
        if (now != null) {
            db.sql("""
                            insert into lake_file (path, dataset, partition_month, kind, row_count, byte_count, min_time,
                                max_time, sha256, added_by)
                            select ?, dataset, partition_month, kind, ?, ?, min_time, max_time, ?, added_by
                            from lake_file where path = ?""")
                    .params(layout.relative(now.path()), now.rows(), now.bytes(), now.sha256(), former)
                    .update();
        }
        db.sql("update lake_file set removed_by = ? where path = ?")
                .params(commit, former)
                .update();
    }
}
