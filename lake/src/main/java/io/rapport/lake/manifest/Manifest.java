package io.rapport.lake.manifest;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.LandedFile.Kind;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.StateDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of the lake's files, and how far sources have been read. Thread-safe. */
public final class Manifest {

    private final StateDatabase state;
    private final HomeLayout layout;
    private final InstantSource clock;

    public Manifest(StateDatabase state, HomeLayout layout, InstantSource clock) {
        this.state = state;
        this.layout = layout;
        this.clock = clock;
    }

    /** What is visible now. One statement, so that it is one state. */
    public Snapshot snapshot() {
        record Line(long at, @Nullable LandedFile file) {}
        List<Line> lines = state.read(db -> db.sql("""
                        select newest.id as at, f.*
                        from (select coalesce(max(id), 0) as id from lake_commit) as newest
                        left join lake_file as f on f.removed_by is null
                        order by f.added_by, f.id""")
                .query((row, number) ->
                        new Line(row.getLong("at"), row.getString("path") == null ? null : file(row, layout)))
                .list());
        return new Snapshot(
                lines.get(0).at(),
                lines.stream()
                        .flatMap(line -> Optional.ofNullable(line.file()).stream())
                        .toList());
    }

    static LandedFile file(ResultSet row, HomeLayout layout) throws SQLException {
        return new LandedFile(
                dataset(row.getString("dataset")),
                layout.absolute(row.getString("path")),
                Kind.valueOf(row.getString("kind")),
                row.getLong("added_by"),
                row.getString("partition_month"),
                row.getLong("row_count"),
                row.getLong("byte_count"));
    }

    static Dataset dataset(String name) {
        return Datasets.find(name)
                .orElseThrow(() -> new RapportException(
                        LakeError.NEWER_HOME,
                        "The lake holds the dataset " + name + ", which this version of Rapport does not know."));
    }

    /** Who must not land any more. */
    public Suppressions suppressions() {
        return new Suppressions(state, layout, clock);
    }

    public Optional<String> findCheckpoint(String scope, String name) {
        return state.read(db -> db.sql("select value from lake_checkpoint where scope = ? and name = ?")
                .params(scope, name)
                .query(String.class)
                .optional());
    }

    public Map<String, String> checkpoints(String scope) {
        Map<String, String> found = new LinkedHashMap<>();
        state.read(db -> {
            db.sql("select name, value from lake_checkpoint where scope = ? order by name")
                    .param(scope)
                    .query((ResultSet row) -> {
                        found.put(row.getString("name"), row.getString("value"));
                    });
            return found;
        });
        return found;
    }

    /** Forgets the checkpoints of a scope and of those below it. */
    public void forget(String scope) {
        state.write(db -> db.sql("delete from lake_checkpoint where scope = ? or substr(scope, 1, ?) = ?")
                .params(scope, scope.length() + 1, scope + "/")
                .update());
    }

    /** Forgets how far everything was read; which months are kept stays. */
    public void forgetReading() {
        Optional<KeptMonths> kept = KeptMonths.find(this);
        state.write(db -> {
            int deleted = db.sql("delete from lake_checkpoint").update();
            kept.ifPresent(months -> upsertCheckpoint(db, months.checkpoint()));
            return deleted;
        });
    }

    /** From now on rows of former months don't land any more. */
    public void keep(KeptMonths months) {
        state.write(db -> {
            upsertCheckpoint(db, months.checkpoint());
            return months;
        });
    }

    /**
     * Records a commit, unless another one has changed one of its datasets since the commit that it was checked against.
     *
     * @param beforeCommit runs within the transaction, after everything is written
     * @return false where it has to be checked again; then nothing is recorded
     * @throws RapportException {@link LakeError#LEASE_LOST} where the writer's files may have been swept,
     *     {@link LakeError#COMMIT_SUPERSEDED} where a checkpoint that must stand does not,
     *     {@link LakeError#SOURCE_ENDED} where the source was ended
     */
    public boolean record(NewCommit commit, Runnable beforeCommit) {
        return state.write(db -> {
            if (!WriterLease.renew(db, commit.writer(), clock)) {
                throw WriterLease.lost();
            }
            if (commit.provided() != null) {
                requireStands(db, commit.provided());
            }
            String source = commit.source().isEmpty() ? "" : SourceName.digest(commit.source());
            requireGoesOn(db, source);
            if (hasChanged(db, commit.changes().keySet(), commit.checkedAgainst())) {
                return false;
            }
            if (!commit.files().isEmpty()) {
                long id = insertCommit(db, commit.batch(), source, clock);
                commit.files().forEach(file -> insertFile(db, layout, id, file));
                commit.files().stream()
                        .map(NewFile::dataset)
                        .distinct()
                        .forEach(dataset -> insertChange(db, id, dataset, commit.change(dataset)));
            }
            commit.checkpoints().forEach(checkpoint -> upsertCheckpoint(db, checkpoint));
            beforeCommit.run();
            return true;
        });
    }

