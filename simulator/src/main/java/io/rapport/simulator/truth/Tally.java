package io.rapport.simulator.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is counted for one account in one period. Not thread-safe. */
public final class Tally {

    private static final int DECIMALS = 2;

    private long emailsTo;
    private long emailsFrom;
    private long meetingsTo;
    private long meetingsFrom;
    private final Set<Integer> emailPeople = new HashSet<>();
    private final Set<String> emailContacts = new HashSet<>();
    private final Set<Integer> meetingPeople = new HashSet<>();
    private final Set<String> meetingContacts = new HashSet<>();
    private long meetingSeconds;
    private long measuredMeetings;
    private long replySeconds;
    private long replies;

    void email(boolean isToAccount, Set<Integer> people, Set<String> contacts) {
        if (isToAccount) {
            emailsTo++;
        } else {
            emailsFrom++;
        }
        emailPeople.addAll(people);
        emailContacts.addAll(contacts);
    }

    void reply(long seconds) {
        replies++;
        replySeconds += seconds;
    }

    void meeting(boolean isToAccount, Set<Integer> people, Set<String> contacts) {
        if (isToAccount) {
            meetingsTo++;
        } else {
            meetingsFrom++;
        }
        meetingPeople.addAll(people);
        meetingContacts.addAll(contacts);
    }

    void meetingLength(long seconds) {
        measuredMeetings++;
        meetingSeconds += seconds;
    }

    public long emailsTo() {
        return emailsTo;
    }

    public long emailsFrom() {
        return emailsFrom;
    }

    public long meetingsTo() {
        return meetingsTo;
    }

    public long meetingsFrom() {
        return meetingsFrom;
    }

    /** Distinct people of ours in emails. */
    public int emailPeople() {
        return emailPeople.size();
    }

    /** Distinct people of the account in emails. */
    public int emailContacts() {
        return emailContacts.size();
    }

    /** Distinct people of ours in meetings. */
    public int meetingPeople() {
        return meetingPeople.size();
    }

    /** Distinct people of the account in meetings. */
    public int meetingContacts() {
        return meetingContacts.size();
    }

    /** Mean minutes with two decimals, or null where no meeting had a duration. */
    public @Nullable BigDecimal meetingMinutes() {
        return minutes(meetingSeconds, measuredMeetings);
    }

    /** Mean minutes until the account replied, with two decimals, or null where it never did. */
    public @Nullable BigDecimal replyMinutes() {
        return minutes(replySeconds, replies);
    }

    private static @Nullable BigDecimal minutes(long seconds, long count) {
        return count == 0
                ? null
                : BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(60 * count), DECIMALS, RoundingMode.HALF_UP);
    }
}
