package io.rapport.serve.api.operation;

import io.rapport.core.error.ErrorCode;
import io.rapport.serve.approval.ApprovalError;
import io.rapport.serve.connection.ConnectionError;
import io.rapport.serve.dataset.ExtractionError;
import io.rapport.serve.enrichment.EnrichmentError;
import io.rapport.serve.export.ExportError;
import io.rapport.serve.profile.ProfileError;
import io.rapport.serve.segment.SegmentError;
import java.util.Map;

/** The one place where an error becomes the status of an answer of the API. */
public final class ApiStatus {

    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL = 500;
    private static final int UNAVAILABLE = 503;

    private static final Map<ErrorCode, ApiError> KNOWN = Map.ofEntries(
            Map.entry(ConnectionError.CONNECTION_UNKNOWN, ApiError.NOT_FOUND),
            Map.entry(ExtractionError.EXTRACTION_GONE, ApiError.NOT_FOUND),
            Map.entry(EnrichmentError.ENRICHMENT_GONE, ApiError.NOT_FOUND),
            Map.entry(ExportError.EXPORT_UNKNOWN, ApiError.NOT_FOUND),
            Map.entry(ProfileError.PROFILE_UNKNOWN, ApiError.NOT_FOUND),
            Map.entry(ProfileError.PROFILE_EXISTS, ApiError.CONFLICT),
            Map.entry(EnrichmentError.NAME_TAKEN, ApiError.CONFLICT),
            Map.entry(EnrichmentError.NO_CONSENT, ApiError.CONFLICT),
            Map.entry(EnrichmentError.ENRICHMENT_INACTIVE, ApiError.CONFLICT),
            Map.entry(EnrichmentError.FIRST_RUN_WAITS, ApiError.CONFLICT),
            Map.entry(SegmentError.SEGMENT_NAME_TAKEN, ApiError.CONFLICT),
            Map.entry(SegmentError.SEGMENT_CHANGED, ApiError.CHANGED_MEANWHILE),
            Map.entry(ApprovalError.APPROVAL_REQUESTED, ApiError.CONFLICT),
            Map.entry(ApprovalError.APPROVAL_DECIDED, ApiError.CONFLICT),
            Map.entry(ApprovalError.APPROVAL_CHANGED, ApiError.CHANGED_MEANWHILE),
            Map.entry(ExportError.EXPORT_BUSY, ApiError.TOO_MANY_REQUESTS));

    private ApiStatus() {}

    public static int of(ErrorCode code) {
        if (code instanceof ApiError ours) {
            return ours.status();
        }
        ApiError known = KNOWN.get(code);
        if (known != null) {
            return known.status();
        }
        if (code instanceof ApprovalError approval && approval.isRefusal()) {
            return ApiError.ROLE_TOO_SMALL.status();
        }
        return switch (code.kind()) {
            case USER -> BAD_REQUEST;
            case INTERNAL -> INTERNAL;
            case EXTERNAL, RESOURCES -> UNAVAILABLE;
        };
    }
}
