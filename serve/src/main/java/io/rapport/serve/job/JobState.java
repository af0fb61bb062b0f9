package io.rapport.serve.job;

/** Where a job stands. */
public enum JobState {
    QUEUED("Queued"),
    RUNNING("Refreshing"),
    SUCCESSFUL("Successful"),
    FAILED("Failed"),
    CANCELED("Canceled");

    private final String word;

    JobState(String word) {
        this.word = word;
    }

    /** As people read it. */
    public String word() {
        return word;
    }

    public boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }
}
