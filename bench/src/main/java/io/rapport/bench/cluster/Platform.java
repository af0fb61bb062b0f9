package io.rapport.bench.cluster;

/** Where the jar runs in a benchmark. */
public enum Platform {
    /** Two threads of one process. */
    LOCAL("`local[2]`"),
    /** Spark's own master and two workers with an executor of one core each, on loopback. */
    STANDALONE("standalone, 2 workers");

    private final String words;

    Platform(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
