package io.rapport.serve.connection;

import io.rapport.connect.ConnectError;
import io.rapport.connect.dataconnect.ImportSummary;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.serve.connection.WatchedFile.State;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Syncs watched folders: each file that has come to rest is imported once, in a commit of its own; one that can't be is
 * set aside, and the rest goes on. What was seen is kept between syncs, of this process or of another. For one thread.
 */
public final class FolderSync {

    /**
     * How long size and time of a file must not have changed: by the file's own time, or, for clocks that differ, since
     * the first look that found them so.
     */
    static final Duration QUIET = Duration.ofSeconds(30);

    private static final Set<ErrorCode> STILL_WRITTEN =
            Set.of(ConnectError.EXPORT_CHANGED, ConnectError.EXPORT_NOT_FOUND);

    private final Connections connections;
    private final WatchedFiles files;
    private final InstantSource instants;
    private final FileImport imports;

    public FolderSync(ServeState state, InstantSource instants, FileImport imports) {
        this.connections = new Connections(state);
        this.files = new WatchedFiles(state);
        this.instants = instants;
        this.imports = imports;
    }

    /**
     * Looks at the folder once and imports what has come to rest.
     *
     * @param isThorough whether files that are set aside are read again to see if their bytes changed; otherwise their
     *     size and time decide
     * @throws RapportException {@link ConnectionError#FOLDER_NOT_REACHED}, or what keeps any file from landing, such as a
     *     full disk; files that were imported before it stay imported
     */
    public SyncSummary sync(Connection connection, boolean isThorough) {
        Instant now = instants.instant();
        SyncCounts counts = new SyncCounts();
        Map<String, WatchedFile> known = new HashMap<>();
        files.list(connection).forEach(file -> known.put(file.path(), file));
        for (WatchedFile look : new WatchedFolder(connection.folder()).look(now)) {
            WatchedFile before = known.remove(look.path());
            WatchedFile file = before == null || !before.looksLike(look) || isFromTheFuture(before, now)
                    ? changed(before, look)
                    : before;
            if (isDue(file, now, isThorough)) {
                file = attempt(connection, file, counts);
            } else if (file.state() == State.IMPORTED) {
                counts.known();
            }
            counts.add(before, file);
            if (!file.equals(before)) {
                files.write(connection, file);
            }
        }
        known.values().forEach(gone -> files.remove(connection, gone));
        connections.synced(connection, now);
        return counts.summary();
    }

    private static WatchedFile changed(@Nullable WatchedFile before, WatchedFile look) {
        return before == null ? look : before.seenAgain(look);
    }

    /** A clock that was put back would have it wait until the clock is there again. */
    private static boolean isFromTheFuture(WatchedFile file, Instant now) {
        return file.state() == State.WAITING && file.quietSince().isAfter(now);
    }

    private static boolean isDue(WatchedFile file, Instant now, boolean isThorough) {
        return switch (file.state()) {
            case IMPORTED -> false;
            case SET_ASIDE -> isThorough || file.sha256() == null;
            case WAITING ->
                !now.isBefore(file.modified().plus(QUIET))
                        || !now.isBefore(file.quietSince().plus(QUIET));
        };
    }

    /** What becomes of a file that has come to rest. */
    private WatchedFile attempt(Connection connection, WatchedFile file, SyncCounts counts) {
        Path path = connection.folder().resolve(file.path());
        String digest;
        try {
            digest = FileDigest.of(path);
        } catch (NoSuchFileException gone) {
            return file;
        } catch (IOException e) {
            requireGoOn(new UncheckedIOException(e));
            return file.setAside(
                    null,
                    ConnectError.EXPORT_NOT_READABLE.name(),
                    path + " can't be read. Check its permissions and the disk; it is tried again at every sync.");
        }
        if (file.reasonCode() != null && digest.equals(file.sha256())) {
            return file.setAsideStill();
        }
        Dataset named = connection.dataset();
        Optional<Dataset> dataset = named == null ? DatasetInName.find(file.path()) : Optional.of(named);
        if (dataset.isEmpty()) {
            return file.setAside(
                    digest,
                    ConnectionError.DATASET_NOT_NAMED.name(),
                    path + " has no dataset in its name or its folders' names. Put it into a folder that is named after"
                            + " its dataset, for example Message_v1.");
        }
        return imported(connection, dataset.get(), path, file, digest, counts);
    }

    private WatchedFile imported(
            Connection connection, Dataset dataset, Path path, WatchedFile file, String digest, SyncCounts counts) {
        try {
            ImportSummary summary = imports.run(connection, dataset, path);
            counts.imported(summary);
            return file.imported(digest);
        } catch (RapportException e) {
            requireGoOn(e);
            if (STILL_WRITTEN.contains(e.code())) {
                return file;
            }
            if (!(e.code() instanceof ConnectError) && e.code() != LakeError.UNREADABLE_PARQUET) {
                throw e;
            }
            boolean isUnread = e.code() == ConnectError.EXPORT_NOT_READABLE;
            return file.setAside(isUnread ? null : digest, e.code().name(), e.text());
        }
    }

    /** An interrupted thread reads no file to its end: that says nothing about the file. */
    private static void requireGoOn(RuntimeException failure) {
        if (Thread.currentThread().isInterrupted()) {
            throw failure;
        }
    }
}
