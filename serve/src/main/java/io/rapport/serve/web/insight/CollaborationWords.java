package io.rapport.serve.web.insight;

import io.rapport.model.report.Collaboration;
import io.rapport.model.report.Collaboration.Group;
import io.rapport.model.report.Collaboration.Week;
import io.rapport.model.report.CollaborationMetric;
import io.rapport.serve.insight.KeptCollaboration;
import io.rapport.serve.web.Say;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Says in words what the models found of departments. */
final class CollaborationWords {

    static final String PATH = "/collaboration";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int LEVELS = 5;
    private static final String ALL = "All departments shown";

    private CollaborationWords() {}

    static CollaborationView of(KeptCollaboration kept, CollaborationChoice choice, Instant now) {
        Collaboration report = kept.report();
        List<LocalDate> weeks = report.weeks()
                .subList(
                        Math.max(0, report.weeks().size() - choice.weeks()),
                        report.weeks().size());
        return new CollaborationView(
                true,
                true,
                standing(kept, weeks, now),
                hours(report),
                report.minimumPeople(),
                Arrays.stream(CollaborationMetric.values())
                        .map(metric -> new CollaborationView.Link(
                                metric.title(), choice.with(metric).href(), metric == choice.metric()))
                        .toList(),
                CollaborationChoice.WEEKS.stream()
                        .map(count -> new CollaborationView.Link(
                                "Last " + count + " weeks",
                                choice.withWeeks(count).href(),
                                count == choice.weeks()))
                        .toList(),
                departments(report, choice),
                new CollaborationView.Chosen(
                        choice.metric().word(), Integer.toString(choice.weeks()), choice.department(), choice.week()),
                chart(report, choice, weeks),
                weeks.stream()
                        .map(week -> new CollaborationView.Head(SHORT_DAY.format(week), "Week of " + DAY.format(week)))
                        .toList(),
                rows(report, choice, weeks),
                CollaborationMatrix.of(report, choice.week()),
                Arrays.stream(CollaborationMetric.values())
                        .map(metric -> new CollaborationView.Definition(
                                metric.title(), metric.unit().word(), metric.definition()))
                        .toList());
    }

    private static String standing(KeptCollaboration kept, List<LocalDate> weeks, Instant now) {
        String range = weeks.isEmpty()
                ? "No week is over yet"
                : DAY.format(weeks.get(0)) + " to "
                        + DAY.format(weeks.get(weeks.size() - 1).plusDays(6));
        String people = kept.report().findPeople().isPresent()
                ? ", of " + Say.count(kept.report().findPeople().getAsLong(), "person", "people")
                : "";
        return range + people + ", counted " + Say.ago(kept.countedAt(), now);
    }

    private static String hours(Collaboration report) {
        if (report.findPeople().isEmpty() || report.findPeopleWithoutHours().isEmpty()) {
            return "";
        }
        long unknown = report.findPeopleWithoutHours().getAsLong();
        long share = Math.round(100.0 * unknown / report.findPeople().getAsLong());
        return unknown == 0
                ? ""
                : "Of " + share
                        + " % of the people the time zone or the working time is not known: for them it is Monday"
                        + " to Friday, 09:00 to 17:00, " + report.zone().getId() + ".";
    }

    static String name(Group group) {
        return group.isTotal() ? ALL : name(group.name());
    }

    static String name(String department) {
        return department.isEmpty() ? "No department" : department;
    }

    private static List<CollaborationView.Option> departments(Collaboration report, CollaborationChoice choice) {
        return report.groups().stream()
                .map(group -> new CollaborationView.Option(key(group), name(group), isChosen(group, choice)))
                .toList();
    }

    private static String key(Group group) {
        return group.isTotal() ? "" : CollaborationChoice.key(group.name());
    }

    private static boolean isChosen(Group group, CollaborationChoice choice) {
        return key(group).equals(choice.department());
    }

