package io.rapport.simulator.meeting;

import java.util.function.Consumer;

/** Some people's meetings. Thread-safe; the same days are always the same. */
sealed interface MeetingSource permits AccountMeetings, GroupMeetings, PersonalMeetings {

    /** For everybody: no calendar in particular. */
    int EVERYBODY = -1;

    /** How far a meeting can be moved, at most. */
    int FARTHEST_MOVE_DAYS = 4;

    /**
     * The meetings that were to begin at first on one of the days.
     *
     * @param month counted from the company's first
     * @param person whose calendar it is for: meetings that can't concern it may be left out
     */
    void meetings(int month, int person, Consumer<Meeting> to);
}
