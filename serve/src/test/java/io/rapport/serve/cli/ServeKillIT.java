package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.state.StateLocation;
import io.rapport.serve.SystemTime;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.JobState;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.state.ServeState;
import io.rapport.simulator.control.Fault;
import io.rapport.simulator.control.FaultRule;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Serving processes killed in the middle of their jobs, and two processes on one home. */
class ServeKillIT {

    private static final String CONNECTION = "outlook-mail-metadata";
    private static final String LANDED = "select count(*) as n, count(distinct id || ' ' || puser) as ids,"
            + " sum(hash(cast(t as varchar)) % 1000003) as rows_hash from Message_v1 as t";
    private static final String TABLE = "select * from Office order by all";
    /** Longer than a killed process is waited for, and the longest that there is. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final long LOOK_MILLIS = 20;

    @TempDir
    Path folder;

    private final Instant now = SystemTime.instants().instant();
    private final SimulatedTenant tenant = SimulatedTenant.start(
            TenantPlan.of(7, 16, 2, now, InstantSource.fixed(now)).withThrottle(100_000));
    private final List<Process> processes = new ArrayList<>();
    private ServeState state;
    private Jobs jobs;
    /** Of a process that asks for jobs and does none: this one. */
    private Workshop asking;

    private Path home;
    private Path spec;

    @BeforeEach
    void connect() throws IOException {
        home = folder.resolve("home");
        new ProfileFiles(tenant.company()).write(folder);
        spec = folder.resolve(ProfileFiles.SPEC);
        Files.writeString(
                spec,
                Files.readString(spec) + "\nasOf: " + now.atZone(ZoneOffset.UTC).toLocalDate() + "\n");
        for (Path any : List.of(home, folder.resolve("undisturbed"))) {
            connect(any);
        }
        StateLocation location = StateLocation.file(home.resolve("rapport.db"));
        state = ServeState.open(location);
        jobs = new Jobs(state, SystemTime.instants());
        asking = new Workshop(
                location.source(), jobs, SystemTime.instants(), Map.of(), false, List.of(), job -> {}, error -> {});
    }

    @AfterEach
    void end() throws InterruptedException {
        asking.close();
        state.close();
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        tenant.close();
    }

    @Test
    void what_a_killed_process_was_at_the_next_one_finishes_and_nothing_is_there_twice() throws Exception {
        tenant.faults()
                .schedule(FaultRule.of(new Fault.Slow(LONG))
                        .path("/v1.0/users/*/mailFolders/*/messages/delta")
                        .from(12)
                        .times(1));
        Process first = serve();
        Job sync = await(job(JobKind.SYNC, CONNECTION), job -> job.done() > 0);
        kill(first);
        assertThat(reread(sync).state()).isEqualTo(JobState.RUNNING);

        Process second = serve();
        assertThat(await(sync, job -> job.state().isOver()).state()).isEqualTo(JobState.SUCCESSFUL);
        Job enrichment = asking.request(JobKind.ENRICHMENT, spec.toString(), "Mira");
        await(enrichment, job -> !job.task().isEmpty());
        kill(second);
        assertThat(reread(enrichment).state()).isEqualTo(JobState.RUNNING);

        Process third = serve();
        assertThat(await(enrichment, job -> job.state().isOver()).state()).isEqualTo(JobState.SUCCESSFUL);
        kill(third);

        assertThat(new RunLog(state, SystemTime.instants()).list().stream().map(Run::state))
                .filteredOn(run -> run.isDelivered())
                .hasSize(1);
        Path undisturbed = folder.resolve("undisturbed");
        run(undisturbed, "sync");
        run(undisturbed, "enrich", spec.toString());
        assertThat(query(home, LANDED)).isEqualTo(query(undisturbed, LANDED));
        assertThat(query(home, TABLE)).isEqualTo(query(undisturbed, TABLE));
    }

    @Test
    void a_job_that_another_process_carries_out_is_canceled() throws Exception {
        tenant.faults().schedule(FaultRule.of(new Fault.Slow(LONG)).path("/v1.0/users/delta"));
        serve();
        Job sync = await(job(JobKind.SYNC, CONNECTION), job -> job.state() == JobState.RUNNING);

        asking.cancel(sync.id());

        assertThat(await(sync, job -> job.state().isOver()).state()).isEqualTo(JobState.CANCELED);
        assertThat(processes.get(0).isAlive()).isTrue();
    }

    private Job job(JobKind kind, String subject) throws InterruptedException {
        while (true) {
            var open = jobs.findOpen(kind, subject);
            if (open.isPresent()) {
                return open.get();
            }
            look();
        }
    }

    private Job await(Job job, Predicate<Job> condition) throws IOException, InterruptedException {
        Job now = reread(job);
        while (!condition.test(now)) {
            assertThat(look()).as(Files.readString(folder.resolve("err.txt"))).isTrue();
            now = reread(job);
        }
        return now;
    }

    /** Whether the newest process still runs, a moment later. */
    private boolean look() throws InterruptedException {
        return !processes.get(processes.size() - 1).waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Job reread(Job job) {
        return jobs.find(job.id()).orElseThrow();
    }

    private static void kill(Process process) throws InterruptedException {
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly().waitFor();
    }

    private void connect(Path any) throws IOException {
        Typed typed = Typed.on(
                any,
                ConnectWords.of(tenant, StandardApp.OUTLOOK_MAIL_METADATA, folder)
                        .toArray(String[]::new));
        assertThat(typed.code()).as(typed.err()).isZero();
    }

    private Process serve() throws IOException {
        Process process = Program.start(folder, home, List.of("serve", "--port", "0"));
        processes.add(process);
        return process;
    }

    private void run(Path any, String... words) throws IOException, InterruptedException {
        Finished finished = Finished.run(folder, Map.of(), Program.words(any, List.of(words)));
        assertThat(finished.code()).as(finished.err()).isZero();
    }

    private static String query(Path any, String sql) {
        Typed typed = Typed.on(any, "query", sql, "--format", "csv");
        assertThat(typed.code()).as(typed.err()).isZero();
        return typed.out();
    }
}
