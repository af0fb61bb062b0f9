package io.rapport.serve.api.resource;

import io.rapport.model.duckdb.account.AccountCounts;
import io.rapport.model.duckdb.account.AccountPeriod;
import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.AccountWord;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.customer.Customer;
import io.rapport.serve.customer.HistoryPeriod;
import io.rapport.serve.customer.Overview;
import io.rapport.serve.customer.Reason;
import io.rapport.serve.customer.ScoreBreakdown;
import io.rapport.serve.web.customer.CustomerKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Customers, as the API tells them: counts of people, nobody named. */
final class CustomerShapes {

    static final Shape<Reason> MARK = Shape.of(Reason.class, "Mark", "What is true of a customer, and why.")
            .choice("word", "What.", Words.all(AccountWord.class), reason -> Words.of(reason.word()))
            .text("reason", "Why, made from the customer's own numbers.", Reason::text)
            .build();

    static final Shape<Line> CUSTOMER = Shape.of(Line.class, "Customer", "A customer's year, as of a run.")
            .text("id", "In the customer profiles.", line -> line.standing().id())
            .text(
                    "key",
                    "The same, as addresses have it.",
                    line -> CustomerKey.of(line.standing().id()))
            .text(
                    "name",
                    "In the customer profiles; the id where it has none.",
                    line -> line.standing().name())
            .number(
                    "score",
                    "Engagement score, 0 to 100.",
                    line -> line.standing().score())
            .numberOrNull(
                    "scoreBefore",
                    "In the run before; null where it was not there.",
                    line -> line.standing().scoreBefore())
            .count(
                    "emailsTo",
                    "Emails to the customer.",
                    line -> line.standing().emailsTo())
            .count(
                    "emailsFrom",
                    "Emails from the customer.",
                    line -> line.standing().emailsFrom())
            .count(
                    "meetingsTo",
                    "Meetings that your people initiated.",
                    line -> line.standing().meetingsTo())
            .count(
                    "meetingsFrom",
                    "Meetings that the customer initiated.",
                    line -> line.standing().meetingsFrom())
            .countOrNull(
                    "daysSinceLastEmail",
                    "Null where there was none in the year.",
                    line -> line.standing().daysSinceEmail())
            .countOrNull(
                    "daysSinceLastMeeting",
                    "Null where there was none in the year.",
                    line -> line.standing().daysSinceMeeting())
            .counts(
                    "weeks",
                    "Emails and three times the meetings of the last 26 complete weeks, the oldest first.",
                    line -> line.standing().weeks())
            .many("marks", "What is true of it.", MARK, line -> Reason.of(line.standing(), line.asOf()))
            .build();

    static final Shape<HistoryPeriod> PERIOD = Shape.of(HistoryPeriod.class, "Period", "A month or week.")
            .day("start", "Its first day.", HistoryPeriod::start)
            .flag("isComplete", "Whether all of its days count.", HistoryPeriod::isComplete)
            .count("emailsTo", "Emails to the customer.", HistoryPeriod::emailsTo)
            .count("emailsFrom", "Emails from the customer.", HistoryPeriod::emailsFrom)
            .count("meetingsTo", "Meetings that your people initiated.", HistoryPeriod::meetingsTo)
            .count("meetingsFrom", "Meetings that the customer initiated.", HistoryPeriod::meetingsFrom)
            .build();

    static final Shape<ScoreBreakdown.Line> PART = Shape.of(
                    ScoreBreakdown.Line.class, "ScorePart", "A component of the score.")
            .text("component", "Its column.", line -> line.part().component())
            .countOrNull(
                    "value",
                    "Null where the customer has none.",
                    line -> line.part().value())
            .count(
                    "standingCount",
                    "Customers with a value that are not better.",
                    line -> line.part().standingCount())
            .count(
                    "standingTotal",
                    "Customers with a value.",
                    line -> line.part().standingTotal())
            .count("weight", "Of the component.", line -> line.part().weight())
            .number("points", "That it adds, to one decimal.", ScoreBreakdown.Line::points)
            .number("change", "Points more or less than in the run before.", ScoreBreakdown.Line::change)
            .build();

    static final Shape<AccountPeriod.Involved> INVOLVED = Shape.of(
                    AccountPeriod.Involved.class, "Involved", "Distinct people of one side, counted.")
            .count("inEmails", "In emails.", AccountPeriod.Involved::inEmails)
            .count("inMeetings", "In meetings.", AccountPeriod.Involved::inMeetings)
            .build();

    static final Shape<Card> CARD = Shape.of(Card.class, "CustomerCard", "All that is known of a customer.")
            .one(
                    "customer",
                    "Its year.",
                    CUSTOMER,
                    card -> new Line(
                            card.customer().standing(), card.customer().run().asOf()))
            .many(
                    "history",
                    "Every period of the year, the oldest first.",
                    PERIOD,
                    card -> card.isByWeek()
                            ? card.customer().weeks()
                            : card.customer().months())
            .many(
                    "scoreParts",
                    "Their points add up to the score.",
                    PART,
                    card -> card.customer().score().lines())
            .one("people", "Yours.", INVOLVED, card -> card.customer().year().people())
            .one(
                    "contacts",
                    "The customer's.",
                    INVOLVED,
                    card -> card.customer().year().contacts())
            .dayOrNull(
                    "engagedSince",
                    "First email or meeting of the year.",
                    card -> card.customer().year().engagedSince())
            .numberOrNull(
                    "averageMeetingMinutes",
                    "Null where no meeting has a duration.",
                    card -> card.customer().year().meetingMinutes())
            .numberOrNull(
                    "averageReplyMinutes",
                    "Null where there was no reply.",
                    card -> card.customer().year().replyMinutes())
            .build();

    static final Shape<Overview> OVERVIEW = Shape.of(Overview.class, "Overview", "A run at a glance.")
            .count("accounts", "Customers.", overview -> overview.counts().accounts())
            .count(
                    "engaged",
                    "Those with an email or meeting in the year.",
                    overview -> overview.counts().engaged())
            .open("marks", "Of how many each mark is true.", overview -> marks(overview.counts()))
            .counts("scoreTenths", "Engaged customers with a score from 0, from 10, and so on.", Overview::scoreTenths)
            .count("daysOfData", "Days of the year with an email or meeting.", Overview::daysOfData)
            .many(
                    "quiet",
                    "The first that go quiet, the most engaged first.",
                    CUSTOMER,
                    overview -> lines(overview, overview.quiet()))
            .many(
                    "risers",
                    "Whose score rose most since the run before.",
                    CUSTOMER,
                    overview -> lines(overview, overview.risers()))
            .many(
                    "fallers",
                    "Whose score fell most since the run before.",
                    CUSTOMER,
                    overview -> lines(overview, overview.fallers()))
            .build();

    private CustomerShapes() {}

    /** A customer, as of a day. */
    record Line(AccountStanding standing, LocalDate asOf) {}

    /** A card, with its history by week or month. */
    record Card(Customer customer, boolean isByWeek) {}

    private static List<Line> lines(Overview overview, List<AccountStanding> accounts) {
        return accounts.stream()
                .map(account -> new Line(account, overview.run().asOf()))
                .toList();
    }

    private static Map<String, Long> marks(AccountCounts counts) {
        Map<String, Long> marks = new LinkedHashMap<>();
        Arrays.stream(AccountWord.values()).forEach(word -> marks.put(Words.of(word), counts.of(word)));
        return marks;
    }
}
