package io.rapport.model.duckdb.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account in one period: a row of the output table.
 *
 * @param level {@code year}, {@code month} or {@code week}
 * @param start first day
 * @param people listed people in emails, and in meetings
 * @param contacts account contacts in emails, and in meetings
 * @param engagedSince first email or meeting of the window; null where there was none
 * @param meetingMinutes on average; null where no meeting has a duration
 * @param replyMinutes on average; null where there was no reply
 */
public record AccountPeriod(
        String level,
        LocalDate start,
        double score,
        long emailsTo,
        long emailsFrom,
        long meetingsTo,
        long meetingsFrom,
        Involved people,
        Involved contacts,
        @Nullable LocalDate engagedSince,
        @Nullable Double meetingMinutes,
        @Nullable Double replyMinutes) {

    /** Distinct people of one side. */
    public record Involved(long inEmails, long inMeetings) {}
}