    private static CollaborationView.Chart chart(
            Collaboration report, CollaborationChoice choice, List<LocalDate> weeks) {
        CollaborationMetric metric = choice.metric();
        Group all = report.groups().isEmpty()
                ? new Group("", true, List.of())
                : report.groups().get(0);
        Group shown = report.groups().stream()
                .filter(group -> isChosen(group, choice))
                .findFirst()
                .orElse(all);
        List<Week> own = last(shown.weeks(), weeks);
        List<Week> others = last(all.weeks(), weeks);
        List<CollaborationView.Point> points = IntStream.range(0, own.size())
                .mapToObj(i -> point(metric, own.get(i), others.get(i), shown.isTotal()))
                .toList();
        List<Week> published =
                own.stream().filter(week -> week.find(metric).isPresent()).toList();
        boolean isEmpty = published.isEmpty();
        Week latest = isEmpty ? null : published.get(published.size() - 1);
        return new CollaborationView.Chart(
                metric == CollaborationMetric.MEETINGS || metric == CollaborationMetric.MEETING_HOURS
                        ? "week-meetings"
                        : "week",
                metric.title() + ", week by week",
                latest == null ? "" : text(metric, latest.find(metric)),
                unit(metric),
                latest == null
                        ? ""
                        : name(shown) + ", week of " + DAY.format(latest.start()) + ", of "
                                + Say.count(latest.people(), "person", "people"),
                name(shown),
                shown.isTotal() ? "" : name(all),
                isEmpty,
                points);
    }

    private static List<Week> last(List<Week> weeks, List<LocalDate> shown) {
        return weeks.subList(Math.max(0, weeks.size() - shown.size()), weeks.size());
    }

    private static CollaborationView.Point point(CollaborationMetric metric, Week own, Week other, boolean isTotal) {
        return new CollaborationView.Point(
                "Week of " + DAY.format(own.start()),
                SHORT_DAY.format(own.start()),
                own.isHoliday(),
                number(metric, own.find(metric)),
                text(metric, own.find(metric)),
                isTotal ? "" : number(metric, other.find(metric)),
                isTotal ? "" : text(metric, other.find(metric)));
    }

    private static List<CollaborationView.Row> rows(
            Collaboration report, CollaborationChoice choice, List<LocalDate> weeks) {
        CollaborationMetric metric = choice.metric();
        double most = report.groups().stream()
                .flatMap(group -> last(group.weeks(), weeks).stream())
                .map(week -> week.find(metric))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(0);
        List<CollaborationView.Row> rows = new ArrayList<>();
        report.groups()
                .forEach(group -> rows.add(new CollaborationView.Row(
                        name(group),
                        choice.withDepartment(key(group)).href(),
                        group.isTotal(),
                        last(group.weeks(), weeks).stream()
                                .map(week -> new CollaborationView.Cell(
                                        text(metric, week.find(metric)),
                                        week.isHoliday(),
                                        level(week.find(metric).orElse(0), most)))
                                .toList())));
        return rows;
    }

    /** From 0 for nothing to 5 for the greatest. */
    static int level(double value, double most) {
        return value <= 0 || most <= 0 ? 0 : (int) Math.min(LEVELS, 1 + Math.floor(LEVELS * value / most));
    }

    private static String unit(CollaborationMetric metric) {
        return switch (metric.unit()) {
            case COUNT -> "a person";
            case SHARE -> "";
            case MINUTES -> "";
            case HOURS -> "hours a person";
        };
    }

    /** As people read it; empty for "not enough people". */
    static String text(CollaborationMetric metric, OptionalDouble value) {
        if (value.isEmpty()) {
            return "";
        }
        double number = value.getAsDouble();
        return switch (metric.unit()) {
            case COUNT, HOURS -> String.format(Locale.ENGLISH, "%,.1f", number);
            case SHARE -> String.format(Locale.ENGLISH, "%.0f %%", 100 * number);
            case MINUTES -> minutes(number);
        };
    }

    private static String minutes(double minutes) {
        return minutes < 90
                ? String.format(Locale.ENGLISH, "%.0f min", minutes)
                : minutes < 48 * 60
                        ? String.format(Locale.ENGLISH, "%.1f h", minutes / 60)
                        : String.format(Locale.ENGLISH, "%.1f days", minutes / 60 / 24);
    }

    /** As the chart's script reads it. */
    private static String number(CollaborationMetric metric, OptionalDouble value) {
        if (value.isEmpty()) {
            return "";
        }
        double number =
                metric.unit() == CollaborationMetric.Unit.SHARE ? 100 * value.getAsDouble() : value.getAsDouble();
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
