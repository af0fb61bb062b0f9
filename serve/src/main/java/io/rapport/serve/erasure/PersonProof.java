package io.rapport.serve.erasure;

import io.rapport.core.error.RapportException;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.serve.erasure.Certificate.FileCount;
import io.rapport.serve.home.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The look at every file of a home after people were erased. What a writer of the lake has on its way may be half-written or
 * hold them: it can't land any more, so it is waited for until it is gone, also where its writer was killed.
 */
final class PersonProof {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    /** With the pauses longer than the lease of a writer, which a killed one leaves behind. */
    private static final int MOST_LOOKS = 800;

    private final Home home;
    private final Lake lake;
    private final FileTraces files;
    private final Progress progress;

    PersonProof(Home home, Lake lake, FileTraces files, Progress progress) {
        this.home = home;
        this.lake = lake;
        this.files = files;
        this.progress = progress;
    }

    /** A file that holds one of them, or that can't be read. */
    private record Trace(Path file, @Nullable RapportException unreadable) {}

    /**
     * @param rest other places that still hold one of them
     * @param keptLines how many lines of the access log stay: they lie in the database's file, whose rows were looked at one
     *     by one
     * @return what is in the home now
     * @throws RapportException {@link PersonErasureError#PERSON_STILL_THERE}, or why a file can't be read
     */
    FileCount require(List<String> rest, long keptLines) {
        String withLog = keptLines > 0 ? home.database().getFileName().toString() : "\0";
        List<Trace> found = look(FileTraces.files(home.folder()).stream()
                .filter(file -> !file.getFileName().toString().startsWith(withLog))
                .toList());
        for (int looks = 1; looks < MOST_LOOKS && !found.isEmpty(); looks++) {
            List<Path> onTheirWay = lake.sweep();
            found = look(found.stream().map(Trace::file).toList());
            if (found.stream().anyMatch(trace -> onTheirWay.stream().noneMatch(trace.file()::startsWith))) {
                break;
            }
            if (!found.isEmpty()) {
                progress.report("Waiting for what another process writes to the lake", 0, -1);
                LockSupport.parkNanos(PAUSE);
            }
        }
        List<String> places = new ArrayList<>(rest);
        for (Trace trace : found) {
            if (trace.unreadable() != null) {
                throw trace.unreadable();
            }
            places.add(home.folder().relativize(trace.file()).toString());
        }
        if (!places.isEmpty()) {
            throw new RapportException(
                    PersonErasureError.PERSON_STILL_THERE,
                    "The erasure is not complete: " + places.size()
                            + " places still hold an address or id, the first is "
                            + places.get(0)
                            + ". End other processes of Rapport on this home, then run the erasure again.");
        }
        return FileCount.of(home);
    }

    private List<Trace> look(List<Path> among) {
        List<Trace> found = new ArrayList<>();
        for (Path file : among) {
            try {
                if (files.holds(file)) {
                    found.add(new Trace(file, null));
                }
            } catch (RapportException unreadable) {
                found.add(new Trace(file, unreadable));
            }
        }
        return found;
    }
}
