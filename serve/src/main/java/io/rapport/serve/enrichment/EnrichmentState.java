package io.rapport.serve.enrichment;

/** Where a saved enrichment stands. Only an active one runs. */
public enum EnrichmentState {
    /** An administrator has yet to agree. */
    WAITING_FOR_CONSENT("Waiting for consent", "waiting"),
    DECLINED("Consent declined", "attention"),
    /** What it had come to is deleted, or about to be. */
    WITHDRAWN("Consent withdrawn", "attention"),
    ACTIVE("Active", "ok"),
    /** Agreed to, and at rest: it runs neither by itself nor when asked. */
    DEACTIVATED("Deactivated", "waiting"),
    /** It goes, and what it had come to with it. */
    DELETED("Being deleted", "attention");

    private final String words;
    private final String colour;

    EnrichmentState(String words, String colour) {
        this.words = words;
        this.colour = colour;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** The class of its colour. */
    public String colour() {
        return colour;
    }

    /** Whether an administrator's consent holds. */
    public boolean isConsented() {
        return this == ACTIVE || this == DEACTIVATED;
    }
}
