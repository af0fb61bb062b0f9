package io.rapport.model.duckdb.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account in the index.
 *
 * @param id in the customer profiles
 * @param name there, or the id where it has none
 * @param score of the year
 * @param scoreBefore of the run before; null where it had no such account
 * @param emailsTo of the year, likewise the next three
 * @param daysSinceEmail null where there was none in the window
 * @param daysSinceMeeting null where there was none in the window
 * @param activeWeeks how many of the last 26 complete weeks had any activity
 * @param usualWeek median of emails and three times the meetings, over those weeks
 * @param lateActivity the same of the last four complete weeks together
 * @param lastUsualWeek Monday of the last week with activity before those four; null where there was none
 * @param weeks emails and three times the meetings of the last 26 complete weeks, the oldest first
 * @param monthScore of the last complete month
 * @param usualMonthScore mean of the three before it
 * @param relation by how many people it is held
 * @param words what is true of it
 */
public record AccountStanding(
        String id,
        String name,
        double score,
        @Nullable Double scoreBefore,
        long emailsTo,
        long emailsFrom,
        long meetingsTo,
        long meetingsFrom,
        @Nullable Long daysSinceEmail,
        @Nullable Long daysSinceMeeting,
        long activeWeeks,
        double usualWeek,
        long lateActivity,
        @Nullable LocalDate lastUsualWeek,
        List<Long> weeks,
        double monthScore,
        double usualMonthScore,
        AccountRelation relation,
        Set<AccountWord> words) {

    public AccountStanding {
        weeks = List.copyOf(weeks);
        words = Set.copyOf(words);
    }

    public long emails() {
        return emailsTo + emailsFrom;
    }

    public long meetings() {
        return meetingsTo + meetingsFrom;
    }

    /** Whether there was any email or meeting in the window. */
    public boolean isEngaged() {
        return daysSinceEmail != null || daysSinceMeeting != null;
    }
}