    private static void requireStands(JdbcClient db, Checkpoint provided) {
        boolean stands = db.sql("select count(*) from lake_checkpoint where scope = ? and name = ? and value = ?")
                        .params(provided.scope(), provided.name(), provided.value())
                        .query(Long.class)
                        .single()
                == 1;
        if (!stands) {
            throw new RapportException(
                    LakeError.COMMIT_SUPERSEDED,
                    "Another process has taken over this work since it began. What this one had not committed yet is"
                            + " dropped; the other one reads it again.");
        }
    }

    private static void requireGoesOn(JdbcClient db, String source) {
        long ended = db.sql("select count(*) from lake_ended_source where source = ?")
                .param(source)
                .query(Long.class)
                .single();
        if (ended > 0) {
            throw new RapportException(
                    LakeError.SOURCE_ENDED,
                    "The connection was ended meanwhile. What had not been committed yet is dropped.");
        }
    }

    /** Whether a commit after this one has changed one of the datasets. */
    static boolean hasChanged(JdbcClient db, Set<Dataset> datasets, long since) {
        return datasets.stream()
                .anyMatch(dataset -> db.sql("select coalesce(max(commit_id), 0) from lake_change where dataset = ?")
                                .param(dataset.name())
                                .query(Long.class)
                                .single()
                        > since);
    }

    static long insertCommit(JdbcClient db, String batch, String source, InstantSource clock) {
        return db.sql("insert into lake_commit (batch, committed_at, source) values (?, ?, ?) returning id")
                .params(batch, clock.millis(), source)
                .query(Long.class)
                .single();
    }

    static void insertFile(JdbcClient db, HomeLayout layout, long commit, NewFile file) {
        db.sql("""
                        insert into lake_file (path, dataset, partition_month, kind, row_count, byte_count, min_time,
                            max_time, sha256, added_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(layout.relative(file.path()))
                .param(file.dataset().name())
                .param(file.partition())
                .param(file.kind().name())
                .param(file.rows())
                .param(file.bytes())
                .param(millis(file.earliest()))
                .param(millis(file.latest()))
                .param(file.sha256())
                .param(commit)
                .update();
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : (Long) instant.toEpochMilli();
    }

    static void insertChange(JdbcClient db, long commit, Dataset dataset, Landed change) {
        db.sql("insert into lake_change values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        commit,
                        dataset.name(),
                        change.added(),
                        change.replaced(),
                        change.unchanged(),
                        change.superseded(),
                        change.removed())
                .update();
    }

    private void upsertCheckpoint(JdbcClient db, Checkpoint checkpoint) {
        db.sql("""
                        insert into lake_checkpoint (scope, name, value, written_at) values (?, ?, ?, ?)
                        on conflict (scope, name) do update set value = excluded.value,
                            written_at = excluded.written_at""")
                .params(checkpoint.scope(), checkpoint.name(), checkpoint.value(), clock.millis())
                .update();
    }

    /** What each dataset with files holds, in the order of {@link Datasets#all()}. */
    public List<DatasetContent> contents() {
        return state.write(db -> {
            List<PartitionLine> lines =
                    db.sql("""
                            select dataset, partition_month, sum(row_count) as row_count, sum(byte_count) as byte_count,
                                count(*) as file_count, min(min_time) as min_time, max(max_time) as max_time
                            from lake_file where removed_by is null
                            group by dataset, partition_month
                            order by dataset, partition_month""").query((row, number) -> PartitionLine.of(row)).list();
            Map<String, Long> visible = new java.util.HashMap<>();
            db.sql("select dataset, sum(added_count - removed_count) as visible from lake_change group by dataset")
                    .query((ResultSet row) -> {
                        visible.put(row.getString("dataset"), row.getLong("visible"));
                    });
            return DatasetContent.of(lines, visible);
        });
    }

    /** Whether readers still see the file: who puts another in its place has to begin anew where they do not. */
    static boolean isVisible(JdbcClient db, HomeLayout layout, LandedFile file) {
        return db.sql("select count(*) from lake_file where path = ? and removed_by is null")
                        .param(layout.relative(file.path()))
                        .query(Long.class)
                        .single()
                == 1;
    }
}
