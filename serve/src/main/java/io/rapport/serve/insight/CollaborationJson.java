package io.rapport.serve.insight;

import io.rapport.model.report.Collaboration;
import io.rapport.model.report.CollaborationMetric;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A report on collaboration as JSON: what the command line prints, and what is kept for pages. */
public final class CollaborationJson {

    private CollaborationJson() {}

    /** Its fields; what is not published is absent. */
    public static Map<String, Object> fields(Collaboration report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("weeks", report.weeks());
        fields.put("timeZone", report.zone().getId());
        fields.put("snapshot", report.snapshot());
        fields.put("minimumPeople", report.minimumPeople());
        report.findPeople().ifPresent(people -> fields.put("people", people));
        report.findPeopleWithoutHours().ifPresent(people -> fields.put("peopleWithoutHours", people));
        List<Map<String, Object>> groups = new ArrayList<>();
        report.groups().forEach(group -> groups.add(group(group)));
        fields.put("groups", groups);
        List<Map<String, Object>> exchanges = new ArrayList<>();
        report.exchanges().forEach(one -> exchanges.add(exchange(one)));
        fields.put("exchanges", exchanges);
        return fields;
    }

    private static Map<String, Object> group(Collaboration.Group group) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("department", group.name());
        fields.put("isTotal", group.isTotal());
        List<Map<String, Object>> weeks = new ArrayList<>();
        for (Collaboration.Week week : group.weeks()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("week", week.start());
            line.put("isPublished", week.isPublished());
            if (week.isWithheld()) {
                line.put("isWithheld", true);
            }
            if (week.isPublished()) {
                line.put("isHoliday", week.isHoliday());
                line.put("people", week.people());
                week.values().forEach((metric, value) -> line.put(metric.word(), value));
            }
            weeks.add(line);
        }
        fields.put("weeks", weeks);
        return fields;
    }

    private static Map<String, Object> exchange(Collaboration.Exchange one) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("week", one.week());
        fields.put("from", one.from());
        fields.put("to", one.to());
        fields.put("emails", one.emails());
        fields.put("senders", one.senders());
        fields.put("receivers", one.receivers());
        fields.put("emailsPerPerson", one.emailsPerPerson());
        return fields;
    }

    /**
     * The report again.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Collaboration read(@Nullable Object json) {
        Map<?, ?> fields = map(json);
        return new Collaboration(
                list(fields.get("weeks")).stream().map(CollaborationJson::day).toList(),
                ZoneId.of(text(fields.get("timeZone"))),
                number(fields.get("snapshot")).longValue(),
                number(fields.get("minimumPeople")).intValue(),
                count(fields.get("people")),
                count(fields.get("peopleWithoutHours")),
                list(fields.get("groups")).stream()
                        .map(CollaborationJson::map)
                        .map(group -> new Collaboration.Group(
                                text(group.get("department")),
                                Boolean.TRUE.equals(group.get("isTotal")),
                                list(group.get("weeks")).stream()
                                        .map(week -> week(map(week)))
                                        .toList()))
                        .toList(),
                list(fields.get("exchanges")).stream()
                        .map(CollaborationJson::map)
                        .map(one -> new Collaboration.Exchange(
                                text(one.get("from")),
                                text(one.get("to")),
                                day(one.get("week")),
                                number(one.get("emails")).longValue(),
                                number(one.get("senders")).longValue(),
                                number(one.get("receivers")).longValue(),
                                number(one.get("emailsPerPerson")).doubleValue()))
                        .toList());
    }

    private static Collaboration.Week week(Map<?, ?> fields) {
        Map<CollaborationMetric, Double> values = new EnumMap<>(CollaborationMetric.class);
        Arrays.stream(CollaborationMetric.values()).forEach(metric -> {
            if (fields.get(metric.word()) instanceof Number value) {
                values.put(metric, value.doubleValue());
            }
        });
        boolean isPublished = Boolean.TRUE.equals(fields.get("isPublished"));
        return new Collaboration.Week(
                day(fields.get("week")),
                Boolean.TRUE.equals(fields.get("isHoliday")),
                isPublished ? number(fields.get("people")).longValue() : 0,
                Boolean.TRUE.equals(fields.get("isWithheld")),
                values);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("a kept report has something else where fields are due");
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("a kept report has something else where a list is due");
    }

    private static Number number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("a kept report has something else where a number is due");
    }

    private static @Nullable Long count(@Nullable Object value) {
        return value instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }

    private static String text(@Nullable Object value) {
        return Objects.requireNonNullElse(value, "").toString();
    }

    private static LocalDate day(@Nullable Object value) {
        return LocalDate.parse(text(value));
    }
}
