package io.rapport.lake.manifest;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.StateDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who brought which files, and the files that were taken out because of that. Thread-safe. */
public final class Sources {

    private final StateDatabase state;
    private final HomeLayout layout;
    private final InstantSource clock;

    public Sources(StateDatabase state, HomeLayout layout, InstantSource clock) {
        this.state = state;
        this.layout = layout;
        this.clock = clock;
    }

    /** From now on nothing of this source can be committed, whatever process tries to. */
    public void end(String source) {
        state.write(db ->
                db.sql("""
                        insert into lake_ended_source (source, ended_at) values (?, ?)
                        on conflict (source) do nothing""").params(SourceName.digest(source), clock.millis()).update());
    }

    /** Of a snapshot's files those that a source brought. A file holds rows of one commit, and so of one source. */
    public Snapshot filesOf(String source, Snapshot snapshot) {
        Set<Long> commits = new HashSet<>(state.read(db -> db.sql("select id from lake_commit where source = ?")
                .param(SourceName.digest(source))
                .query(Long.class)
                .list()));
        return new Snapshot(
                snapshot.id(),
                snapshot.files().stream()
                        .filter(file -> commits.contains(file.commit()))
                        .toList());
    }

    /**
     * Takes files out in one transaction, unless another commit has changed one of their datasets since the snapshot. They
     * lie where they lay until {@link #deleteTakenOut}.
     *
     * @param files a snapshot's
     * @param changes what that does to each of their datasets
     * @return false where that has to be counted again; then nothing is taken out
     */
    public boolean takeOut(Snapshot files, Map<Dataset, Landed> changes) {
        return state.write(db -> {
            if (Manifest.hasChanged(db, changes.keySet(), files.id())) {
                return false;
            }
            long id = Manifest.insertCommit(db, "erasure", "", clock);
            files.files()
                    .forEach(file -> db.sql("update lake_file set removed_by = ? where path = ?")
                            .params(id, layout.relative(file.path()))
                            .update());
            changes.forEach((dataset, change) -> Manifest.insertChange(db, id, dataset, change));
            return true;
        });
    }

    /**
     * Deletes all that was taken out, by whatever process and for whatever reason, and forgets it. Returns the files.
     */
    public List<Path> deleteTakenOut() {
        return delete(state.read(db -> db.sql("select path from lake_file where removed_by is not null order by id")
                .query(String.class)
                .list()));
    }

    /**
     * As {@link #deleteTakenOut}, but what compaction and retention took out stays for a while, for those who are reading
     * it.
     *
     * @param grace how long
     */
    public List<Path> deleteSettled(Duration grace) {
        return delete(state.read(db -> db.sql("""
                        select path from lake_file inner join lake_commit on lake_commit.id = lake_file.removed_by
                        where batch not in (?, ?) or committed_at <= ? order by lake_file.id""")
                .params(
                        Replacement.COMPACTION,
                        Replacement.RETENTION,
                        clock.instant().minus(grace).toEpochMilli())
                .query(String.class)
                .list()));
    }

    private List<Path> delete(List<String> paths) {
        List<Path> files = paths.stream().map(layout::absolute).toList();
        if (files.isEmpty()) {
            return files;
        }
        Set<Path> folders = new LinkedHashSet<>();
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new RapportException(
                        LakeError.HOME_FAILED,
                        "The file " + file
                                + " was taken out of the lake and can't be deleted. Check that no program holds"
                                + " it, and its owner; then run this again.",
                        e);
            }
            folders.add(file.getParent());
        }
        folders.forEach(Durable::syncFolder);
        state.write(db -> {
            files.forEach(file -> db.sql("delete from lake_file where path = ? and removed_by is not null")
                    .param(layout.relative(file))
                    .update());
            return files.size();
        });
        return files;
    }

    /** The files that a source brought, those that were taken out and are not yet deleted included. */
    public List<Path> allFilesOf(String source) {
        return state
                .read(db -> db.sql("""
                                select path from lake_file inner join lake_commit on lake_commit.id = lake_file.added_by
                                where source = ? order by path""")
                        .param(SourceName.digest(source))
                        .query(String.class)
                        .list())
                .stream()
                .map(layout::absolute)
                .toList();
    }

    /** What there is of a source, by dataset; empty where there is nothing. */
    public List<SourceContent> contentsOf(String source) {
        return state.read(db -> db.sql("""
                        select dataset, count(*) as files,
                            sum(case when removed_by is null and kind <> 'REMOVAL' then row_count else 0 end) as seen
                        from lake_file inner join lake_commit on lake_commit.id = lake_file.added_by
                        where source = ? group by dataset order by dataset""")
                .param(SourceName.digest(source))
                .query((row, number) ->
                        new SourceContent(row.getString("dataset"), row.getLong("files"), row.getLong("seen")))
                .list());
    }

    /** Whether a staging folder holds what a source brings. */
    public boolean isStagedBy(String source, Path stagingFolder) throws IOException {
        Path name = layout.sourceOf(stagingFolder);
        return Files.exists(name) && Files.readString(name).equals(SourceName.digest(source));
    }
}
