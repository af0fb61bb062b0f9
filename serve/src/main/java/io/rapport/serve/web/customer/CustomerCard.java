package io.rapport.serve.web.customer;

import io.rapport.model.duckdb.account.AccountPeriod;
import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.ScorePart;
import io.rapport.serve.customer.Customer;
import io.rapport.serve.customer.HistoryPeriod;
import io.rapport.serve.customer.Reason;
import io.rapport.serve.customer.ScoreBreakdown;
import io.rapport.serve.web.Say;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a card's view out of what is known of a customer. */
final class CustomerCard {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private CustomerCard() {}

    /**
     * @param enrichment the output table that was asked for; empty for the primary one
     * @param outputs those that have the account, to switch between
     */
    static CustomerView view(
            Customer customer, String path, String enrichment, List<String> outputs, boolean isByWeek, Instant now) {
        AccountStanding standing = customer.standing();
        String chosen = enrichment.isEmpty() ? "" : "enrichment=" + enrichment;
        return new CustomerView(
                standing.name(),
                "/customers" + (chosen.isEmpty() ? "" : "?" + chosen),
                AsOf.words(customer.run(), now),
                outputs.size() < 2
                        ? List.of()
                        : outputs.stream()
                                .map(output -> new CustomersView.Choice(
                                        output,
                                        "",
                                        path + "?" + (isByWeek ? "by=week&" : "") + "enrichment=" + output,
                                        output.equals(customer.run().output())))
                                .toList(),
                Reason.of(standing, customer.run().asOf()).stream()
                        .map(CustomerList::mark)
                        .toList(),
                CustomerList.tenths(standing.score()),
                (int) Math.round(standing.score()),
                customer.accounts().scoreQuartiles().stream()
                        .map(score -> (int) Math.round(score))
                        .toList(),
                quarter(customer),
                standing.scoreBefore() == null ? "" : CustomerList.signed(standing.score() - standing.scoreBefore()),
                tiles(customer),
                List.of(
                        new CustomersView.Choice(
                                "By month", "", path + (chosen.isEmpty() ? "" : "?" + chosen), !isByWeek),
                        new CustomersView.Choice(
                                "By week", "", path + "?by=week" + (chosen.isEmpty() ? "" : "&" + chosen), isByWeek)),
                charts(isByWeek ? customer.weeks() : customer.months(), isByWeek),
                customer.score().lines().stream().map(CustomerCard::part).toList(),
                compared(customer),
                standing.scoreBefore() != null,
                involved(customer.year()));
    }

    private static String quarter(Customer customer) {
        if (!customer.standing().isEngaged()) {
            return "No email and no meeting in the year";
        }
        List<Double> quartiles = customer.accounts().scoreQuartiles();
        double score = customer.standing().score();
        String quarter = score > quartiles.get(2)
                ? "top"
                : score > quartiles.get(1) ? "second" : score > quartiles.get(0) ? "third" : "lowest";
        return "In the " + quarter + " quarter of "
                + Say.count(customer.accounts().engaged(), "customer", "customers") + " in touch";
    }

    private static List<CustomerView.Tile> tiles(Customer customer) {
        AccountStanding standing = customer.standing();
        AccountPeriod year = customer.year();
        return List.of(
                new CustomerView.Tile(
                        "Emails",
                        Say.count(standing.emails()),
                        "in the year",
                        Say.count(standing.emailsTo()) + " to them, " + Say.count(standing.emailsFrom())
                                + " from them"),
                new CustomerView.Tile(
                        "Meetings",
                        Say.count(standing.meetings()),
                        "in the year",
                        Say.count(standing.meetingsTo()) + " that we initiated, " + Say.count(standing.meetingsFrom())
                                + " that they did"),
                new CustomerView.Tile(
                        "Last contact",
                        last(standing),
                        standing.isEngaged() && since(standing) > 1 ? "days ago" : "",
                        year.engagedSince() == null
                                ? "Never in the year"
                                : "Last email " + Reason.ago(standing.daysSinceEmail()) + ", last meeting "
                                        + Reason.ago(standing.daysSinceMeeting())),
                new CustomerView.Tile(
                        "They answer in",
                        year.replyMinutes() == null ? "–" : span(year.replyMinutes()),
                        "",
                        year.meetingMinutes() == null
                                ? "On average; no meeting has a duration"
                                : "On average; a meeting lasts " + span(year.meetingMinutes())));
    }

