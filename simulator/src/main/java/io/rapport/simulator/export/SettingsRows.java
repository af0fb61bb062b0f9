package io.rapport.simulator.export;

import io.rapport.simulator.company.Person;
import io.rapport.simulator.company.Wording;
import io.rapport.simulator.company.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;

/** {@code MailboxSettings_v0}, camelCase; the zone under either family of names. */
record SettingsRows(ExportPlan.Fields fields) implements RowWriter<Person> {

    @Override
    public void write(Person person, JsonRow row) {
        WorkingHours hours = person.hours();
        row.begin().text("timeZone", person.settingsZone());
        if (fields == ExportPlan.Fields.ALL) {
            row.text("dateFormat", "yyyy-MM-dd")
                    .object(
                            "automaticRepliesSetting",
                            () -> row.text("internalReplyMessage", Wording.body(person.index())));
        }
        row.object("workingHours", () -> {
            row.texts(
                    "daysOfWeek", hours.days().stream().map(SettingsRows::word).toList());
            row.text("startTime", clock(hours.start())).text("endTime", clock(hours.end()));
            row.object("timeZone", () -> row.text("name", person.settingsZone()));
        });
        row.end("#microsoft.graph.mailboxSettings", person);
    }

    private static String word(DayOfWeek day) {
        return "microsoft.graph.dayOfWeek'" + day.name().toLowerCase(Locale.ROOT) + "'";
    }

    private static String clock(LocalTime time) {
        return time + ":00.0000000";
    }
}
