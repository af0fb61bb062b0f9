package io.rapport.serve.approval;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an extraction that somebody wants stands to their approvals.
 *
 * @param nearest the approval by which it may begin, or that lacks the least; null where there is none of the dataset
 * @param lacks all that is missing; empty where it may begin
 */
public record Standing(@Nullable Approval nearest, List<Lack> lacks) {

    public Standing {
        lacks = List.copyOf(lacks);
    }

    /** The approval by which it may begin. */
    public Optional<Approval> findApproved() {
        return lacks.isEmpty() ? Optional.ofNullable(nearest) : Optional.empty();
    }
}