    private static String last(AccountStanding standing) {
        if (!standing.isEngaged()) {
            return "–";
        }
        long days = since(standing);
        return days == 0 ? "Today" : days == 1 ? "Yesterday" : Say.count(days);
    }

    private static long since(AccountStanding standing) {
        Long email = standing.daysSinceEmail();
        Long meeting = standing.daysSinceMeeting();
        return Math.min(email == null ? Long.MAX_VALUE : email, meeting == null ? Long.MAX_VALUE : meeting);
    }

    private static String span(double minutes) {
        return minutes < 120
                ? Math.round(minutes) + " min"
                : minutes < 48 * 60
                        ? String.format(Locale.ENGLISH, "%.1f h", minutes / 60)
                        : String.format(Locale.ENGLISH, "%.1f days", minutes / 1_440);
    }

    private static List<CustomerView.Chart> charts(List<HistoryPeriod> periods, boolean isByWeek) {
        String period = isByWeek ? "Week from" : "Month";
        return List.of(
                new CustomerView.Chart(
                        "emails",
                        "How many emails went to and fro?",
                        period,
                        "To them",
                        "From them",
                        "emails",
                        periods.stream()
                                .map(one -> bar(one, isByWeek, one.emailsTo(), one.emailsFrom()))
                                .toList()),
                new CustomerView.Chart(
                        "meetings",
                        "Who asked for meetings?",
                        period,
                        "We did",
                        "They did",
                        "meetings",
                        periods.stream()
                                .map(one -> bar(one, isByWeek, one.meetingsTo(), one.meetingsFrom()))
                                .toList()));
    }

    private static CustomerView.Bar bar(HistoryPeriod period, boolean isByWeek, long to, long from) {
        String name = isByWeek ? AsOf.day(period.start()) : MONTH_AND_YEAR.format(period.start());
        return new CustomerView.Bar(
                (isByWeek ? DAY : MONTH).format(period.start()),
                name + (period.isComplete() ? "" : ", so far"),
                to,
                from);
    }

    private static CustomerView.Part part(ScoreBreakdown.Line line) {
        ScorePart part = line.part();
        ScorePart before = line.before();
        String was = before == null || Objects.equals(before.value(), part.value())
                ? ""
                : " (was " + value(before.value()) + ")";
        return new CustomerView.Part(
                ComponentWords.name(part.component()),
                ComponentWords.meaning(part.component()),
                value(part.value()) + was,
                part.standingTotal() == 0
                        ? "nobody has any"
                        : Say.count(part.standingCount()) + " of " + Say.count(part.standingTotal()),
                part.weight(),
                line.points().toPlainString(),
                part.weight() == 0 ? 0 : line.points().intValue(),
                before == null ? "" : CustomerList.signed(line.change().doubleValue()));
    }

    private static String value(@Nullable Long value) {
        return value == null ? "–" : Say.count(value);
    }

    private static String compared(Customer customer) {
        if (customer.findEarlier().isEmpty()) {
            return "This is the first run; the next one with a later date shows what changed.";
        }
        String day = AsOf.day(customer.findEarlier().orElseThrow().asOf());
        return customer.standing().scoreBefore() == null
                ? "It was not among the customers as of " + day + "."
                : "Compared with the run as of " + day
                        + ", when the score was "
                        + CustomerList.tenths(customer.standing().scoreBefore())
                        + ". The score ranks customers among each other: it moves when they do, too.";
    }

    private static List<CustomerView.Involved> involved(AccountPeriod year) {
        return List.of(
                new CustomerView.Involved(
                        "Ours",
                        Say.count(year.people().inEmails()),
                        Say.count(year.people().inMeetings())),
                new CustomerView.Involved(
                        "Theirs",
                        Say.count(year.contacts().inEmails()),
                        Say.count(year.contacts().inMeetings())));
    }
}
