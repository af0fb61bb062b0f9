package io.rapport.serve.customer;

import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.AccountWord;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is true of an account, and why, made from its own numbers.
 *
 * @param word what
 * @param text why, in one or two sentences
 */
public record Reason(AccountWord word, String text) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

    /** All that is true of it, what asks for attention first. */
    public static List<Reason> of(AccountStanding account, LocalDate asOf) {
        return Arrays.stream(AccountWord.values())
                .filter(account.words()::contains)
                .map(word -> new Reason(word, text(word, account, asOf)))
                .toList();
    }

    /** Why some words are true of an account, in one text; empty where none of them is. */
    public static String text(AccountStanding account, LocalDate asOf, Set<AccountWord> words) {
        return of(account, asOf).stream()
                .filter(reason -> words.contains(reason.word()))
                .map(Reason::text)
                .collect(Collectors.joining(" "));
    }

    private static String text(AccountWord word, AccountStanding account, LocalDate asOf) {
        return switch (word) {
            case GOING_QUIET -> quiet(account);
            case FALLING, RISING -> month(account, asOf);
            case ONE_WAY -> oneWay(account);
            case STALE ->
                "The last email was " + ago(account.daysSinceEmail()) + " and the last meeting "
                        + ago(account.daysSinceMeeting()) + "; both are more than 60 days back.";
            case NEVER_ENGAGED -> "No email and no meeting within the year.";
            case SINGLE_THREADED_OURS ->
                "One person of yours took part in " + account.relation().mostOfPerson() + " of "
                        + account.relation().events() + " emails and meetings.";
            case SINGLE_THREADED_THEIRS ->
                "One contact of theirs took part in " + account.relation().mostOfContact() + " of "
                        + account.relation().events() + " emails and meetings.";
            case NEW_CONTACTS ->
                contacts(account.relation().newContacts()) + " took part for the first time of the year within the last"
                        + " 60 days.";
            case LOST_CONTACTS ->
                contacts(account.relation().lostContacts()) + " took part until 60 to 149 days ago, and not since.";
            case REVIVED -> "It was stale in the run before; " + last(account) + ".";
        };
    }

    private static String contacts(long count) {
        return count == 1 ? "1 contact" : count + " contacts";
    }

    private static String quiet(AccountStanding account) {
        LocalDate until = account.lastUsualWeek();
        return "A usual week had " + plain(account.usualWeek()) + " (an email counts one, a meeting three)"
                + (until == null ? "" : ", until the week of " + DAY.format(until)) + ". The last four weeks had "
                + (account.lateActivity() == 0 ? "none" : account.lateActivity() + " together") + "; " + last(account)
                + ".";
    }

    private static String month(AccountStanding account, LocalDate asOf) {
        LocalDate ended = asOf.plusDays(1).withDayOfMonth(1).minusMonths(1);
        return "The score of " + MONTH.format(ended) + " was " + tenths(account.monthScore())
                + "; the three months before had " + tenths(account.usualMonthScore()) + " on average.";
    }

    private static String oneWay(AccountStanding account) {
        return "Of " + account.emails() + " emails " + account.emailsTo() + " went to them and " + account.emailsFrom()
                + " came from them, and there was no meeting.";
    }

    private static String last(AccountStanding account) {
        Long email = account.daysSinceEmail();
        Long meeting = account.daysSinceMeeting();
        return meeting != null && (email == null || meeting < email)
                ? "the last meeting was " + ago(meeting)
                : "the last email was " + ago(email);
    }

    /** {@code today}, {@code yesterday}, {@code 31 days ago}. */
    public static String ago(@Nullable Long days) {
        if (days == null) {
            return "more than a year ago";
        }
        return days == 0 ? "today" : days == 1 ? "yesterday" : days + " days ago";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : tenths(number);
    }

    private static String tenths(double number) {
        return String.format(Locale.ENGLISH, "%.1f", number);
    }
}
