package io.rapport.serve.cli;

import io.rapport.model.report.Collaboration;
import io.rapport.model.report.Collaboration.Week;
import io.rapport.model.report.CollaborationMetric;
import io.rapport.serve.insight.CollaborationJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Collaboration on the command line: the last published week of each department, then its weeks one by one. */
final class CollaborationView {

    private static final String TOO_FEW = "-";

    private CollaborationView() {}

    static void show(Collaboration found, Console console) {
        if (console.isJson()) {
            console.json(CollaborationJson.fields(found));
            return;
        }
        if (found.weeks().isEmpty() || found.groups().isEmpty()) {
            console.line("Nothing to count: there is no week that is over, or no directory has landed.");
            return;
        }
        console.line("Collaboration in "
                + Words.many(found.weeks().size(), "week") + " from "
                + found.weeks().get(0) + ", a row for each week; people without a zone of their own are in "
                + found.zone().getId());
        console.line("  " + TOO_FEW + " is not enough people: fewer than " + found.minimumPeople()
                + ". * is a holiday week.");
        for (Collaboration.Group group : found.groups()) {
            console.line("");
            console.line(name(group));
            if (group.weeks().stream().noneMatch(Week::isPublished)) {
                console.line("  not enough people");
            } else {
                table(group).print(console);
            }
        }
    }

    private static String name(Collaboration.Group group) {
        return group.isTotal() ? "All departments shown" : group.name().isEmpty() ? "(no department)" : group.name();
    }

    private static TextTable table(Collaboration.Group group) {
        List<TextTable.Column> columns = new ArrayList<>();
        columns.add(TextTable.Column.text("week"));
        columns.add(TextTable.Column.number("people"));
        Arrays.stream(CollaborationMetric.values())
                .forEach(metric -> columns.add(TextTable.Column.number(head(metric))));
        TextTable table = new TextTable(columns);
        for (Week week : group.weeks()) {
            List<String> cells = new ArrayList<>();
            cells.add(week.start() + (week.isHoliday() ? " *" : ""));
            cells.add(week.isPublished() ? Words.count(week.people()) : TOO_FEW);
            Arrays.stream(CollaborationMetric.values()).forEach(metric -> cells.add(text(metric, week.find(metric))));
            table.add(cells);
        }
        return table;
    }

    private static String head(CollaborationMetric metric) {
        return switch (metric) {
            case EMAILS_SENT -> "sent";
            case EMAILS_RECEIVED -> "received";
            case BULK -> "bulk";
            case OUTSIDE_SHARE -> "outside %";
            case AFTER_HOURS_SHARE -> "after hours %";
            case REPLY_MINUTES -> "reply min";
            case NETWORK_INSIDE -> "network in";
            case NETWORK_OUTSIDE -> "out";
            case MEETINGS -> "meetings";
            case MEETING_HOURS -> "hours";
            case CONTACTS_ADDED -> "added";
            case CONTACTS_CREATED -> "created";
            case CONTACTS_MODIFIED -> "modified";
            case CONTACTS_DELETED -> "deleted";
        };
    }

    private static String text(CollaborationMetric metric, OptionalDouble value) {
        if (value.isEmpty()) {
            return TOO_FEW;
        }
        double number = value.getAsDouble();
        return switch (metric.unit()) {
            case SHARE -> String.format(Locale.ROOT, "%.0f", 100 * number);
            case MINUTES -> String.format(Locale.ROOT, "%.0f", number);
            case COUNT, HOURS -> String.format(Locale.ROOT, "%.1f", number);
        };
    }
}
