package io.rapport.simulator.mailbox;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.meeting.Answer;
import io.rapport.simulator.meeting.Invitee;
import io.rapport.simulator.meeting.Meeting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A meeting as it lies in one calendar. The organizer's copy goes when the meeting is cancelled; that of somebody who
 * declines may go with the answer, where the organizer, one of us, has heard it; a cancelled one is cleared away later.
 *
 * @param meeting of which it is a copy
 * @param key its own, within its mailbox
 * @param isOrganizer whether its owner organizes the meeting
 * @param own the owner's answer and when it is given; the organizer's is never given
 * @param removedSecond when it goes; {@link Long#MAX_VALUE}: it stays
 */
record EventCopy(Meeting meeting, long key, boolean isOrganizer, Invitee own, long removedSecond) {

    private static final int DAY = 86_400;
    private static final String DIGITS = "0123456789ABCDEF";

    /** With no date and nothing of its own. */
    private static final byte[] UID = ("040000008200E00074C5B7101A82E008" + "0".repeat(24) + "000000000000000010000000"
                    + "0".repeat(32))
            .getBytes(StandardCharsets.ISO_8859_1);

    /** The copy in somebody's calendar; empty where the meeting is none of his or hers. */
    static Optional<EventCopy> find(Company company, int owner, Meeting meeting) {
        Party organizer = meeting.organizer();
        long key = Chance.mix(meeting.key(), owner, 4);
        if (isOwner(organizer, owner)) {
            Invitee none = new Invitee(organizer, Invitee.Type.REQUIRED, Answer.NONE, Long.MAX_VALUE);
            return Optional.of(new EventCopy(meeting, key, true, none, meeting.cancelledSecond()));
        }
        for (Invitee invitee : meeting.invitees()) {
            if (isOwner(invitee.party(), owner)) {
                return Optional.of(copy(meeting, key, invitee));
            }
            if (invitee.party().kind() == Party.Kind.LIST
                    && company.lists().get(invitee.party().index()).reaches(owner)
                    && company.canMail(owner, meeting.firstStartSecond())) {
                Draws draws = new Draws(key);
                Answer answer = draws.isWithin(750) ? Answer.ACCEPTED : Answer.DECLINED;
                long answered = meeting.createdSecond() + draws.between(60, 3 * DAY);
                return Optional.of(copy(meeting, key, new Invitee(invitee.party(), invitee.type(), answer, answered)));
            }
        }
        return Optional.empty();
    }

    private static boolean isOwner(Party party, int owner) {
        return party.kind() == Party.Kind.PERSON && party.index() == owner;
    }

    private static EventCopy copy(Meeting meeting, long key, Invitee own) {
        Draws draws = new Draws(Chance.mix(key, 1));
        long removed = meeting.cancelledSecond() != Long.MAX_VALUE && draws.isWithin(500)
                ? meeting.cancelledSecond() + draws.between(600, 6 * DAY)
                : Long.MAX_VALUE;
        boolean isHeard =
                meeting.organizer().kind() == Party.Kind.PERSON && own.party().kind() == Party.Kind.PERSON;
        if (own.answer() == Answer.DECLINED && isHeard && draws.isWithin(500)) {
            removed = Math.min(removed, own.answeredSecond());
        }
        return new EventCopy(meeting, key, false, own, removed);
    }

    boolean isThere(long second) {
        return second >= meeting.createdSecond() && second < removedSecond;
    }

    CalendarEvent event(ItemIds ids, long second) {
        long start = meeting.start(second);
        List<CalendarEvent.Attendee> attendees = new ArrayList<>();
        for (Invitee invitee : meeting.invitees()) {
            attendees.add(new CalendarEvent.Attendee(invitee, isOrganizer ? invitee.answer(second) : Answer.NONE));
        }
        long lastModified = lastModified(second);
        return new CalendarEvent(
                ids.item(key),
                iCalUId(),
                meeting.isInSeries() ? ids.item(Chance.mix(meeting.seriesKey(), 5)) : null,
                meeting,
                Instant.ofEpochSecond(start),
                Instant.ofEpochSecond(start + meeting.lengthSeconds()),
                meeting.isCancelled(second),
                isOrganizer,
                own.answer(second),
                attendees,
                Instant.ofEpochSecond(lastModified),
                Chance.mix(key, lastModified));
    }

    private long lastModified(long second) {
        long last = meeting.createdSecond();
        last = later(last, meeting.movedSecond(), second);
        last = later(last, meeting.cancelledSecond(), second);
        last = later(last, own.answeredSecond(), second);
        if (isOrganizer) {
            for (Invitee invitee : meeting.invitees()) {
                last = later(last, invitee.answeredSecond(), second);
            }
        }
        return last;
    }

    private static long later(long last, long next, long second) {
        return next <= second ? Math.max(last, next) : last;
    }

    /** As Exchange makes it: a header, the occurrence's date in hexadecimal, and what is the event's own. */
    private String iCalUId() {
        byte[] text = UID.clone();
        if (meeting.isInSeries()) {
            LocalDate day = Instant.ofEpochSecond(meeting.firstStartSecond())
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate();
            hexadecimal(day.getYear() << 16 | day.getMonthValue() << 8 | day.getDayOfMonth(), text, 32, 8);
        }
        long own = meeting.isInSeries() ? meeting.seriesKey() : meeting.key();
        hexadecimal(Chance.mix(own, 1), text, 40, 16);
        hexadecimal(Chance.mix(own, 2), text, 80, 16);
        hexadecimal(Chance.mix(own, 3), text, 96, 16);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void hexadecimal(long number, byte[] text, int at, int digits) {
        for (int i = 0; i < digits; i++) {
            text[at + i] = (byte) DIGITS.charAt((int) (number >>> (4 * (digits - 1 - i))) & 15);
        }
    }
}
