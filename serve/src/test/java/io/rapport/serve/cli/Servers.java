package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.state.StateLocation;
import io.rapport.model.extract.ExtractManifest;
import io.rapport.model.extract.ExtractWords;
import io.rapport.serve.SystemTime;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.dataset.ExtractionPlace;
import io.rapport.serve.dataset.Extractions;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.home.Home;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.server.Approved;
import io.rapport.serve.state.ServeState;
import io.rapport.simulator.export.ProfileFiles;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import io.rapport.simulator.tenant.TenantPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Serving processes on one home that is connected to a simulated tenant, and a second home of the same tenant that nobody
 * disturbs.
 */
final class Servers implements AutoCloseable {

    static final String CONNECTION = "outlook-mail-metadata";
    /** Longer than a killed process is waited for, and the longest that there is. */
    static final Duration LONG = Duration.ofMinutes(5);

    private static final String LANDED = "select count(*) as n, count(distinct id || ' ' || puser) as ids,"
            + " sum(hash(cast(t as varchar)) % 1000003) as rows_hash from Message_v1 as t";
    private static final String TABLE = "select * from Office order by all";
    private static final long LOOK_MILLIS = 20;

    final SimulatedTenant tenant;
    final Path spec;
    final ServeState state;
    final Jobs jobs;
    /** Of a process that asks for jobs and does none: this one. */
    final Workshop asking;

    private final Path folder;
    private final Path home;
    private final List<String> stateWords;
    private final List<Process> processes = new ArrayList<>();

    private Servers(Path folder, StateLocation location, List<String> stateWords) throws IOException {
        this.folder = folder;
        this.home = home(folder);
        this.stateWords = stateWords;
        Instant now = SystemTime.instants().instant();
        tenant = SimulatedTenant.start(
                TenantPlan.of(7, 16, 2, now, InstantSource.fixed(now)).withThrottle(100_000));
        new ProfileFiles(tenant.company()).write(folder);
        spec = folder.resolve(ProfileFiles.SPEC);
        Files.writeString(
                spec,
                Files.readString(spec) + "\nasOf: " + now.atZone(ZoneOffset.UTC).toLocalDate() + "\n");
        List<String> connect = ConnectWords.of(tenant, StandardApp.OUTLOOK_MAIL_METADATA, folder);
        typed(home, connect);
        typed(undisturbed(), connect);
        state = ServeState.open(location);
        jobs = new Jobs(state, SystemTime.instants());
        asking = new Workshop(
                location.source(), jobs, SystemTime.instants(), Map.of(), false, List.of(), job -> {}, error -> {});
    }

    /** With the state in a file of the home. */
    static Servers onFile(Path folder) throws IOException {
        return new Servers(folder, StateLocation.file(home(folder).resolve("rapport.db")), List.of());
    }

    /** With the state in a database of a server's. */
    static Servers onUrl(Path folder, String url) throws IOException {
        return new Servers(folder, StateLocation.url(url, null), List.of("--state-url", url));
    }

    static Path home(Path folder) {
        return folder.resolve("home");
    }

    Path undisturbed() {
        return folder.resolve("undisturbed");
    }

    Process serve() throws IOException {
        List<String> words = new ArrayList<>(List.of("serve", "--port", "0"));
        words.addAll(stateWords);
        Process process = Program.start(folder, home, words);
        processes.add(process);
        return process;
    }

    static void kill(Process process) throws InterruptedException {
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly().waitFor();
    }

    /** The open job of this kind and subject, as soon as there is one. */
    Job job(JobKind kind, String subject) throws InterruptedException {
        while (true) {
            var open = jobs.findOpen(kind, subject);
            if (open.isPresent()) {
                return open.get();
            }
            look();
        }
    }

    Job await(Job job, Predicate<Job> condition) throws IOException, InterruptedException {
        Job now = reread(job);
        while (!condition.test(now)) {
            assertThat(look()).as(Files.readString(folder.resolve("err.txt"))).isTrue();
            now = reread(job);
        }
        return now;
    }

    Job reread(Job job) {
        return jobs.find(job.id()).orElseThrow();
    }

    /** Whether any process still runs, a moment later. */
    private boolean look() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        return processes.stream().anyMatch(Process::isAlive);
    }

    /** The process that does a job. */
    Process worker(Job job) {
        String name = state.run(db -> db.sql("select picked_by from scheduled_tasks where task_instance = :id")
                .param("id", job.id())
                .query(String.class)
                .single());
        return processes.stream()
                .filter(process -> name.endsWith(" " + process.pid()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is none of the processes"));
    }

    /** Asks for all messages as an administrator does in the browser: noted, and not begun. */
    String extraction() {
        Approvals approvals = new Approvals(state, SystemTime.instants(), new AccessLog(state, SystemTime.instants()));
        Person mira = new Person("mira", "Mira", Role.ADMINISTRATOR);
        var unused = Approved.all(approvals, mira, Datasets.MESSAGE);
        return new KeptExtractions(
                        new Extractions(state, SystemTime.instants()),
                        new ExtractionPlace(new Home(home)),
                        () -> new Snapshot(0, List.of()),
                        new DuckDbSettings(64L << 20, 1, folder),
                        approvals)
                .request(ExtractWords.of(Datasets.MESSAGE), mira, "a test");
    }

    /** Nothing is lost and nothing is there twice: rows, table and files are those of the home that nobody disturbed. */
    void requireUndisturbed(String extraction) throws IOException, InterruptedException {
        assertThat(new RunLog(state, SystemTime.instants()).list())
                .filteredOn(run -> run.state().isDelivered())
                .hasSize(1);
        Path whole = folder.resolve("whole");
        run(undisturbed(), "sync");
        run(undisturbed(), "enrich", spec.toString());
        run(undisturbed(), "extract", "Message_v1", "--out", whole.toString());
        assertThat(query(home, LANDED)).isEqualTo(query(undisturbed(), LANDED));
        assertThat(query(home, TABLE)).isEqualTo(query(undisturbed(), TABLE));
        assertThat(lines(home.resolve("extractions").resolve(extraction)))
                .isNotEmpty()
                .isEqualTo(lines(whole));
    }

    /** All rows of an extraction, in one order. */
    private static List<String> lines(Path extraction) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(extraction)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(ExtractManifest.NAME) && !name.startsWith("_")) {
                    lines.addAll(Files.readAllLines(file));
                }
            }
        }
        lines.sort(null);
        return lines;
    }

    private String query(Path any, String sql) {
        return typed(any, List.of("query", sql, "--format", "csv"));
    }

    private String typed(Path any, List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(any.equals(home) ? stateWords : List.of());
        Typed typed = Typed.on(any, all.toArray(String[]::new));
        assertThat(typed.code()).as(typed.err()).isZero();
        return typed.out();
    }

    private void run(Path any, String... words) throws IOException, InterruptedException {
        Finished finished = Finished.run(folder, Map.of(), Program.words(any, List.of(words)));
        assertThat(finished.code()).as(finished.err()).isZero();
    }

    @Override
    public void close() {
        asking.close();
        state.close();
        for (Process process : processes) {
            process.destroyForcibly().onExit().join();
        }
        tenant.close();
    }
}
