package io.rapport.connect.dataconnect;

import io.rapport.core.dataset.Dataset;
import java.nio.file.Path;

/** Takes down the rows that can't be read: where each one stands and why, never its bytes. Called by one thread. */
public interface RejectLog {

    /** Forgets; the summary counts all the same. */
    RejectLog NONE = (dataset, file, line, reason) -> {};

    /**
     * @param dataset what was imported
     * @param file the file, as it was named or found
     * @param line line on which the object begins, or the row's number in a Parquet file; from 1
     * @param reason in words, without a value
     */
    void add(Dataset dataset, Path file, long line, String reason);
}
