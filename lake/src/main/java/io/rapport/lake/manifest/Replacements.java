package io.rapport.lake.manifest;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.state.StateDatabase;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of one dataset with whose they are, and commits that put others in their place. Thread-safe. */
public final class Replacements {

    private final StateDatabase state;
    private final HomeLayout layout;
    private final InstantSource clock;

    public Replacements(StateDatabase state, HomeLayout layout, InstantSource clock) {
        this.state = state;
        this.layout = layout;
        this.clock = clock;
    }

    /**
     * What is visible of a dataset.
     *
     * @param at the commit that it shows
     */
    public record Held(long at, List<SourcedFile> files) {

        public Held {
            files = List.copyOf(files);
        }

        /** As readers take it. */
        public Snapshot snapshot() {
            return new Snapshot(at, files.stream().map(SourcedFile::file).toList());
        }
    }

    /** What is visible now. One statement, so that it is one state. */
    public Held held(Dataset dataset) {
        record Line(long at, @Nullable SourcedFile file) {}
        List<Line> lines = state.read(db -> db.sql("""
                        select newest.id as at, f.*, c.source as source, c.batch as batch
                        from (select coalesce(max(id), 0) as id from lake_commit) as newest
                        left join lake_file as f on f.removed_by is null and f.dataset = ?
                        left join lake_commit as c on c.id = f.added_by
                        order by f.added_by, f.id""")
                .param(dataset.name())
                .query((row, number) -> new Line(
                        row.getLong("at"),
                        row.getString("path") == null
                                ? null
                                : new SourcedFile(
                                        Manifest.file(row, layout),
                                        row.getString("source"),
                                        isReplacement(row.getString("batch")))))
                .list());
        return new Held(
                lines.get(0).at(),
                lines.stream().map(Line::file).filter(Objects::nonNull).toList());
    }

    private static boolean isReplacement(String batch) {
        return batch.equals(Replacement.COMPACTION) || batch.equals(Replacement.RETENTION);
    }

    /**
     * Records a replacement in one transaction, unless one of the files that go is gone already, or another commit changed
     * the dataset where it may not. The files that went lie where they lay until {@link Sources#deleteSettled}.
     *
     * @param beforeCommit runs within the transaction, after everything is written
     * @return false where it has to be made anew; then nothing is recorded
     * @throws io.rapport.core.error.RapportException {@link io.rapport.lake.LakeError#LEASE_LOST} where the files that
     *     come may have been swept
     */
    public boolean record(Replacement replacement, Runnable beforeCommit) {
        return state.write(db -> {
            if (!WriterLease.renew(db, replacement.writer(), clock)) {
                throw WriterLease.lost();
            }
            if (replacement.isStrict() && Manifest.hasChanged(db, Set.of(replacement.dataset()), replacement.since())) {
                return false;
            }
            if (!replacement.gone().stream()
                    .map(SourcedFile::file)
                    .allMatch(file -> Manifest.isVisible(db, layout, file))) {
                return false;
            }
            long head = Manifest.insertCommit(db, replacement.reason(), "", clock);
            Manifest.insertChange(db, head, replacement.dataset(), replacement.change());
            replacement
                    .gone()
                    .forEach(gone -> db.sql("update lake_file set removed_by = ? where path = ?")
                            .params(head, layout.relative(gone.file().path()))
                            .update());
            insert(db, replacement);
            beforeCommit.run();
            return true;
        });
    }

    /** A commit for each rank and source, in the order of the ranks: a file's commit says whose it is and what it hides. */
    private void insert(JdbcClient db, Replacement replacement) {
        record Part(int rank, String source) {}
        replacement.added().stream()
                .map(added -> new Part(added.rank(), added.source()))
                .distinct()
                .sorted(Comparator.comparingInt(Part::rank).thenComparing(Part::source))
                .forEach(part -> {
                    long commit = Manifest.insertCommit(db, replacement.reason(), part.source(), clock);
                    replacement.added().stream()
                            .filter(added -> added.rank() == part.rank()
                                    && added.source().equals(part.source()))
                            .forEach(added -> Manifest.insertFile(db, layout, commit, added.file()));
                });
    }
}
