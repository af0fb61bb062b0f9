package io.rapport.model.report;

import io.rapport.model.engine.RunInput;
import io.rapport.model.engine.Session;
import io.rapport.model.report.DepartmentMemory.RecordedDepartment;
import io.rapport.model.run.InputLines;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives the models of collaboration what they ask for besides the lake. */
record CollaborationInputs(Session session, Path folder, DepartmentMemory memory) {

    void load(CollaborationRequest request, CountedWeeks weeks) {
        Map<String, WorkingTime> times = workingTimes();
        Set<ZoneId> zones = new HashSet<>(Set.of(request.zone()));
        times.values().forEach(time -> {
            if (time.zone() != null) {
                zones.add(time.zone());
            }
        });
        load(
                RunInput.COLLABORATION_RULE,
                Stream.of(InputLines.row(
                        request.minimumPeople(),
                        weeks.readFrom().getEpochSecond(),
                        weeks.readUntil().getEpochSecond(),
                        request.zone().getId())));
        load(RunInput.REPORT_WEEK, weeks.rows());
        load(RunInput.WORKING_HOURS, times.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())));
        load(
                RunInput.ZONE_OFFSET,
                zones.stream().flatMap(zone -> ZoneOffsets.rows(zone, weeks.readFrom(), weeks.readUntil()).stream()));
        LocalDate month = request.today().withDayOfMonth(1);
        load(
                RunInput.RECORDED_DEPARTMENT,
                memory.recall(today(month), month).stream()
                        .map(one -> InputLines.row(
                                one.userId(),
                                one.month(),
                                one.department().isEmpty() ? null : one.department(),
                                one.isThere())));
    }

    private void load(RunInput input, Stream<List<@Nullable Object>> rows) {
        session.load(input, InputLines.write(folder, input, rows));
    }

    private List<RecordedDepartment> today(LocalDate month) {
        return session
                .rows("select user_id, coalesce(department, '') from user_row"
                        + " where coalesce(lower(user_type), '') <> 'guest' order by user_id")
                .stream()
                .map(row -> new RecordedDepartment(String.valueOf(row.get(0)), month, String.valueOf(row.get(1)), true))
                .toList();
    }

    private Map<String, WorkingTime> workingTimes() {
        Map<String, Set<String>> days = new HashMap<>();
        session.rows("select mailbox, explode(days) as day from mailbox_settings_row")
                .forEach(row -> days.computeIfAbsent(String.valueOf(row.get(0)), mailbox -> new HashSet<>())
                        .add(String.valueOf(row.get(1)).toLowerCase(Locale.ROOT)));
        Map<String, WorkingTime> times = new HashMap<>();
        session.rows("select mailbox, zone_name, hours_zone_name, start_time, end_time from mailbox_settings_row")
                .forEach(row -> times.put(
                        String.valueOf(row.get(0)),
                        WorkingTime.of(
                                text(row.get(1)),
                                text(row.get(2)),
                                days.getOrDefault(String.valueOf(row.get(0)), Set.of()),
                                text(row.get(3)),
                                text(row.get(4)))));
        return times;
    }

    private static List<@Nullable Object> row(String mailbox, WorkingTime time) {
        boolean hasDays = time.days() != null;
        ZoneId zone = time.zone();
        return InputLines.row(
                mailbox,
                zone == null ? null : zone.getId(),
                time.days(),
                hasDays ? time.start() : null,
                hasDays ? time.end() : null,
                time.isComplete());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
