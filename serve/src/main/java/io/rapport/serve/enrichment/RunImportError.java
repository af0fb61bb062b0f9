package io.rapport.serve.enrichment;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** Why the tables of a run that took place elsewhere don't become a run of this home. */
public enum RunImportError implements ErrorCode {
    /** The folder holds no complete run that this version can serve, or one that was changed since; all reasons at once. */
    RUN_NOT_WHOLE,
    /** The same run is here already. */
    RUN_KNOWN,
    /** The output table belongs to another enrichment here. */
    RUN_FOREIGN,
    /** Its tables name somebody who was erased here. */
    RUN_NAMES_ERASED;

    @Override
    public Kind kind() {
        return Kind.USER;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
