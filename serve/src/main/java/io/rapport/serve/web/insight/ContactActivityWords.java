package io.rapport.serve.web.insight;

import io.rapport.core.dataset.Datasets;
import io.rapport.model.report.ContactActivity;
import io.rapport.model.report.ContactActivity.Band;
import io.rapport.model.report.ContactActivity.Counts;
import io.rapport.model.report.ContactActivity.Department;
import io.rapport.model.report.Granularity;
import io.rapport.serve.web.Say;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Says in words what the models found. */
final class ContactActivityWords {

    static final String PATH = "/contact-activity";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private ContactActivityWords() {}

    static ContactActivityView of(ContactActivity found, int minimum, String from, String to, boolean mayExtract) {
        return new ContactActivityView(
                "",
                true,
                DAY.format(found.from()) + " to " + DAY.format(found.to().minusDays(1)) + ", "
                        + found.zone().getId() + ", by " + found.by().word() + ", of "
                        + Say.count(found.employees(), "employee", "employees"),
                found.isDirectoryLanded()
                        ? ""
                        : "No directory has landed: employees are those with a signal in these days, and departments are"
                                + " not known.",
                from,
                to,
                choices(found.by(), from, to),
                found.by().word(),
                charts(found),
                found.adding().stream().map(ContactActivityWords::band).toList(),
                found.apps().stream()
                        .map(app ->
                                group(app.name(), "", app.counts(), most(found.apps(), ContactActivity.App::counts)))
                        .toList(),
                found.departments().stream()
                        .map(department -> group(
                                name(department),
                                Say.count(department.employees()),
                                department.counts(),
                                most(found.departments(), Department::counts)))
                        .toList(),
                mayExtract
                        ? "/datasets/" + Datasets.OUTLOOK_CONTACT_ACTIVITY + "/extract?from=" + found.from() + "&to="
                                + found.to()
                        : "",
                minimum);
    }

    static ContactActivityView without(String problem, boolean isLanded, String from, String to, Granularity by) {
        return new ContactActivityView(
                problem,
                isLanded,
                "",
                "",
                from,
                to,
                choices(by, from, to),
                by.word(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                0);
    }

    private static List<ContactActivityView.Choice> choices(Granularity chosen, String from, String to) {
        return Arrays.stream(Granularity.values())
                .map(by -> new ContactActivityView.Choice("By " + by.word(), href(by, from, to), by == chosen))
                .toList();
    }

    private static String href(Granularity by, String from, String to) {
        return PATH + "?by=" + by.word() + (isDay(from) ? "&from=" + from : "") + (isDay(to) ? "&to=" + to : "");
    }

    private static boolean isDay(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private static List<ContactActivityView.Chart> charts(ContactActivity found) {
        return List.of(
                chart("added", "AddContact", "somebody added as a contact", found, Counts::added),
                chart("created", "ContactCreated", "a contact created in a mailbox", found, Counts::created),
                chart("deleted", "RemoveContact", "a contact removed", found, Counts::deleted),
                chart("modified", "ContactUpdated", "a contact changed", found, Counts::modified));
    }

    private static ContactActivityView.Chart chart(
            String what, String signal, String meaning, ContactActivity found, ToLongFunction<Counts> count) {
        long total = count.applyAsLong(found.total());
        return new ContactActivityView.Chart(
                what,
                "How many contacts were " + what + " by all users?",
                Say.count(total),
                total == 1 ? "contact" : "contacts",
                "Signals " + signal + ": " + meaning + ".",
                total == 0,
                found.periods().stream()
                        .map(period -> bar(found.by(), period.start(), count.applyAsLong(period.counts())))
                        .toList());
    }

    private static ContactActivityView.Bar bar(Granularity by, LocalDate start, long count) {
        String label = by == Granularity.MONTH ? MONTH.format(start) : SHORT_DAY.format(start);
        String name = switch (by) {
            case DAY -> DAY.format(start);
            case WEEK -> "Week of " + DAY.format(start);
            case MONTH -> MONTH.format(start);
        };
        return new ContactActivityView.Bar(name, label, count, Say.count(count));
    }

    private static ContactActivityView.Bar band(Band band) {
        String name = band.isOpen()
                ? Say.count(band.lowest()) + " or more"
                : band.lowest() == band.highest()
                        ? Say.count(band.lowest())
                        : Say.count(band.lowest()) + " to " + Say.count(band.highest());
        return new ContactActivityView.Bar(name, name, band.employees(), Say.count(band.employees()));
    }

    private static <T> long most(List<T> groups, java.util.function.Function<T, Counts> counts) {
        return groups.stream()
                .mapToLong(group -> counts.apply(group).added())
                .max()
                .orElse(0);
    }

    private static ContactActivityView.Group group(String name, String employees, Counts counts, long most) {
        return new ContactActivityView.Group(
                name,
                employees,
                Say.count(counts.added()),
                Say.count(counts.created()),
                Say.count(counts.deleted()),
                Say.count(counts.modified()),
                most == 0 ? 0 : Math.round(100.0 * counts.added() / most));
    }

    private static String name(Department department) {
        if (department.isPooled()) {
            return "Smaller departments together";
        }
        return department.name().isEmpty() ? "No department" : department.name();
    }
}
