package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.progress.Progress;
import io.rapport.simulator.export.CompanyExport;
import io.rapport.simulator.export.ExportDataset;
import io.rapport.simulator.export.ExportFolder;
import io.rapport.simulator.export.ExportPlan;
import io.rapport.simulator.export.ProfileFiles;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.meeting.Meetings;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import io.rapport.simulator.tenant.TenantPlan;
import io.rapport.simulator.truth.GroundTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same company over Graph, as an export, and after a month: always the same rows. */
class TenantTruthIT {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<ExportDataset> DATASETS = List.of(
            ExportDataset.MESSAGES,
            ExportDataset.EVENTS,
            ExportDataset.CONTACTS,
            ExportDataset.USERS,
            ExportDataset.GROUPS,
            ExportDataset.GROUP_MEMBERS,
            ExportDataset.MAILBOX_SETTINGS);
    private static final List<String> WITHOUT_MAIL = List.of(
            "CalendarView_v0", "Contact_v1", "User_v1", "GroupDetails_v0", "GroupMembers_v0", "MailboxSettings_v0");

    @TempDir
    Path folder;

    @Test
    void over_graph_and_as_an_export_the_same_company_lands_as_the_same_rows() throws IOException {
        try (SimulatedTenant tenant = tenant()) {
            Path overGraph = connect(tenant, "graph");
            done(Typed.at(NOW, overGraph, "sync"));
            Path asExport = folder.resolve("export-home");
            Correspondences correspondences = new Correspondences(tenant.company());
            Meetings meetings = new Meetings(tenant.company());
            ExportPlan plan = new ExportPlan(Instant.parse("2025-11-01T00:00:00Z"), NOW);
            CompanyExport export = new CompanyExport(correspondences, meetings, plan);
            for (ExportDataset dataset : DATASETS) {
                ExportFolder files = new ExportFolder(folder.resolve("export"), "part");
                files.write(export, dataset, Progress.NONE);
                done(Typed.at(
                        NOW,
                        asExport,
                        "import",
                        dataset.dataset().name(),
                        files.of(dataset.dataset()).toString()));
            }

            for (ExportDataset dataset : DATASETS) {
                String name = dataset.dataset().name();
                // A calendar is read further ahead than an export of it reaches.
                String within = dataset == ExportDataset.EVENTS
                        ? name + " where _startAt < timestamptz '" + plan.calendarUntil() + "'"
                        : name;
                assertThat(rows(overGraph, within)).as(name).isEqualTo(rows(asExport, within));
                assertThat(count(overGraph, within)).as(name).isGreaterThan(5);
            }
            assertThat(count(overGraph, "CalendarView_v0")).isGreaterThan(count(asExport, "CalendarView_v0"));
            new ProfileFiles(tenant.company()).write(folder);
            Map<String, String> tables = enriched(overGraph);
            assertThat(tables).containsKey("Office.csv").isEqualTo(enriched(asExport));
            assertThat(TruthTable.read(overGraph.resolveSibling("graph-out").resolve("Office.csv")))
                    .isEqualTo(
                            TruthTable.of(new GroundTruth(correspondences, meetings, plan, ZoneId.of("Europe/London"))
                                    .count(ProfileFiles.listed(tenant.company()), LocalDate.of(2026, 11, 20))))
                    .hasSizeGreaterThan(20)
                    .anySatisfy((period, figures) -> assertThat(figures).matches("\\d+ \\d+ [1-9]\\d* [1-9].*"));
        }
    }

