package io.rapport.serve.approval;

import java.util.Locale;

/** Where an approval stands. */
public enum ApprovalState {
    /** Somebody asked for it, and no administrator has decided. */
    REQUESTED,
    /** Its owner may extract by it. */
    APPROVED,
    /** An administrator said no. */
    DENIED,
    /** An administrator took it back. */
    REVOKED,
    /** Its {@linkplain Approvals#VALID days} are over. Never stored: the time says so. */
    EXPIRED;

    /** As people read it. */
    public String word() {
        String name = name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
