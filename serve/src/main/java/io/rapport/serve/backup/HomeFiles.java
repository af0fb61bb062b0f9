package io.rapport.serve.backup;

import io.rapport.lake.backup.LakeRows;
import io.rapport.lake.backup.StateFile;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a home that belong to a state: what its rows name, and what lies in the home's folder beside that. What is
 * half-done, temporary or a log stays out, and so do keys.
 */
final class HomeFiles {

    /** Looked at row by row, or no part of a backup; the rest of the folder is taken as it lies there. */
    private static final Set<String> SPECIAL =
            Set.of("lake", "output", "profiles", "extractions", "keys", "tmp", "logs", "home.id");

    private static final String DATABASE = "rapport.db";

    private final Home home;

    HomeFiles(Home home) {
        this.home = home;
    }

    /**
     * A file of the home.
     *
     * @param path relative to the home, with slashes
     * @param sha256 what its bytes have to be; null where nobody noted that
     */
    record HomeFile(String path, long bytes, @Nullable String sha256) {}

    /**
     * In the order in which they are to be copied: what may go soonest first.
     *
     * @throws NoSuchFileException where one went while it was looked at
     */
    List<HomeFile> list(StateFile state) throws IOException {
        List<HomeFile> files = new ArrayList<>();
        for (LakeRows.ListedFile file : LakeRows.files(state)) {
            files.add(new HomeFile(file.path(), file.bytes(), file.sha256()));
        }
        for (Path folder : folders(state)) {
            addTree(folder, false, files);
        }
        for (Path entry : entries()) {
            addTree(entry, true, files);
        }
        return files;
    }

    /** Of finished runs, versions of customer profiles and finished extractions; some may be gone. */
    private List<Path> folders(StateFile state) {
        List<Path> folders = new ArrayList<>();
        state.change(db -> {
            db.sql("select output, id from run where state in ('SUCCESSFUL', 'COMPLETED_WITH_WARNINGS') order by id")
                    .query((row, number) ->
                            home.output().resolve(row.getString("output")).resolve(row.getString("id")))
                    .list()
                    .forEach(folders::add);
            db.sql("select set_id, folder from profile_version order by set_id, number")
                    .query((row, number) ->
                            home.profiles().resolve(row.getString("set_id")).resolve(row.getString("folder")))
                    .list()
                    .forEach(folders::add);
            db.sql("select id from extraction where state = 'SUCCESSFUL' and removed_at is null order by id")
                    .query((row, number) -> home.extractions().resolve(row.getString("id")))
                    .list()
                    .forEach(folders::add);
            return folders;
        });
        return folders;
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> all = Files.list(home.folder())) {
            return all.filter(entry -> {
                        String name = entry.getFileName().toString();
                        return !SPECIAL.contains(name) && !name.startsWith(DATABASE) && !name.startsWith("_");
                    })
                    .sorted()
                    .toList();
        }
    }

    /** @param hasDrafts whether names that begin with an underscore are of what is half-done */
    private void addTree(Path root, boolean hasDrafts, List<HomeFile> files) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            // Deleted by hand, or by whoever may.
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !hasDrafts || !path.getFileName().toString().startsWith("_"))
                    .sorted()
                    .toList()) {
                files.add(new HomeFile(
                        home.folder().relativize(file).toString().replace('\\', '/'), Files.size(file), null));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
