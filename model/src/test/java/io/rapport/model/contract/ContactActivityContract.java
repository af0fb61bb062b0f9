package io.rapport.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.connect.dataconnect.RejectLog;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.report.ContactActivity;
import io.rapport.model.report.ContactActivity.App;
import io.rapport.model.report.ContactActivity.Band;
import io.rapport.model.report.ContactActivity.Counts;
import io.rapport.model.report.ContactActivity.Department;
import io.rapport.model.report.ContactActivity.Period;
import io.rapport.model.report.ContactActivityReport;
import io.rapport.model.report.Granularity;
import io.rapport.model.report.ReportRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** What the report on contact activity says, sentence by sentence, on any engine. */
public final class ContactActivityContract {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Path folder;
    private final LandedEnrichment.Engines engines;

    /** @param folder an empty folder */
    public ContactActivityContract(Path folder, LandedEnrichment.Engines engines) {
        this.folder = folder;
        this.engines = engines;
    }

    public Stream<DynamicTest> tests() {
        return Stream.of(
                DynamicTest.dynamicTest(
                        "counts each signal in the period of its local day, and no other signal",
                        this::counts_each_signal_in_the_period_of_its_local_day),
                DynamicTest.dynamicTest(
                        "without a range it is from the first signal to the last, and without a directory employees are"
                                + " those with signals",
                        this::spans_what_has_landed),
                DynamicTest.dynamicTest(
                        "departments too small to be shown are pooled, and what is shown gives none of them away",
                        this::pools_small_departments),
                DynamicTest.dynamicTest(
                        "bands of few employees are merged into the highest one", this::merges_bands_of_few_employees),
                DynamicTest.dynamicTest(
                        "where all employees together are too few, signals are counted and nothing is said of people",
                        this::shows_nothing_of_too_few_people));
    }

    private void counts_each_signal_in_the_period_of_its_local_day() {
        ContactActivity found = report(
                request("2026-10-01", "2026-12-01", Granularity.MONTH, "Europe/Zurich"),
                List.of(),
                List.of(
                        signal("AddContact", "ana", "2026-10-31T22:59:59Z", "OWA"),
                        signal("AddContact", "ana", "2026-10-31T23:00:00Z", "OWA"),
                        signal("ContactCreated", "bo", "2026-11-30T22:59:59Z", null),
                        signal("ContactCreated", "bo", "2026-11-30T23:00:00Z", "OWA"),
                        signal("ContactUpdated", "bo", "2026-11-01T12:00:00Z", "Other"),
                        signal("RemoveContact", "bo", "2026-09-30T22:00:00Z", "Other"),
                        signal("RemoveContact", "bo", "2026-09-30T21:59:59Z", "Other"),
                        signal("ViewContact", "bo", "2026-10-10T12:00:00Z", "Other")));

        assertThat(found.periods())
                .containsExactly(
                        new Period(day("2026-10-01"), new Counts(1, 0, 0, 1)),
                        new Period(day("2026-11-01"), new Counts(1, 1, 1, 0)));
        assertThat(found.total()).isEqualTo(new Counts(2, 1, 1, 1));
        assertThat(found.apps())
                .containsExactly(
                        new App("OWA", new Counts(2, 0, 0, 0)),
                        new App("Other", new Counts(0, 0, 1, 1)),
                        new App("Unknown", new Counts(0, 1, 0, 0)));
    }

    private void spans_what_has_landed() {
        ContactActivity found = report(
                request(null, null, Granularity.WEEK, "UTC"),
                List.of(),
                List.of(
                        signal("AddContact", "ana", "2026-10-01T00:00:00Z", "OWA"),
                        signal("AddContact", "bo", "2026-10-14T00:00:00Z", "OWA"),
                        signal("AddContact", "cy", "2026-10-14T00:00:00Z", "OWA")));

        assertThat(found.from()).isEqualTo(day("2026-10-01"));
        assertThat(found.to()).isEqualTo(day("2026-10-15"));
        assertThat(found.periods())
                .containsExactly(
                        new Period(day("2026-09-28"), new Counts(1, 0, 0, 0)),
                        new Period(day("2026-10-05"), new Counts(0, 0, 0, 0)),
                        new Period(day("2026-10-12"), new Counts(2, 0, 0, 0)));
        assertThat(found.isDirectoryLanded()).isFalse();
        assertThat(found.employees()).isEqualTo(3);
        assertThat(found.departments()).containsExactly(new Department("", false, 3, new Counts(3, 0, 0, 0)));
    }

