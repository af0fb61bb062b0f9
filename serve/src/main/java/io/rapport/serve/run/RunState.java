package io.rapport.serve.run;

/** Where a run stands. */
public enum RunState {
    REFRESHING("Refreshing"),
    SUCCESSFUL("Successful"),
    COMPLETED_WITH_WARNINGS("Completed with warnings"),
    FAILED("Failed"),
    CANCELED("Canceled"),
    /** Its time came, and it was not begun; a remark says why. */
    SKIPPED("Skipped"),
    /** Its process ended without a word: killed, or the machine went down. Nothing half-written counts. */
    INTERRUPTED("Interrupted");

    private final String words;

    RunState(String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** Whether its tables are there. */
    public boolean isDelivered() {
        return this == SUCCESSFUL || this == COMPLETED_WITH_WARNINGS;
    }
}
