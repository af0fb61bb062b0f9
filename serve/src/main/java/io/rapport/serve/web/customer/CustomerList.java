package io.rapport.serve.web.customer;

import io.rapport.model.duckdb.account.AccountCounts;
import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountPage;
import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.serve.customer.Reason;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.web.Say;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Makes the list's view out of what was found. */
public final class CustomerList {

    private CustomerList() {}

    /** @param counts of all customers, whatever part of them is listed */
    public static CustomersView view(
            ListAddress address,
            ServedRun run,
            List<String> outputs,
            AccountCounts counts,
            AccountPage page,
            boolean mayExport,
            Instant now) {
        long first = (address.page() - 1L) * ListAddress.PAGE + 1;
        long last = first + page.accounts().size() - 1;
        return new CustomersView(
                true,
                AsOf.words(run, now),
                outputs.size() < 2
                        ? List.of()
                        : outputs.stream()
                                .map(output -> new CustomersView.Choice(
                                        output,
                                        "",
                                        address.withEnrichment(output).href(),
                                        output.equals(run.output())))
                                .toList(),
                address.path(),
                address.enrichment(),
                address.search(),
                address.show(),
                address.sort(),
                address.isDescending() ? "desc" : "asc",
                shows(address, counts),
                columns(address),
                page.accounts().stream()
                        .map(account -> line(account, address, run))
                        .toList(),
                counts.scoreQuartiles().stream()
                        .map(score -> (int) Math.round(score))
                        .toList(),
                page.accounts().isEmpty()
                        ? ""
                        : Say.count(first) + " to " + Say.count(last) + " of " + Say.count(page.found()),
                address.page() == 1 ? "" : address.withPage(address.page() - 1).href(),
                last < page.found() && !page.accounts().isEmpty()
                        ? address.withPage(address.page() + 1).href()
                        : "",
                mayExport && page.found() > 0 ? address.csv() : "",
                address.bare().href());
    }

    /** Before any run. */
    static CustomersView none() {
        return new CustomersView(
                false,
                "",
                List.of(),
                "/customers",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                "",
                "",
                "");
    }

    private static List<CustomersView.Choice> shows(ListAddress address, AccountCounts counts) {
        List<CustomersView.Choice> shows = new ArrayList<>();
        shows.add(new CustomersView.Choice(
                "All",
                Say.count(counts.accounts()),
                address.withShow("").href(),
                address.show().isEmpty()));
        Arrays.stream(Word.values())
                .filter(word -> counts.of(word.word()) > 0 || word.parameter().equals(address.show()))
                .forEach(word -> shows.add(new CustomersView.Choice(
                        word.title(),
                        Say.count(counts.of(word.word())),
                        address.withShow(word.parameter()).href(),
                        word.parameter().equals(address.show()))));
        return shows;
    }

    private static List<CustomersView.Column> columns(ListAddress address) {
        return List.of(
                column("Customer", AccountOrder.NAME, false, address),
                column("Score", AccountOrder.SCORE, false, address),
                column("Change", AccountOrder.CHANGE, true, address),
                new CustomersView.Column("26 weeks", "", "", false),
                column("Emails", AccountOrder.EMAILS, true, address),
                column("Meetings", AccountOrder.MEETINGS, true, address),
                column("Last email", AccountOrder.LAST_EMAIL, true, address),
                column("Last meeting", AccountOrder.LAST_MEETING, true, address));
    }

    private static CustomersView.Column column(
            String title, AccountOrder order, boolean isNumber, ListAddress address) {
        return new CustomersView.Column(
                title,
                address.sortedBy(order).href(),
                !address.isSortedBy(order) ? "" : address.isDescending() ? "descending" : "ascending",
                isNumber);
    }

    private static CustomersView.Line line(AccountStanding account, ListAddress address, ServedRun run) {
        Double before = account.scoreBefore();
        return new CustomersView.Line(
                "/customers/" + CustomerKey.of(account.id())
                        + (address.enrichment().isEmpty() ? "" : "?enrichment=" + run.output()),
                account.name(),
                Reason.of(account, run.asOf()).stream()
                        .filter(reason -> Word.of(reason.word()).isMarked())
                        .map(CustomerList::mark)
                        .toList(),
                tenths(account.score()),
                (int) Math.round(account.score()),
                before == null ? "" : signed(account.score() - before),
                Trend.path(account.weeks()),
                Trend.words(account.weeks()),
                Say.count(account.emails()),
                Say.count(account.meetings()),
                days(account.daysSinceEmail()),
                days(account.daysSinceMeeting()));
    }

    static CustomersView.Mark mark(Reason reason) {
        Word word = Word.of(reason.word());
        return new CustomersView.Mark(word.title(), word.colour(), reason.text());
    }

    public static String tenths(double number) {
        return String.format(Locale.ENGLISH, "%.1f", number);
    }

    /** {@code +1.2}, {@code −0.4}, {@code 0.0}. */
    static String signed(double number) {
        long tenth = Math.round(number * 10);
        return (tenth > 0 ? "+" : tenth < 0 ? "−" : "") + tenths(Math.abs(tenth) / 10.0);
    }

    public static String days(@org.jspecify.annotations.Nullable Long days) {
        return days == null ? "–" : days == 0 ? "today" : days == 1 ? "1 day" : days + " days";
    }
}
