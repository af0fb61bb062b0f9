package io.rapport.serve.approval;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong with approvals, and what an extraction lacks of one. */
public enum ApprovalError implements ErrorCode {
    /** Nobody asked for an approval of this dataset; or an extraction is refused for want of one, in all. */
    APPROVAL_MISSING(true),
    /** It was asked for, and nobody has decided yet. */
    APPROVAL_WAITING(true),
    /** An administrator denied it. */
    APPROVAL_DENIED(true),
    /** An administrator revoked it. */
    APPROVAL_REVOKED(true),
    /** Its days are over. */
    APPROVAL_EXPIRED(true),
    /** Columns that were not approved. */
    APPROVAL_COLUMNS(true),
    /** People or groups that were not approved. */
    APPROVAL_SCOPE(true),
    /** A region that was not approved. */
    APPROVAL_REGION(true),
    /** Another place than the one that was approved. */
    APPROVAL_DESTINATION(true),
    /** Whoever asked for it, or a key of theirs, can't decide on it. */
    APPROVAL_OWN(true),
    /** A key of which nobody noted who made it can neither ask nor decide. */
    APPROVAL_NOBODY(true),
    /** A purpose or a reason that can't be one. */
    APPROVAL_INVALID(false),
    /** The same was asked for already, and waits. */
    APPROVAL_REQUESTED(false),
    /** It was decided already, or was never approved. */
    APPROVAL_DECIDED(false),
    /** Somebody decided since it was read. */
    APPROVAL_CHANGED(false);

    private final boolean isRefusal;

    ApprovalError(boolean isRefusal) {
        this.isRefusal = isRefusal;
    }

    /** Whether what was asked for may not be, rather than being wrong. */
    public boolean isRefusal() {
        return isRefusal;
    }

    @Override
    public Kind kind() {
        return Kind.USER;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
