package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.JobState;
import io.rapport.simulator.control.Fault;
import io.rapport.simulator.control.FaultRule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Serving processes killed in the middle of their jobs, and two processes on one home. */
class ServeKillIT {

    @TempDir
    Path folder;

    private Servers servers;

    @BeforeEach
    void connect() throws IOException {
        servers = Servers.onFile(folder);
    }

    @AfterEach
    void end() {
        servers.close();
    }

    @Test
    void what_a_killed_process_was_at_the_next_one_finishes_and_nothing_is_there_twice() throws Exception {
        servers.tenant
                .faults()
                .schedule(FaultRule.of(new Fault.Slow(Servers.LONG))
                        .path("/v1.0/users/*/mailFolders/*/messages/delta")
                        .from(12)
                        .times(1));
        Process first = servers.serve();
        Job sync = servers.await(servers.job(JobKind.SYNC, Servers.CONNECTION), job -> job.done() > 0);
        Servers.kill(first);
        assertThat(servers.reread(sync).state()).isEqualTo(JobState.RUNNING);

        Process second = servers.serve();
        requireSuccess(sync);
        Job enrichment = servers.asking.request(JobKind.ENRICHMENT, servers.spec.toString(), "Mira");
        servers.await(enrichment, job -> !job.task().isEmpty());
        Servers.kill(second);
        assertThat(servers.reread(enrichment).state()).isEqualTo(JobState.RUNNING);

        Process third = servers.serve();
        requireSuccess(enrichment);
        String extraction = servers.extraction();
        Job extracting = servers.asking.request(JobKind.EXTRACTION, extraction, "Mira");
        servers.await(extracting, job -> !job.task().isEmpty());
        Servers.kill(third);
        assertThat(servers.reread(extracting).state()).isEqualTo(JobState.RUNNING);

        Process fourth = servers.serve();
        requireSuccess(extracting);
        Servers.kill(fourth);
        servers.requireUndisturbed(extraction);
    }

    @Test
    void a_job_that_another_process_carries_out_is_canceled() throws Exception {
        servers.tenant
                .faults()
                .schedule(FaultRule.of(new Fault.Slow(Servers.LONG)).path("/v1.0/users/delta"));
        Process process = servers.serve();
        Job sync = servers.await(servers.job(JobKind.SYNC, Servers.CONNECTION), job -> job.state() == JobState.RUNNING);

        servers.asking.cancel(sync.id());

        assertThat(servers.await(sync, job -> job.state().isOver()).state()).isEqualTo(JobState.CANCELED);
        assertThat(process.isAlive()).isTrue();
    }

    private void requireSuccess(Job job) throws Exception {
        assertThat(servers.await(job, any -> any.state().isOver()).state()).isEqualTo(JobState.SUCCESSFUL);
    }
}
