package io.rapport.serve.web.customer;

import static io.rapport.serve.web.SpreadsheetText.harmless;

import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.serve.customer.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A customer as a line of CSV. */
public final class CustomerCsv {

    public static final List<String> HEADER = List.of(
            "CustomerId",
            "Name",
            "EngagementScore",
            "ScoreBefore",
            "NoOfEmails_ToAccount",
            "NoOfEmails_FromAccount",
            "NoOfMeetings_ToAccount",
            "NoOfMeetings_FromAccount",
            "DaysSinceLastEmail",
            "DaysSinceLastMeeting",
            "Words",
            "AsOf");

    private CustomerCsv() {}

    public static List<String> record(AccountStanding account, LocalDate asOf) {
        return List.of(
                harmless(account.id()),
                harmless(account.name()),
                tenths(account.score()),
                tenths(account.scoreBefore()),
                String.valueOf(account.emailsTo()),
                String.valueOf(account.emailsFrom()),
                String.valueOf(account.meetingsTo()),
                String.valueOf(account.meetingsFrom()),
                Objects.toString(account.daysSinceEmail(), ""),
                Objects.toString(account.daysSinceMeeting(), ""),
                Reason.of(account, asOf).stream()
                        .map(reason -> Word.of(reason.word()).title())
                        .collect(Collectors.joining("; ")),
                asOf.toString());
    }

    private static String tenths(@Nullable Double number) {
        return number == null ? "" : String.format(Locale.ROOT, "%.1f", number);
    }
}
