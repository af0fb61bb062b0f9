package io.rapport.serve.api.resource;

import io.rapport.model.extract.ExtractWords;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.approval.Approval;
import io.rapport.serve.approval.ApprovalState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Approvals, as the API tells them. */
final class ApprovalShapes {

    static final Shape<Known> APPROVAL = Shape.of(
                    Known.class, "Approval", "What somebody may extract through the server, or asked to.")
            .text("id", "Never given again.", known -> known.approval().id())
            .text(
                    "dataset",
                    "Its name.",
                    known -> known.approval().extent().dataset().name())
            .choice("state", "Where it stands.", Words.all(ApprovalState.class), known -> Words.of(known.state()))
            .open(
                    "extent",
                    "What it covers: columns, groups, userFilter, region, tenantRegion.",
                    known -> extent(known.approval()))
            .text(
                    "destination",
                    "Where the files may go.",
                    known -> known.approval().extent().destination())
            .text(
                    "purpose",
                    "Why, in the owner's words.",
                    known -> known.approval().purpose())
            .text(
                    "owner",
                    "Who asked for it, and extracts by it.",
                    known -> known.approval().ownerName())
            .time(
                    "requestedAt",
                    "When it was asked for.",
                    known -> known.approval().requestedAt())
            .textOrNull(
                    "decidedBy",
                    "Who approved or denied it; null before, and for those who are no administrators.",
                    known -> known.isNaming() ? known.approval().decidedBy() : null)
            .timeOrNull("decidedAt", "Null before.", known -> known.approval().decidedAt())
            .timeOrNull(
                    "expiresAt",
                    "The first instant at which it is good no longer; null where it was never approved.",
                    known -> known.approval().expiresAt())
            .textOrNull(
                    "revokedBy",
                    "Who revoked it; null otherwise, and for those who are no administrators.",
                    known -> known.isNaming() ? known.approval().revokedBy() : null)
            .timeOrNull("revokedAt", "Null before.", known -> known.approval().revokedAt())
            .text(
                    "reason",
                    "Why it was denied or revoked; empty for none.",
                    known -> known.approval().reason())
            .count(
                    "edition",
                    "One more with each decision; as the ETag has it.",
                    known -> known.approval().edition())
            .build();

    private ApprovalShapes() {}

    /**
     * An approval, as it stands.
     *
     * @param isNaming whether the reader is told who decided
     */
    record Known(Approval approval, ApprovalState state, boolean isNaming) {}

    private static Map<String, @Nullable Object> extent(Approval approval) {
        ExtractWords words = approval.extent().words();
        Map<String, @Nullable Object> extent = new LinkedHashMap<>();
        extent.put("columns", words.columns());
        extent.put("groups", words.groups());
        extent.put("userFilter", words.userFilter());
        extent.put("region", words.region() == null ? "all" : words.region());
        extent.put("tenantRegion", words.tenantRegion());
        return extent;
    }
}
