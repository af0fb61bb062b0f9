package io.rapport.model.report;

import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Snapshot;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.Session;
import io.rapport.model.sql.Models;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the models of collaboration once and reads what may be published. */
public final class CollaborationReport {

    private static final List<CollaborationMetric> METRICS = List.of(CollaborationMetric.values());
    private static final int BEFORE_METRICS = 6;

    private final Engine engine;
    private final DepartmentMemory memory;

    public CollaborationReport(Engine engine, DepartmentMemory memory) {
        this.engine = engine;
        this.memory = memory;
    }

    /**
     * @param folder an empty folder of the report's own
     * @throws RapportException {@link ReportError#REPORT_RANGE}, or one of the engine's
     */
    public Collaboration run(CollaborationRequest request, Snapshot snapshot, Path folder) {
        try (Session session = engine.open(snapshot, Parameters.in(request.zone()))) {
            LandedRelation.OF_COLLABORATION.forEach(session::land);
            CountedWeeks weeks = CountedWeeks.of(request, firstDay(session, request));
            new CollaborationInputs(session, folder, memory).load(request, weeks);
            Models.collaboration().forEach(session::build);
            return read(session, request, weeks, snapshot);
        }
    }

    /** The day of the first email, meeting or signal in the reporting zone; no email of a wrong clock is older than 20 years. */
    private static @Nullable LocalDate firstDay(Session session, CollaborationRequest request) {
        LocalDate earliest = request.today().minusYears(20);
        List<@Nullable Object> firsts = new ArrayList<>();
        for (String select : List.of(
                "select min(seconds_of(coalesce(sent_at, received_at))) from message_row",
                "select min(seconds_of(start_at)) from event_row",
                "select min(seconds_of(start_at)) from contact_signal_row")) {
            firsts.add(session.rows(select).get(0).get(0));
        }
        return firsts.stream()
                .filter(Objects::nonNull)
                .map(second -> Instant.ofEpochSecond(number(second))
                        .atZone(request.zone())
                        .toLocalDate())
                .map(day -> day.isBefore(earliest) ? earliest : day)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static Collaboration read(
            Session session, CollaborationRequest request, CountedWeeks weeks, Snapshot snapshot) {
        List<@Nullable Object> people = session.rows("select people_count, unknown_count from collaboration_people")
                .get(0);
        return new Collaboration(
                weeks.mondays().toList(),
                request.zone(),
                snapshot.id(),
                request.minimumPeople(),
                people.get(0) == null ? null : Long.valueOf(number(people.get(0))),
                people.get(1) == null ? null : Long.valueOf(number(people.get(1))),
                groups(session),
                session
                        .rows("select from_department, to_department, week_start, email_count, sender_count,"
                                + " receiver_count, emails_per_person from collaboration_exchange"
                                + " order by week_start, from_department, to_department")
                        .stream()
                        .map(row -> new Collaboration.Exchange(
                                String.valueOf(row.get(0)),
                                String.valueOf(row.get(1)),
                                day(row.get(2)),
                                number(row.get(3)),
                                number(row.get(4)),
                                number(row.get(5)),
                                decimal(row.get(6))))
                        .toList());
    }

    private static List<Collaboration.Group> groups(Session session) {
        String columns = METRICS.stream().map(CollaborationMetric::column).collect(Collectors.joining(", "));
        Map<List<Object>, List<Collaboration.Week>> groups = new LinkedHashMap<>();
        // The total has no name, nor has the department of those without one: together they come first.
        session.rows("select is_total, department, week_start, is_holiday, coalesce(people_count, 0),"
                        + " is_withheld, " + columns
                        + " from collaboration_department order by department, is_total, week_start")
                .forEach(row -> groups.computeIfAbsent(
                                Arrays.asList(Boolean.TRUE.equals(row.get(0)), String.valueOf(row.get(1))),
                                group -> new ArrayList<>())
                        .add(week(row)));
        List<Collaboration.Group> found = new ArrayList<>();
        groups.forEach((group, weeks) -> found.add(
                new Collaboration.Group(String.valueOf(group.get(1)), Boolean.TRUE.equals(group.get(0)), weeks)));
        found.sort(java.util.Comparator.comparing(group -> !group.isTotal()));
        return found;
    }

    private static Collaboration.Week week(List<@Nullable Object> row) {
        Map<CollaborationMetric, Double> values = new EnumMap<>(CollaborationMetric.class);
        for (int i = 0; i < METRICS.size(); i++) {
            Object value = row.get(BEFORE_METRICS + i);
            if (value != null) {
                values.put(METRICS.get(i), decimal(value));
            }
        }
        return new Collaboration.Week(
                day(row.get(2)),
                Boolean.TRUE.equals(row.get(3)),
                number(row.get(4)),
                Boolean.TRUE.equals(row.get(5)),
                values);
    }

    private static LocalDate day(@Nullable Object value) {
        return (LocalDate) Objects.requireNonNull(value);
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static double decimal(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
