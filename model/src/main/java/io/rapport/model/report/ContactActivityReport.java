package io.rapport.model.report;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Snapshot;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.RunInput;
import io.rapport.model.engine.Session;
import io.rapport.model.run.InputLines;
import io.rapport.model.sql.Models;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the models of contact activity once and reads their answers. */
public final class ContactActivityReport {

    /** Twenty years. */
    private static final int MOST_DAYS = 7_305;

    private static final String COUNTS = "added_count, created_count, modified_count, deleted_count";
    private static final ContactActivity.Counts NOTHING = new ContactActivity.Counts(0, 0, 0, 0);

    private final Engine engine;

    public ContactActivityReport(Engine engine) {
        this.engine = engine;
    }

    /**
     * @param folder an empty folder of the report's own
     * @throws RapportException {@link ReportError#REPORT_RANGE}, or one of the engine's
     */
    public ContactActivity run(ReportRequest request, Snapshot snapshot, Path folder) {
        Parameters parameters = Parameters.in(request.zone());
        try (Session session = engine.open(snapshot, parameters)) {
            session.land(LandedRelation.CONTACT_SIGNAL);
            session.land(LandedRelation.USER);
            List<@Nullable Object> landed = session.rows(
                            "select local_date(min(start_at)), local_date(max(start_at)) from contact_signal_row")
                    .get(0);
            LocalDate from = request.findFrom().orElseGet(() -> day(landed.get(0), request, false));
            LocalDate to = request.findTo().orElseGet(() -> day(landed.get(1), request, true));
            requireRange(from, to);
            session.load(
                    RunInput.PERIOD_DAY,
                    InputLines.write(
                            folder,
                            RunInput.PERIOD_DAY,
                            from.datesUntil(to)
                                    .map(day -> InputLines.row(
                                            day,
                                            request.by().word(),
                                            request.by().start(day),
                                            request.by().start(day),
                                            true))));
            session.load(
                    RunInput.REPORT_RULE,
                    InputLines.write(
                            folder,
                            RunInput.REPORT_RULE,
                            java.util.stream.Stream.of(InputLines.row(request.minimumPeople()))));
            Models.contactActivity().forEach(session::build);
            return read(session, request, from, to, snapshot);
        }
    }

    private static ContactActivity read(
            Session session, ReportRequest request, LocalDate from, LocalDate to, Snapshot snapshot) {
        return new ContactActivity(
                from,
                to,
                request.by(),
                request.zone(),
                snapshot.id(),
                !snapshot.files(Datasets.USER).isEmpty(),
                number(session.rows("select count(*) from employee_adding")
                        .get(0)
                        .get(0)),
                session
                        .rows("select cast(sum(added_count) as bigint), cast(sum(created_count) as bigint),"
                                + " cast(sum(modified_count) as bigint), cast(sum(deleted_count) as bigint)"
                                + " from contact_activity_period")
                        .stream()
                        .map(row -> counts(row, 0))
                        .findFirst()
                        .orElse(NOTHING),
                session
                        .rows("select period_start, " + COUNTS + " from contact_activity_period order by period_start")
                        .stream()
                        .map(row -> new ContactActivity.Period((LocalDate) present(row.get(0)), counts(row, 1)))
                        .toList(),
                session.rows("select app_name, " + COUNTS + " from contact_activity_app order by app_name").stream()
                        .map(row -> new ContactActivity.App(String.valueOf(row.get(0)), counts(row, 1)))
                        .toList(),
                session
                        .rows("select coalesce(department, ''), is_pooled, people_count, " + COUNTS
                                + " from contact_activity_department order by is_pooled, coalesce(department, '')")
                        .stream()
                        .map(row -> new ContactActivity.Department(
                                String.valueOf(row.get(0)),
                                Boolean.TRUE.equals(row.get(1)),
                                number(row.get(2)),
                                counts(row, 3)))
                        .toList(),
                session
                        .rows("select lowest_count, highest_count, is_open, people_count from contact_adding"
                                + " order by lowest_count")
                        .stream()
                        .map(row -> new ContactActivity.Band(
                                number(row.get(0)),
                                number(row.get(1)),
                                Boolean.TRUE.equals(row.get(2)),
                                number(row.get(3))))
                        .toList());
    }

    /** A bound that nobody named: that of what has landed, or of the other bound where nothing has. */
    private static LocalDate day(@Nullable Object landed, ReportRequest request, boolean isEnd) {
        if (landed instanceof LocalDate found) {
            return isEnd ? found.plusDays(1) : found;
        }
        return isEnd
                ? request.findFrom().orElse(LocalDate.EPOCH).plusDays(1)
                : request.findTo().map(to -> to.minusDays(1)).orElse(LocalDate.EPOCH);
    }

    private static void requireRange(LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) {
            throw new RapportException(
                    ReportError.REPORT_RANGE,
                    "No signal lies in these days: the first day is " + from + ", and the last one lies before it. Name"
                            + " other days with --from and --to.");
        }
        long days = ChronoUnit.DAYS.between(from, to);
        if (days > MOST_DAYS) {
            throw new RapportException(
                    ReportError.REPORT_RANGE,
                    "A report over " + days + " days is too long; the most are " + MOST_DAYS
                            + ". Name days with --from and --to.");
        }
    }

    private static ContactActivity.Counts counts(List<@Nullable Object> row, int from) {
        return new ContactActivity.Counts(
                number(row.get(from)), number(row.get(from + 1)), number(row.get(from + 2)), number(row.get(from + 3)));
    }

    private static Object present(@Nullable Object value) {
        return java.util.Objects.requireNonNull(value);
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
