package io.rapport.serve.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.SystemTime;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopTest {

    @TempDir
    Path folder;

    private ServeState state;
    private Jobs jobs;
    private HikariDataSource connections;

    StateLocation location() {
        return StateLocation.file(folder.resolve("rapport.db"));
    }

    @BeforeEach
    void open() {
        state = ServeState.open(location());
        jobs = new Jobs(state, SystemTime.instants());
        HikariConfig config = new HikariConfig();
        config.setDataSource(location().source());
        config.setMaximumPoolSize(3);
        connections = new HikariDataSource(config);
    }

    @AfterEach
    void close() {
        connections.close();
        state.close();
    }

    @Test
    void a_job_is_done_once_and_says_what_came_of_it() {
        Workshop workshop = workshop((subject, progress, onStop) -> {
            progress.report("Reading " + subject, 3, 10);
            return "all read";
        });
        Job job = workshop.request(JobKind.SYNC, "mail", "Mira");
        await(job);
        workshop.close();

        assertThat(jobs.find(job.id())).hasValueSatisfying(done -> {
            assertThat(done.state()).isEqualTo(JobState.SUCCESSFUL);
            assertThat(done.summary()).isEqualTo("all read");
            assertThat(done.task()).isEqualTo("Reading mail");
            assertThat(done.requestedBy()).isEqualTo("Mira");
        });
    }

    @Test
    void a_failure_is_told_in_our_words() {
        Workshop workshop = workshop((subject, progress, onStop) -> {
            throw new RapportException(ConnectError.GRAPH_UNREACHABLE, "Graph can't be reached.");
        });
        Job job = workshop.request(JobKind.SYNC, "mail", "Mira");
        await(job);
        workshop.close();

        assertThat(jobs.find(job.id()).orElseThrow().errorText()).isEqualTo("Graph can't be reached.");
    }

    @Test
    void two_requests_for_the_same_are_one_job() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Workshop workshop = workshop((subject, progress, onStop) -> {
            begun.countDown();
            go.await();
            return "";
        });
        Job first = workshop.request(JobKind.SYNC, "mail", "Mira");
        begun.await();
        Job second = workshop.request(JobKind.SYNC, "mail", "Ana");
        go.countDown();
        await(first);
        workshop.close();

        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void a_job_is_stopped_where_it_runs() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Workshop workshop = workshop((subject, progress, onStop) -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return "never";
        });
        Job job = workshop.request(JobKind.SYNC, "mail", "Mira");
        begun.await();
        workshop.cancel(job.id());
        await(job);
        workshop.close();

        assertThat(jobs.find(job.id()).orElseThrow().state()).isEqualTo(JobState.CANCELED);
    }

    @Test
    void what_the_end_of_a_process_breaks_off_the_next_one_goes_on_with() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        Workshop first = workshop((subject, progress, onStop) -> {
            times.incrementAndGet();
            begun.countDown();
            new CountDownLatch(1).await();
            return "never";
        });
        Job job = first.request(JobKind.SYNC, "mail", "Mira");
        begun.await();
        first.close();
        assertThat(jobs.find(job.id()).orElseThrow().state()).isEqualTo(JobState.RUNNING);

        Workshop second = workshop((subject, progress, onStop) -> {
            times.incrementAndGet();
            return "all read";
        });
        await(job);
        second.close();

        assertThat(times).hasValue(2);
        assertThat(jobs.find(job.id()).orElseThrow().state()).isEqualTo(JobState.SUCCESSFUL);
    }

    @Test
    void a_job_that_was_to_stop_when_its_process_died_is_canceled_and_not_begun_again() {
        Job job = jobs.open(JobKind.SYNC, "mail", "Mira");
        assertThat(jobs.start(job.id())).isTrue();
        jobs.requestCancel(job.id());
        AtomicInteger times = new AtomicInteger();
        Workshop next = workshop((subject, progress, onStop) -> "read " + times.incrementAndGet());
        next.adopt(job);
        await(job);
        next.close();

        assertThat(jobs.find(job.id()).orElseThrow().state()).isEqualTo(JobState.CANCELED);
        assertThat(times).hasValue(0);
    }

    @Test
    void a_process_that_does_no_jobs_has_them_done_and_stopped_by_another() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Workshop doing = workshop((subject, progress, onStop) -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return "never";
        });
        Workshop asking = new Workshop(
                connections, jobs, SystemTime.instants(), Map.of(), false, List.of(), job -> {}, error -> {});
        Job job = asking.request(JobKind.SYNC, "mail", "Mira");
        begun.await();
        asking.cancel(job.id());
        await(job);
        asking.close();
        doing.close();

        assertThat(jobs.find(job.id()).orElseThrow().state()).isEqualTo(JobState.CANCELED);
    }

    private Workshop workshop(JobWork work) {
        return new Workshop(
                connections,
                jobs,
                SystemTime.instants(),
                Map.of(JobKind.SYNC, work),
                true,
                List.of(),
                job -> {},
                error -> {});
    }

    /** Until the job is over. */
    private void await(Job job) {
        while (!jobs.find(job.id()).orElseThrow().state().isOver()) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
