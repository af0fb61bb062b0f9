package io.rapport.model.truth;

import io.rapport.model.truth.ContactRows.Contact;
import io.rapport.model.truth.Counting.CountedEmail;
import io.rapport.model.truth.Counting.CountedMeeting;
import io.rapport.model.truth.Counting.Reply;
import io.rapport.model.truth.Selection.Person;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The output table before the score: section 4. */
final class OfficeTable {

    private final Counting counting;
    private final Window window;

    OfficeTable(Counting counting, Window window) {
        this.counting = counting;
        this.window = window;
    }

    /** All rows, ordered by PrimaryKey. */
    List<Row> rows(Set<String> accounts) {
        List<Row> rows = new ArrayList<>();
        for (String account : accounts) {
            // "year: one row for every account of the account profiles"
            rows.add(row(account, account + "|year", "year", window.first(), window.last()));
            Set<LocalDate> months = new TreeSet<>();
            Set<LocalDate> weeks = new TreeSet<>();
            for (LocalDate date : counting.dates(account)) {
                months.add(date.withDayOfMonth(1));
                weeks.add(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            }
            for (LocalDate month : months) {
                if (window.contains(month)) {
                    LocalDate last = month.plusMonths(1).minusDays(1);
                    rows.add(row(account, account + "|month|" + month, "month", month, last));
                }
            }
            for (LocalDate week : weeks) {
                if (window.contains(week)) {
                    rows.add(row(account, account + "|week|" + week, "week", week, week.plusDays(6)));
                }
            }
        }
        rows.sort(Comparator.comparing(Row::primaryKey, CodePoints.ORDER));
        return rows;
    }

    private Row row(String account, String primaryKey, String level, LocalDate start, LocalDate lastDay) {
        // "the end date is the earlier of the period's last day and D"
        LocalDate end = lastDay.isBefore(window.last()) ? lastDay : window.last();
        long emailsTo = 0;
        long emailsFrom = 0;
        Set<Person> peopleOfEmails = new HashSet<>();
        Set<Contact> contactsOfEmails = new HashSet<>();
        LocalDate lastEmail = null;
        for (CountedEmail email : Objects.requireNonNull(counting.emails.get(account))) {
            if (isWithin(email.date(), start, end)) {
                emailsTo += email.isToAccount() ? 1 : 0;
                emailsFrom += email.isToAccount() ? 0 : 1;
                peopleOfEmails.addAll(email.people());
                contactsOfEmails.addAll(email.contacts());
            }
            lastEmail = laterUpTo(end, lastEmail, email.date());
        }
        long meetingsTo = 0;
        long meetingsFrom = 0;
        long meetingSeconds = 0;
        long meetingsWithDuration = 0;
        Set<Person> peopleOfMeetings = new HashSet<>();
        Set<Contact> contactsOfMeetings = new HashSet<>();
        LocalDate lastMeeting = null;
        for (CountedMeeting counted : Objects.requireNonNull(counting.meetings.get(account))) {
            if (isWithin(counted.meeting().date, start, end)) {
                meetingsTo += counted.isToAccount() ? 1 : 0;
                meetingsFrom += counted.isToAccount() ? 0 : 1;
                peopleOfMeetings.addAll(counted.people());
                contactsOfMeetings.addAll(counted.contacts());
                Long seconds = counted.meeting().seconds;
                meetingSeconds += seconds == null ? 0 : seconds;
                meetingsWithDuration += seconds == null ? 0 : 1;
            }
            lastMeeting = laterUpTo(end, lastMeeting, counted.meeting().date);
        }
        long replySeconds = 0;
        long replies = 0;
        for (Reply reply : Objects.requireNonNull(counting.replies.get(account))) {
            if (isWithin(reply.date(), start, end)) {
                replySeconds += reply.seconds();
                replies++;
            }
        }
        return new Row(
                primaryKey,
                account,
                BigDecimal.ZERO,
                emailsTo,
                emailsFrom,
                meetingsFrom,
                meetingsTo,
                peopleOfMeetings.size(),
                peopleOfEmails.size(),
                contactsOfMeetings.size(),
                contactsOfEmails.size(),
                counting.firstDate(account),
                daysBetween(lastEmail, end),
                daysBetween(lastMeeting, end),
                averageMinutes(meetingSeconds, meetingsWithDuration),
                averageMinutes(replySeconds, replies),
                start,
                level);
    }

    private static boolean isWithin(LocalDate date, LocalDate start, LocalDate end) {
        return !date.isBefore(start) && !date.isAfter(end);
    }

    private static @Nullable LocalDate laterUpTo(LocalDate end, @Nullable LocalDate last, LocalDate date) {
        return date.isAfter(end) || (last != null && last.isAfter(date)) ? last : date;
    }

    private static @Nullable Long daysBetween(@Nullable LocalDate last, LocalDate end) {
        return last == null ? null : Long.valueOf(ChronoUnit.DAYS.between(last, end));
    }

    private static @Nullable BigDecimal averageMinutes(long seconds, long count) {
        return count == 0 ? null : Exact.of(seconds, 60).over(count).rounded(2);
    }
}