    /** The tables of an enrichment over a home, by the names of their files. */
    private Map<String, String> enriched(Path home) throws IOException {
        Path out = home.resolveSibling(home.getFileName() + "-out");
        done(Typed.at(
                NOW,
                home,
                "enrich",
                folder.resolve(ProfileFiles.SPEC).toString(),
                "--as-of",
                "2026-11-20",
                "--out",
                out.toString()));
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file :
                    files.filter(any -> any.toString().endsWith(".csv")).toList()) {
                // How many copies of meetings were read depends on how far ahead calendars reach.
                String lines = Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("Meetings,"))
                        .collect(Collectors.joining("\n"));
                tables.put(file.getFileName().toString(), lines);
            }
        }
        return tables;
    }

    @Test
    void after_a_month_of_changes_a_home_holds_what_a_fresh_one_holds_and_little_more() throws IOException {
        try (SimulatedTenant tenant = tenant()) {
            Path home = connect(tenant, "month");
            done(Typed.at(NOW, home, "sync"));
            Instant now = NOW;
            for (int week = 0; week < 4; week++) {
                tenant.clock().advance(Duration.ofDays(7));
                now = now.plus(Duration.ofDays(7));
                done(Typed.at(now, home, "sync"));
            }
            Path fresh = connect(tenant, "fresh");
            done(Typed.at(now, fresh, "sync"));

            for (String dataset : WITHOUT_MAIL) {
                assertThat(rows(home, dataset)).as(dataset).isEqualTo(rows(fresh, dataset));
            }
            Set<String> there = messages(fresh);
            // What is there beside was deleted meanwhile.
            assertThat(messages(home)).containsAll(there).hasSizeBetween(there.size() + 1, there.size() * 11 / 10);
            derivesWhatPeopleDidWithContacts(tenant, home, now);
        }
    }

    private static void derivesWhatPeopleDidWithContacts(SimulatedTenant tenant, Path home, Instant since)
            throws IOException {
        List<Instant> synced = new ArrayList<>(IntStream.range(0, 5)
                .mapToObj(week -> NOW.plus(Duration.ofDays(7L * week)))
                .toList());
        Instant now = since;
        for (int round = 0; round < 5; round++) {
            tenant.clock().advance(Duration.ofDays(25));
            now = now.plus(Duration.ofDays(25));
            synced.add(now);
            done(Typed.at(now, home, "sync", "outlook-mail-metadata"));
        }
        ContactTruth truth = new ContactTruth(tenant, synced);
        String shown = truth.shown(home);
        assertThat(truth.folded())
                .isEqualTo(shown)
                .contains("ContactCreated", "AddContact", "ContactUpdated", "RemoveContact");

        tenant.people().forEach(person -> tenant.syncStates().expireMailbox(person.id()));
        done(Typed.at(now, home, "sync", "outlook-mail-metadata"));
        assertThat(truth.shown(home)).as("after all links were too old").isEqualTo(shown);
    }

    private static SimulatedTenant tenant() {
        return SimulatedTenant.start(
                TenantPlan.of(4, 16, 2, NOW, InstantSource.fixed(NOW)).withThrottle(100_000));
    }

    private Path connect(SimulatedTenant tenant, String name) throws IOException {
        Path home = folder.resolve(name);
        connect(tenant, home, StandardApp.OUTLOOK_MAIL_METADATA);
        connect(tenant, home, StandardApp.OUTLOOK_CALENDAR);
        return home;
    }

    private void connect(SimulatedTenant tenant, Path home, StandardApp standard) throws IOException {
        done(Typed.at(NOW, home, ConnectWords.of(tenant, standard, folder).toArray(String[]::new)));
    }

    /** All rows of a dataset in one number, whatever their order. */
    private static String rows(Path home, String dataset) {
        return done(Typed.at(
                        NOW,
                        home,
                        "query",
                        "select count(*) as n, sum(hash(cast(t as varchar)) % 1000003) as h from (select "
                                + (dataset.equals("User_v1") ? "* exclude (preferredDataLocation)" : "*") + " from "
                                + dataset + ") as t"))
                .out();
    }

    /** A hash of each message, with all of its columns. */
    private static Set<String> messages(Path home) {
        List<String> hashes = done(Typed.at(
                        NOW,
                        home,
                        "query",
                        "select hash(cast(t as varchar)) as h from Message_v1 as t",
                        "--format",
                        "csv",
                        "--limit",
                        "20000"))
                .out()
                .lines()
                .skip(1)
                .toList();
        assertThat(hashes).hasSize((int) count(home, "Message_v1")).doesNotHaveDuplicates();
        return Set.copyOf(hashes);
    }

    private static long count(Path home, String dataset) {
        String answer = done(Typed.at(NOW, home, "query", "select count(*) as n from " + dataset))
                .out();
        return Long.parseLong(
                answer.lines().reduce((first, last) -> last).orElse("").strip());
    }

    private static Typed done(Typed typed) {
        assertThat(typed.code()).as(typed.err()).isZero();
        return typed;
    }
}
