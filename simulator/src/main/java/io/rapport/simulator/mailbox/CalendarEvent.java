package io.rapport.simulator.mailbox;

import io.rapport.simulator.company.Wording;
import io.rapport.simulator.meeting.Answer;
import io.rapport.simulator.meeting.Invitee;
import io.rapport.simulator.meeting.Meeting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a meeting's occurrence in a calendar, as it is at one instant. Of an all-day event start and end are midnights
 * of UTC: their dates count.
 *
 * @param id within the mailbox
 * @param iCalUId the same in every copy, another for every occurrence
 * @param seriesMasterId id of the series within the mailbox, or null for a single event
 * @param meeting of which it is a copy
 * @param start as known at that instant
 * @param end as known at that instant
 * @param isCancelled whether the organizer has cancelled it
 * @param isOrganizer whether the mailbox's owner organizes it
 * @param ownAnswer what the owner has answered; none for the organizer
 * @param attendees with their answers as far as this mailbox knows them
 * @param lastModified when it last changed
 * @param version a number that differs between two versions of the event
 */
public record CalendarEvent(
        String id,
        String iCalUId,
        @Nullable String seriesMasterId,
        Meeting meeting,
        Instant start,
        Instant end,
        boolean isCancelled,
        boolean isOrganizer,
        Answer ownAnswer,
        List<Attendee> attendees,
        Instant lastModified,
        long version) {

    /**
     * Somebody who is invited.
     *
     * @param invitee who, and how
     * @param answer as far as this mailbox knows it
     */
    public record Attendee(Invitee invitee, Answer answer) {}

    public CalendarEvent {
        attendees = List.copyOf(attendees);
    }

    public Optional<String> findSeriesMasterId() {
        return Optional.ofNullable(seriesMasterId);
    }

    /** {@code singleInstance}, {@code occurrence} or {@code exception}. */
    public String type() {
        if (!meeting.isInSeries()) {
            return "singleInstance";
        }
        boolean isMoved = start.getEpochSecond() != meeting.firstStartSecond();
        return isMoved || isCancelled ? "exception" : "occurrence";
    }

    /** {@code responseStatus.response}: the owner's own answer. */
    public String response() {
        if (isOrganizer) {
            return "organizer";
        }
        return ownAnswer == Answer.NONE ? "notResponded" : ownAnswer.wireName();
    }

    public String showAs() {
        if (isCancelled || ownAnswer == Answer.DECLINED) {
            return "free";
        }
        boolean isCertain = isOrganizer || ownAnswer == Answer.ACCEPTED;
        return meeting.isAllDay() && meeting.kind() == Meeting.Kind.PERSONAL ? "oof" : isCertain ? "busy" : "tentative";
    }

    public String sensitivity() {
        return meeting.isPrivate() ? "private" : "normal";
    }

    public boolean isOnline() {
        return meeting.kind() != Meeting.Kind.PERSONAL && !meeting.isAllDay();
    }

    public Instant created() {
        return Instant.ofEpochSecond(meeting.createdSecond());
    }

    /** Private: what must not land. */
    public String subject() {
        return Wording.subject(meeting.isInSeries() ? meeting.seriesKey() : meeting.key());
    }

    /** Private: what must not land. */
    public String body() {
        return Wording.body(meeting.key());
    }
}
