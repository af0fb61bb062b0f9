package io.rapport.lake.manifest;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.StateDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Deletes what crashed writers left: files and staging folders that the manifest does not name. */
public final class OrphanSweep {

    private final StateDatabase state;
    private final HomeLayout layout;
    private final InstantSource clock;

    public OrphanSweep(StateDatabase state, HomeLayout layout, InstantSource clock) {
        this.state = state;
        this.layout = layout;
        this.clock = clock;
    }

    /**
     * Looks at the folders first and at the database afterwards: a file that is seen and not named belongs to a batch that
     * is either at work, and then its writer has a lease, or dead.
     *
     * @return what was left alone: files and folders, absolute, that nobody can see yet and whose writers have a lease
     */
    public List<Path> sweep() {
        try {
            List<Path> found = files();
            List<Path> folders = stagingFolders();
            if (found.isEmpty() && folders.isEmpty()) {
                return List.of();
            }
            Known known = known();
            List<Path> left = new ArrayList<>();
            for (Path file : found) {
                if (known.paths().contains(layout.relative(file))) {
                    continue;
                }
                if (isDead(file, known)) {
                    Files.deleteIfExists(file);
                } else {
                    left.add(file);
                }
            }
            for (Path folder : folders) {
                if (isDead(folder, known)) {
                    FolderTree.delete(folder);
                } else {
                    left.add(folder);
                }
            }
            return left;
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED, "The folder " + layout.lake() + " can't be swept. Check its owner.", e);
        }
    }

    private record Known(Set<String> paths, Set<String> writers) {}

    /** Expired leases are ended in the same transaction, so that a writer that wakes up finds its commit refused. */
    private Known known() {
        return state.write(db -> {
            db.sql("delete from lake_writer where lease_until < ?")
                    .param(clock.millis())
                    .update();
            return new Known(
                    new HashSet<>(db.sql("select path from lake_file")
                            .query(String.class)
                            .list()),
                    new HashSet<>(db.sql("select id from lake_writer")
                            .query(String.class)
                            .list()));
        });
    }

    private static boolean isDead(Path path, Known known) {
        String name = path.getFileName().toString();
        int dash = name.indexOf('-');
        return dash < 0 || !known.writers().contains(name.substring(0, dash));
    }

    private List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> datasets = Files.list(layout.lake())) {
            for (Path dataset :
                    datasets.filter(path -> !path.equals(layout.staging())).toList()) {
                try (Stream<Path> tree = Files.walk(dataset)) {
                    tree.filter(path -> path.getFileName().toString().endsWith(".parquet"))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private List<Path> stagingFolders() throws IOException {
        try (Stream<Path> entries = Files.list(layout.staging())) {
            return entries.toList();
        }
    }
}
