package io.rapport.serve.enrichment;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong with saved enrichments. */
public enum EnrichmentError implements ErrorCode {
    /** Another enrichment or table has the name. */
    NAME_TAKEN,
    /** A field holds what can't be right. */
    ENRICHMENT_INVALID,
    /** Nobody of that name is there, or no longer. */
    ENRICHMENT_GONE,
    /** Nobody agreed, or somebody took it back. */
    NO_CONSENT,
    /** It is deactivated. */
    ENRICHMENT_INACTIVE,
    /** It is too early for a person of this role. */
    FIRST_RUN_WAITS;

    @Override
    public Kind kind() {
        return Kind.USER;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
