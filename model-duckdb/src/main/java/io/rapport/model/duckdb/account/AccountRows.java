package io.rapport.model.duckdb.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads rows of the index and of the tables. */
final class AccountRows {

    private static final int WEEKS = 26;

    private AccountRows() {}

    static AccountStanding standing(ResultSet row) throws SQLException {
        Set<AccountWord> words = EnumSet.noneOf(AccountWord.class);
        for (AccountWord word : AccountWord.values()) {
            if (row.getBoolean(word.column())) {
                words.add(word);
            }
        }
        return new AccountStanding(
                row.getString("account_id"),
                row.getString("account_name"),
                row.getDouble("score"),
                decimal(row, "score_before"),
                row.getLong("emails_to_account"),
                row.getLong("emails_from_account"),
                row.getLong("meetings_to_account"),
                row.getLong("meetings_from_account"),
                number(row, "days_since_email"),
                number(row, "days_since_meeting"),
                row.getLong("active_weeks"),
                row.getDouble("usual_week"),
                row.getLong("late_activity"),
                date(row, "last_usual_week"),
                weeks(row.getString("weeks")),
                row.getDouble("month_score"),
                row.getDouble("usual_month_score"),
                new AccountRelation(
                        row.getLong("relation_events"),
                        row.getLong("most_of_person"),
                        row.getLong("most_of_contact"),
                        row.getLong("new_contacts"),
                        row.getLong("lost_contacts")),
                words);
    }

    /** The text has the place of a week and its activity, for those that have any. */
    private static List<Long> weeks(String text) {
        Long[] weeks = new Long[WEEKS];
        Arrays.fill(weeks, 0L);
        if (!text.isEmpty()) {
            for (String week : text.split(" ", -1)) {
                int colon = week.indexOf(':');
                weeks[Integer.parseInt(week.substring(0, colon))] = Long.valueOf(week.substring(colon + 1));
            }
        }
        return Arrays.asList(weeks);
    }

    static AccountPeriod period(ResultSet row) throws SQLException {
        return new AccountPeriod(
                row.getString("AggregationLevel"),
                java.util.Objects.requireNonNull(date(row, "AggregationStartDate")),
                row.getDouble("EngagementScore"),
                row.getLong("NoOfEmails_ToAccount"),
                row.getLong("NoOfEmails_FromAccount"),
                row.getLong("NoOfMeetings_ToAccount"),
                row.getLong("NoOfMeetings_FromAccount"),
                new AccountPeriod.Involved(
                        row.getLong("NoOfContactsInvolved_Emails"), row.getLong("NoOfContactsInvolved_Meetings")),
                new AccountPeriod.Involved(
                        row.getLong("NoOfAccountContactsInvolved_Emails"),
                        row.getLong("NoOfAccountContactsInvolved_Meetings")),
                date(row, "EngagementStartDate"),
                decimal(row, "AverageDuration_Of_Meetings"),
                decimal(row, "AverageDuration_Of_AccountEmailReplies"));
    }

    static ScorePart part(ResultSet row) throws SQLException {
        return new ScorePart(
                row.getString("Component"),
                number(row, "Value"),
                row.getLong("StandingCount"),
                row.getLong("StandingTotal"),
                row.getLong("Weight"),
                row.getBigDecimal("Points"));
    }

    /** What {@link #counts(ResultSet)} reads. */
    static String counts() {
        String engaged = "not " + AccountWord.NEVER_ENGAGED.column();
        return "count(*) as accounts, count(*) filter (where " + engaged + ") as engaged, "
                + Arrays.stream(AccountWord.values())
                        .map(word -> "count(*) filter (where " + word.column() + ") as " + word.column())
                        .collect(Collectors.joining(", "))
                + quartile(engaged, 1) + quartile(engaged, 2) + quartile(engaged, 3);
    }

    private static String quartile(String engaged, int nth) {
        return ", coalesce(quantile_disc(score, " + nth * 0.25 + ") filter (where " + engaged + "), 0) as quartile_"
                + nth;
    }

    static AccountCounts counts(ResultSet row) throws SQLException {
        Map<AccountWord, Long> words = new EnumMap<>(AccountWord.class);
        for (AccountWord word : AccountWord.values()) {
            words.put(word, row.getLong(word.column()));
        }
        return new AccountCounts(
                row.getLong("accounts"),
                row.getLong("engaged"),
                Collections.unmodifiableMap(words),
                List.of(row.getDouble("quartile_1"), row.getDouble("quartile_2"), row.getDouble("quartile_3")));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Double decimal(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    /** As text: a JDBC date is a moment in the machine's zone. */
    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : LocalDate.parse(text);
    }
}
