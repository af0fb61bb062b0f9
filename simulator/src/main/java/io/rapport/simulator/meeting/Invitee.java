package io.rapport.simulator.meeting;

import io.rapport.simulator.company.Party;

/**
 * Somebody who is invited to a meeting.
 *
 * @param party who
 * @param type how
 * @param answer what is answered in the end
 * @param answeredSecond when, in seconds since 1970; {@link Long#MAX_VALUE}: never
 */
public record Invitee(Party party, Type type, Answer answer, long answeredSecond) {

    /** As Microsoft names it, in lower case. */
    public enum Type {
        REQUIRED,
        OPTIONAL,
        RESOURCE
    }

    /** What has been answered at a second. */
    public Answer answer(long second) {
        return second < answeredSecond ? Answer.NONE : answer;
    }
}
