package io.rapport.lake.manifest;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Landing.Landed;
import java.util.List;

/**
 * Files of a dataset that go, and others that come in their place.
 *
 * @param reason {@link #COMPACTION} or {@link #RETENTION}
 * @param writer who holds the lease
 * @param since the commit at which the files that go were listed
 * @param isStrict whether no other commit may have changed the dataset since; otherwise it may have added to it
 * @param gone all that go
 * @param added what comes, each file with rows of one source
 * @param change what that does to the rows that a reader sees
 */
public record Replacement(
        String reason,
        String writer,
        Dataset dataset,
        long since,
        boolean isStrict,
        List<SourcedFile> gone,
        List<Added> added,
        Landed change) {

    /** Nobody sees other rows than before. */
    public static final String COMPACTION = "compaction";

    /** Rows of former months leave. */
    public static final String RETENTION = "retention";

    public Replacement {
        gone = List.copyOf(gone);
        added = List.copyOf(added);
    }

    /**
     * A file that comes.
     *
     * @param source SHA-256 of the source's name in hexadecimal; empty: nobody's in particular
     * @param rank 0 for base files; of others those of a higher rank count before those of a lower one
     */
    public record Added(NewFile file, String source, int rank) {}
}
