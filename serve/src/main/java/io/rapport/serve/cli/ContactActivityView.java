package io.rapport.serve.cli;

import io.rapport.model.report.ContactActivity;
import io.rapport.model.report.ContactActivity.Band;
import io.rapport.model.report.ContactActivity.Counts;
import io.rapport.model.report.ContactActivity.Department;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contact activity on the command line: the five questions by name, then by period, application and department. */
final class ContactActivityView {

    private static final String TOO_FEW = "  not enough people";

    private ContactActivityView() {}

    static void show(ContactActivity found, Console console) {
        if (console.isJson()) {
            console.json(json(found));
            return;
        }
        Counts total = found.total();
        console.line("Contact activity from " + found.from() + " to before " + found.to() + ", "
                + found.zone().getId() + ", of " + Words.many(found.employees(), "employee")
                + (found.isDirectoryLanded() ? "" : " with signals"));
        console.line("  How many contacts were added by all users?     " + Words.count(total.added()));
        console.line("  How many contacts were created by all users?   " + Words.count(total.created()));
        console.line("  How many contacts were deleted by all users?   " + Words.count(total.deleted()));
        console.line("  How many contacts were modified by all users?  " + Words.count(total.modified()));
        console.line("");
        console.line("How often do employees add contacts?");
        adding(found, console);
        console.line("");
        counts(
                found.by().word(),
                console,
                found.periods().stream()
                        .map(period -> line(period.start().toString(), period.counts()))
                        .toList());
        console.line("");
        counts(
                "application",
                console,
                found.apps().stream().map(app -> line(app.name(), app.counts())).toList());
        console.line("");
        if (found.departments().isEmpty()) {
            console.line("By department:");
            console.line(TOO_FEW);
        } else {
            counts(
                    "department",
                    console,
                    found.departments().stream()
                            .map(department -> line(name(department), department.counts()))
                            .toList());
        }
    }

    private static void adding(ContactActivity found, Console console) {
        if (found.adding().isEmpty()) {
            console.line(TOO_FEW);
            return;
        }
        TextTable table =
                new TextTable(List.of(TextTable.Column.text("contacts added"), TextTable.Column.number("employees")));
        found.adding().forEach(band -> table.add(List.of(band(band), Words.count(band.employees()))));
        table.print(console);
    }

    private static String band(Band band) {
        if (band.isOpen()) {
            return band.lowest() + " or more";
        }
        return band.lowest() == band.highest() ? "" + band.lowest() : band.lowest() + " to " + band.highest();
    }

    private static String name(Department department) {
        if (department.isPooled()) {
            return "(others together)";
        }
        return department.name().isEmpty() ? "(none)" : department.name();
    }

    private static List<String> line(String name, Counts counts) {
        return List.of(
                name,
                Words.count(counts.added()),
                Words.count(counts.created()),
                Words.count(counts.modified()),
                Words.count(counts.deleted()));
    }

    private static void counts(String by, Console console, List<List<String>> lines) {
        TextTable table = new TextTable(List.of(
                TextTable.Column.text(by),
                TextTable.Column.number("added"),
                TextTable.Column.number("created"),
                TextTable.Column.number("modified"),
                TextTable.Column.number("deleted")));
        lines.forEach(table::add);
        table.print(console);
    }

    private static Map<String, Object> json(ContactActivity found) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("from", found.from());
        fields.put("to", found.to());
        fields.put("by", found.by().word());
        fields.put("timeZone", found.zone().getId());
        fields.put("snapshot", found.snapshot());
        fields.put("directory", found.isDirectoryLanded() ? "landed" : "not landed");
        fields.put("employees", found.employees());
        fields.put("total", counts(found.total()));
        List<Map<String, Object>> periods = new ArrayList<>();
        found.periods().forEach(period -> periods.add(named("start", period.start(), period.counts())));
        fields.put("periods", periods);
        List<Map<String, Object>> apps = new ArrayList<>();
        found.apps().forEach(app -> apps.add(named("application", app.name(), app.counts())));
        fields.put("applications", apps);
        List<Map<String, Object>> departments = new ArrayList<>();
        found.departments().forEach(one -> {
            Map<String, Object> department = named("department", one.name(), one.counts());
            department.put("isPooled", one.isPooled());
            department.put("employees", one.employees());
            departments.add(department);
        });
        fields.put("departments", departments);
        List<Map<String, Object>> bands = new ArrayList<>();
        found.adding().forEach(band -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("lowest", band.lowest());
            if (!band.isOpen()) {
                line.put("highest", band.highest());
            }
            line.put("employees", band.employees());
            bands.add(line);
        });
        fields.put("frequencyOfAdding", bands);
        return fields;
    }

    private static Map<String, Object> named(String key, Object name, Counts counts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(key, name);
        fields.putAll(counts(counts));
        return fields;
    }

    private static Map<String, Object> counts(Counts counts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("added", counts.added());
        fields.put("created", counts.created());
        fields.put("modified", counts.modified());
        fields.put("deleted", counts.deleted());
        return fields;
    }
}
