package io.rapport.serve.job;

/** What a job does. */
public enum JobKind {
    /** Reads what is new of one connection. */
    SYNC("Sync", true),
    /** Runs one enrichment from its spec. */
    ENRICHMENT("Enrichment", true),
    /** Ends one connection and deletes what it brought; once begun it comes to its end. */
    ERASURE("Erasure", false),
    /** Erases people; once begun it comes to its end. */
    PERSON_ERASURE("Erasure of people", false),
    /** Deletes what an enrichment had come to; once begun it comes to its end. */
    REMOVAL("Deletion of the outputs", false),
    /** Writes the tables of an enrichment's latest run to a folder outside of the home. */
    EXPORT("Export", true),
    /** Extracts a dataset into the home. */
    EXTRACTION("Extraction", true),
    /** Counts how departments work. */
    COLLABORATION("Count", true),
    /** Compares the runs of an enrichment that have no digest yet with those before; once begun it comes to its end. */
    DIGEST("Digest", false),
    /** Takes former months out of the lake, and folds its files together. */
    UPKEEP("Upkeep", true),
    /** Looks whether every connection works. */
    DOCTOR("Doctor's look", true);

    private final String word;
    private final boolean isCancelable;

    JobKind(String word, boolean isCancelable) {
        this.word = word;
        this.isCancelable = isCancelable;
    }

    /** As people read it. */
    public String word() {
        return word;
    }

    /** Whether people may stop it. */
    public boolean isCancelable() {
        return isCancelable;
    }
}
