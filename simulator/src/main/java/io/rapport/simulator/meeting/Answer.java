package io.rapport.simulator.meeting;

/** What somebody answers to an invitation. */
public enum Answer {
    NONE("none"),
    ACCEPTED("accepted"),
    TENTATIVE("tentativelyAccepted"),
    DECLINED("declined");

    private final String wireName;

    Answer(String wireName) {
        this.wireName = wireName;
    }

    /** As Microsoft writes it. */
    public String wireName() {
        return wireName;
    }
}
