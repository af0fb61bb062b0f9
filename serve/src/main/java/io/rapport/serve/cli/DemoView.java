package io.rapport.serve.cli;

import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.run.RunResult;
import io.rapport.serve.customer.Customer;
import io.rapport.serve.demo.DemoFolder;
import io.rapport.serve.demo.Sparkline;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Person;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the demonstration shows: two tables, where the files are, and what to try next. */
final class DemoView {

    /** How many each table shows. */
    static final int MOST = 10;

    private static final int WEEKS_PER_BAR = 2;

    private final Console console;
    private final DemoFolder folder;
    private final Company company;
    private final LocalDate day;

    DemoView(Console console, DemoFolder folder, Company company, LocalDate day) {
        this.console = console;
        this.folder = folder;
        this.company = company;
        this.day = day;
    }

    /**
     * @param engaged the most engaged, the first first
     * @param quiet all that are going quiet
     */
    void show(RunResult result, long rows, boolean goesOn, List<Customer> engaged, List<AccountStanding> quiet) {
        if (console.isJson()) {
            console.json(json(result, rows, engaged, quiet));
            return;
        }
        headline(result, rows, goesOn);
        engaged(engaged);
        quiet(quiet);
        next();
    }

    private void headline(RunResult result, long rows, boolean goesOn) {
        long employees = company.people().stream().filter(Person::isEmployee).count();
        console.line(Company.NAME + ", a made-up company of " + employees + " people: "
                + Words.count(result.emails()) + " emails and " + Words.count(result.meetings())
                + " meetings in the year to " + day + ".");
        console.line((goesOn ? "Since the last start: " : "") + Words.many(rows, "row") + " imported; "
                + Words.count(result.enriched()) + " of " + Words.many(result.accounts(), "account")
                + " had any contact with the "
                + Words.many(result.listedPeople(), "listed person").replace("persons", "people")
                + ".");
    }

    private void engaged(List<Customer> customers) {
        console.line("");
        console.line("The most engaged accounts");
        console.line("");
        TextTable table = new TextTable(List.of(
                TextTable.Column.text("Account"),
                TextTable.Column.number("Score"),
                TextTable.Column.number("Emails to"),
                TextTable.Column.number("from"),
                TextTable.Column.number("Meetings"),
                TextTable.Column.number("Contacts"),
                TextTable.Column.number("Last, days"),
                TextTable.Column.text("26 weeks")));
        for (Customer customer : customers) {
            AccountStanding account = customer.standing();
            table.add(List.of(
                    account.name(),
                    score(account),
                    Words.count(account.emailsTo()),
                    Words.count(account.emailsFrom()),
                    Words.count(account.meetings()),
                    Words.count(customer.year().contacts().inEmails()),
                    days(account),
                    Sparkline.of(account.weeks(), WEEKS_PER_BAR)));
        }
        table.print(console);
    }

    private void quiet(List<AccountStanding> accounts) {
        console.line("");
        console.line(accounts.isEmpty() ? "No account is going quiet" : "Accounts that are going quiet");
        if (accounts.isEmpty()) {
            return;
        }
        console.line("");
        TextTable table = new TextTable(List.of(
                TextTable.Column.text("Account"),
                TextTable.Column.number("Usual week"),
                TextTable.Column.number("Last 4 weeks"),
                TextTable.Column.number("Last, days"),
                TextTable.Column.number("Score"),
                TextTable.Column.text("26 weeks")));
        for (AccountStanding account : accounts.subList(0, Math.min(MOST, accounts.size()))) {
            table.add(List.of(
                    account.name(),
                    String.format(Locale.ROOT, "%.0f", account.usualWeek()),
                    Words.count(account.lateActivity()),
                    days(account),
                    score(account),
                    Sparkline.of(account.weeks(), WEEKS_PER_BAR)));
        }
        table.print(console);
        if (accounts.size() > MOST) {
            console.line("and " + (accounts.size() - MOST) + " more");
        }
        console.line("");
        console.line("A week counts emails, and meetings three times; a bar stands for two weeks, a dot for none.");
    }

    private void next() {
        String home = " --home " + shown(folder.home().folder());
        console.line("");
        console.line("Where it is");
        console.line("  tables    " + shown(folder.tables()));
        console.line("  exports   " + shown(folder.exports()) + "  (as Graph Data Connect writes them)");
        console.line("  profiles  " + shown(folder.profiles()) + "  (customers, their people, and the enrichment)");
        console.line("");
        console.line("What to try next");
        console.line("  rapport datasets" + home);
        console.line("  rapport query \"select * from Office where CustomerId = 'ACC-10001' order by 1\"" + home);
        console.line("  rapport enrich " + shown(folder.profiles()) + "/engagement.yaml" + home);
    }

    /** Relative to the working directory where it lies below it. */
    private static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    private static String score(AccountStanding account) {
        return String.format(Locale.ROOT, "%.1f", account.score());
    }

    /** Since the last email or meeting. */
    private static String days(AccountStanding account) {
        return Stream.of(Optional.ofNullable(account.daysSinceEmail()), Optional.ofNullable(account.daysSinceMeeting()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(Words::count)
                .orElse("");
    }

    private Map<String, Object> json(RunResult result, long rows, List<Customer> engaged, List<AccountStanding> quiet) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("asOf", day);
        fields.put("rows", rows);
        fields.put("emails", result.emails());
        fields.put("meetings", result.meetings());
        fields.put("accounts", result.accounts());
        fields.put("enriched", result.enriched());
        fields.put(
                "mostEngaged",
                engaged.stream().map(Customer::standing).map(DemoView::json).toList());
        fields.put("goingQuiet", quiet.stream().map(DemoView::json).toList());
        fields.put("tables", folder.tables());
        fields.put("exports", folder.exports());
        fields.put("profiles", folder.profiles());
        return fields;
    }

    private static Map<String, Object> json(AccountStanding account) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", account.id());
        fields.put("name", account.name());
        fields.put("score", account.score());
        fields.put("usualWeek", account.usualWeek());
        fields.put("lastFourWeeks", account.lateActivity());
        fields.put("weeks", account.weeks());
        return fields;
    }
}
