package io.rapport.simulator.meeting;

import io.rapport.simulator.company.Party;
import java.util.List;

/**
 * One occurrence of a meeting, from its invitation to its end; copies of it lie in calendars. Times are seconds since 1970,
 * {@link Long#MAX_VALUE} is never; an all-day event lies between two midnights of UTC, as Microsoft writes it.
 *
 * @param kind what it is
 * @param key its own
 * @param seriesKey of the series that it belongs to; 0 for a single one
 * @param organizer who invites
 * @param invitees all others
 * @param firstStartSecond when it was to begin at first
 * @param startSecond when it begins after it was moved; the same where it never was
 * @param lengthSeconds how long it is
 * @param isAllDay whether it lasts whole days
 * @param isPrivate whether its sensitivity is private
 * @param createdSecond when the invitation was sent
 * @param movedSecond when it was moved
 * @param cancelledSecond when it was cancelled
 */
public record Meeting(
        Kind kind,
        long key,
        long seriesKey,
        Party organizer,
        List<Invitee> invitees,
        long firstStartSecond,
        long startSecond,
        long lengthSeconds,
        boolean isAllDay,
        boolean isPrivate,
        long createdSecond,
        long movedSecond,
        long cancelledSecond) {

    /** What a meeting is. */
    public enum Kind {
        /** With a customer. */
        ACCOUNT,
        /** Among colleagues. */
        INTERNAL,
        /** An appointment with oneself. */
        PERSONAL
    }

    public Meeting {
        invitees = List.copyOf(invitees);
    }

    public boolean isInSeries() {
        return seriesKey != 0;
    }

    public boolean isMoved(long second) {
        return second >= movedSecond;
    }

    public boolean isCancelled(long second) {
        return second >= cancelledSecond;
    }

    /** When it begins, as everybody knows at a second. */
    public long start(long second) {
        return isMoved(second) ? startSecond : firstStartSecond;
    }
}
