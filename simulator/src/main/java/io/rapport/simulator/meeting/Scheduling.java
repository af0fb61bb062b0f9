package io.rapport.simulator.meeting;

import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Office;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.worktime.WorkClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** How meetings are put into calendars: on working days, at full and half hours of the organizer's zone. Immutable. */
final class Scheduling {

    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;
    private static final int CANCELLED_PER_MILLE = 65;
    private static final int MOVED_PER_MILLE = 65;
    private static final int[] LENGTHS = {1_800, 1_800, 3_600, 3_600, 2_700, 5_400, 7_200};

    private final Company company;
    private final WorkClock clock;

    Scheduling(Company company, WorkClock clock) {
        this.company = company;
        this.clock = clock;
    }

    Company company() {
        return company;
    }

    WorkClock clock() {
        return clock;
    }

    /** The day itself where people work, else the next one on which they do. */
    long workday(Office office, long day) {
        long next = day;
        for (int tries = 0; clock.weight(office, next) <= 500 && tries < 12; tries++) {
            next++;
        }
        return next;
    }

    /** A half hour from 9:00 to 16:30, as a number of half hours since midnight. */
    static int halfHour(Draws draws) {
        return draws.between(18, 33);
    }

    static int length(Draws draws) {
        return LENGTHS[draws.below(LENGTHS.length)];
    }

    /** The instant of a local time, whatever daylight saving does that day. */
    static long second(Office office, long day, int halfHour) {
        return LocalDate.ofEpochDay(day)
                .atTime(LocalTime.of(halfHour / 2, halfHour % 2 * 30))
                .atZone(office.zone())
                .toEpochSecond();
    }

    /** The meeting, with what becomes of it drawn at the end. */
    Meeting meeting(
            Meeting.Kind kind, long seriesKey, Party organizer, List<Invitee> invitees, Slot slot, Draws draws) {
        long key = draws.next();
        int drawn = draws.below(1000);
        long notice = draws.between(HOUR, 4 * DAY);
        boolean isCancelled = drawn < CANCELLED_PER_MILLE && !invitees.isEmpty();
        boolean isMoved = !isCancelled && !slot.isAllDay() && drawn < CANCELLED_PER_MILLE + MOVED_PER_MILLE;
        long announced = Math.max(slot.createdSecond() + 600, slot.startSecond() - notice);
        long by = draws.isWithin(500) ? draws.between(1, 3) * (long) DAY : draws.between(1, 3) * (long) HOUR;
        return new Meeting(
                kind,
                key,
                seriesKey,
                organizer,
                invitees,
                slot.startSecond(),
                isMoved ? slot.startSecond() + by : slot.startSecond(),
                slot.lengthSeconds(),
                slot.isAllDay(),
                kind == Meeting.Kind.PERSONAL || draws.isWithin(15),
                slot.createdSecond(),
                isMoved ? announced : Long.MAX_VALUE,
                isCancelled ? announced : Long.MAX_VALUE);
    }

    /** When it is, and since when it is known. */
    record Slot(long startSecond, long lengthSeconds, boolean isAllDay, long createdSecond) {}

    /** Answers come after hours, some never; those of strangers to an outside organizer never come to us. */
    static Invitee invitee(Party party, long createdSecond, boolean isHeard, Draws draws) {
        int drawn = draws.below(1000);
        long answered = createdSecond + draws.between(60, 2 * DAY);
        Answer answer = drawn < 700
                ? Answer.ACCEPTED
                : drawn < 780 ? Answer.TENTATIVE : drawn < 860 ? Answer.DECLINED : Answer.NONE;
        boolean isOptional = draws.isWithin(120);
        return new Invitee(
                party,
                isOptional ? Invitee.Type.OPTIONAL : Invitee.Type.REQUIRED,
                isHeard ? answer : Answer.NONE,
                isHeard && answer != Answer.NONE ? answered : Long.MAX_VALUE);
    }

    /** A room for some of the meetings. */
    static List<Invitee> withRoom(List<Invitee> invitees, long createdSecond, Draws draws) {
        if (!draws.isWithin(180)) {
            return invitees;
        }
        int number = draws.between(1, 12);
        Party room = new Party(Party.Kind.STRANGER, -1, "Room " + number, "room-" + number + "@" + Company.DOMAIN);
        List<Invitee> all = new ArrayList<>(invitees);
        all.add(new Invitee(room, Invitee.Type.RESOURCE, Answer.ACCEPTED, createdSecond + 5));
        return all;
    }
}