    private void pools_small_departments() {
        List<String> users = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            users.add(user("sales" + i, "Sales"));
        }
        for (int i = 0; i < 3; i++) {
            users.add(user("people" + i, "People"));
        }
        users.add(user("legal", "Legal"));
        users.add("{\"id\":\"off\",\"accountEnabled\":false,\"department\":\"Sales\"}");
        ContactActivity found = report(
                request("2026-10-01", "2026-10-02", Granularity.DAY, "UTC"),
                users,
                List.of(
                        signal("AddContact", "sales0", "2026-10-01T08:00:00Z", "OWA"),
                        signal("AddContact", "people0", "2026-10-01T08:00:00Z", "OWA"),
                        signal("AddContact", "legal", "2026-10-01T08:00:00Z", "OWA")));

        assertThat(found.employees()).isEqualTo(8);
        assertThat(found.departments())
                .containsExactly(
                        new Department("Sales", false, 4, new Counts(1, 0, 0, 0)),
                        new Department("", true, 4, new Counts(2, 0, 0, 0)));
    }

    private void merges_bands_of_few_employees() {
        List<String> users = new ArrayList<>();
        List<String> signals = new ArrayList<>();
        for (int person = 0; person < 10; person++) {
            users.add(user("u" + person, "Sales"));
            // Three add nothing, four one contact, two three, and one seven.
            int added = person < 3 ? 0 : person < 7 ? 1 : person < 9 ? 3 : 7;
            for (int i = 0; i < added; i++) {
                signals.add(signal("AddContact", "u" + person, "2026-10-01T08:0" + i + ":00Z", "OWA"));
            }
        }
        ContactActivity found = report(request("2026-10-01", "2026-10-02", Granularity.DAY, "UTC"), users, signals);

        assertThat(found.adding())
                .containsExactly(new Band(0, 0, false, 3), new Band(1, 1, false, 4), new Band(2, 5, true, 3));
    }

    private void shows_nothing_of_too_few_people() {
        ContactActivity found = report(
                request("2026-10-01", "2026-10-02", Granularity.DAY, "UTC"),
                List.of(user("ana", "Sales"), user("bo", "Sales")),
                List.of(signal("AddContact", "ana", "2026-10-01T08:00:00Z", "OWA")));

        assertThat(found.total()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(found.departments()).isEmpty();
        assertThat(found.adding()).isEmpty();
    }

    private static ReportRequest request(@Nullable String from, @Nullable String to, Granularity by, String zone) {
        return new ReportRequest(
                from == null ? null : day(from),
                to == null ? null : day(to),
                by,
                zone.equals("UTC") ? UTC : ZoneId.of(zone),
                3);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static String user(String id, String department) {
        return "{\"id\":\"" + id + "\",\"department\":\"" + department + "\"}";
    }

    private static String signal(String type, String user, String at, @Nullable String app) {
        return "{\"SignalType\":\"" + type + "\",\"Id\":\"" + type + at + "\",\"StartTime\":\"" + at
                + "\",\"CreationTime\":\"2026-12-24T12:00:00Z\",\"puser\":\"" + user + "\""
                + (app == null ? "" : ",\"AppName\":\"" + app + "\"") + "}";
    }

    private ContactActivity report(ReportRequest request, List<String> users, List<String> signals) {
        try {
            Path home = Files.createTempDirectory(folder, "report");
            DuckDbSettings settings = new DuckDbSettings(256L << 20, 2, home.resolve("tmp"));
            try (Lake lake = Lake.open(home, () -> NOW, settings)) {
                land(lake, Datasets.USER, users, home);
                land(lake, Datasets.OUTLOOK_CONTACT_ACTIVITY, signals, home);
                Path inputs = Files.createDirectories(home.resolve("inputs"));
                return new ContactActivityReport(new PromiseKeeper(engines.of(settings, home)))
                        .run(request, lake.snapshot(), inputs);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void land(Lake lake, Dataset dataset, List<String> rows, Path home) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        Path export = Files.write(home.resolve(dataset + ".json"), rows);
        new ExportImport(
                        lake.landing(),
                        (file, of, consumer) -> {
                            throw new IllegalStateException("no Parquet here");
                        },
                        RejectLog.NONE,
                        new ImportLimits(0, 16 << 20))
                .run(dataset, List.of(export), Progress.NONE);
    }
}
