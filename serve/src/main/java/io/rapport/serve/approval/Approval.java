package io.rapport.serve.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may extract through the server, or asked to.
 *
 * @param ownerId who asked for it, and alone may extract by it: the id of a person, never of a key
 * @param ownerName for people
 * @param purpose why, in the owner's words
 * @param decided the decision as it was made; {@link ApprovalState#EXPIRED} is never among them
 * @param decidedBy name of who approved or denied it; null before
 * @param expiresAt the first instant at which it is good no longer; null where it was never approved
 * @param revokedBy name of who revoked it; null where nobody did
 * @param reason why it was denied or revoked; empty for none
 * @param edition 1, and one more with each decision
 */
public record Approval(
        String id,
        Extent extent,
        String purpose,
        String ownerId,
        String ownerName,
        Instant requestedAt,
        ApprovalState decided,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant expiresAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        String reason,
        long edition) {

    public Approval {
        if (decided == ApprovalState.APPROVED && expiresAt == null) {
            throw new IllegalArgumentException("the approval " + id + " never ends");
        }
    }

    /** Where it stands at a moment; at the very instant of its end it is over. */
    public ApprovalState standing(Instant now) {
        return decided == ApprovalState.APPROVED && expiresAt != null && !now.isBefore(expiresAt)
                ? ApprovalState.EXPIRED
                : decided;
    }

    /** All that an extraction lacks of it at a moment; empty where it may begin. */
    List<Lack> lacks(Extent wanted, Instant now) {
        List<Lack> lacks = new ArrayList<>();
        String called = "The approval " + id;
        switch (standing(now)) {
            case APPROVED -> {
                // Good as it is.
            }
            case REQUESTED ->
                lacks.add(new Lack(
                        ApprovalError.APPROVAL_WAITING,
                        "approval",
                        called + " was asked for, and waits for an administrator other than you."));
            case DENIED ->
                lacks.add(new Lack(
                        ApprovalError.APPROVAL_DENIED, "approval", called + " was denied on " + decidedAt + "."));
            case REVOKED ->
                lacks.add(new Lack(
                        ApprovalError.APPROVAL_REVOKED, "approval", called + " was revoked on " + revokedAt + "."));
            case EXPIRED ->
                lacks.add(new Lack(
                        ApprovalError.APPROVAL_EXPIRED,
                        "approval",
                        called + " is good no longer, since " + expiresAt + "."));
        }
        lacks.addAll(extent.lacks(wanted));
        return lacks;
    }
}
