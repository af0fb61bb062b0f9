package io.rapport.serve.job;

/** What a job does. */
public enum JobKind {
    /** Reads what is new of one connection. */
    SYNC("Sync"),
    /** Runs one enrichment from its spec. */
    ENRICHMENT("Enrichment");

    private final String word;

    JobKind(String word) {
        this.word = word;
    }

    /** As people read it. */
    public String word() {
        return word;
    }
}
