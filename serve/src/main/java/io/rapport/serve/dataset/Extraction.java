package io.rapport.serve.dataset;

import io.rapport.serve.run.RunState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log of extractions.
 *
 * @param dataset its name
 * @param request JSON object: what was asked for, without the words of a filter of users
 * @param snapshot the lake's commit that it reads
 * @param folder where its files are, or were to be
 * @param approval who approved it and how
 * @param rows how many were delivered; null before its end
 * @param finishedAt null before its end
 * @param errorCode null where it did not fail
 * @param words JSON object: all that was asked for; null on the command line, and once the files are deleted
 * @param requestedBy who asked the server for it; null on the command line
 * @param isPersonal whether it may say who somebody is
 * @param removedAt when its files were deleted; null before
 * @param approvalId of the approval by which the server was asked for it; null on the command line
 */
public record Extraction(
        String id,
        String dataset,
        String request,
        long snapshot,
        String folder,
        String approval,
        RunState state,
        @Nullable Long rows,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String errorCode,
        @Nullable String words,
        @Nullable String requestedBy,
        boolean isPersonal,
        @Nullable Instant removedAt,
        @Nullable String approvalId) {

    /** Whether the server made it, and so its files rest in the home. */
    public boolean isKept() {
        return requestedBy != null;
    }
}
