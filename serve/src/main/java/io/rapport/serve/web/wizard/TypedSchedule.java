package io.rapport.serve.web.wizard;

import io.rapport.serve.enrichment.Schedule;
import io.rapport.serve.enrichment.SpecFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A schedule in two fields: which day, and at what times. */
final class TypedSchedule {

    static final String DAY = "day";
    static final String TIMES = "times";
    static final String NEVER = "never";

    private TypedSchedule() {}

    /** Empty where the times are none. */
    static Optional<Schedule> find(SpecFields fields) {
        String day = fields.value(DAY);
        return Schedule.find(day.equals(NEVER) ? NEVER : day + " " + fields.value(TIMES));
    }

    /** The two fields of a schedule. */
    static Map<String, String> fields(Schedule schedule) {
        Map<String, String> fields = new LinkedHashMap<>();
        String[] words = schedule.text().split(" ", 2);
        fields.put(DAY, words[0]);
        fields.put(TIMES, words.length < 2 ? "" : words[1]);
        return fields;
    }
}
