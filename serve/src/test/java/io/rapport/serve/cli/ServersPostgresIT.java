package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.state.PostgresServer;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.JobState;
import io.rapport.simulator.control.Fault;
import io.rapport.simulator.control.FaultRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three servers on one home and one PostgreSQL, of which those that work are killed in the middle. */
class ServersPostgresIT {

    @TempDir
    Path folder;

    @Test
    void the_others_take_over_and_nothing_is_done_twice() throws Exception {
        String url = PostgresServer.url(PostgresServer.schema(Servers.home(folder)));
        try (Servers servers = Servers.onUrl(folder, url)) {
            servers.tenant
                    .faults()
                    .schedule(FaultRule.of(new Fault.Slow(Servers.LONG))
                            .path("/v1.0/users/*/mailFolders/*/messages/delta")
                            .from(12)
                            .times(1));
            servers.serve();
            servers.serve();
            servers.serve();
            Job sync = servers.await(servers.job(JobKind.SYNC, Servers.CONNECTION), job -> job.done() > 0);
            Servers.kill(servers.worker(sync));
            assertThat(servers.reread(sync).state()).isEqualTo(JobState.RUNNING);
            requireSuccess(servers, sync);

            String extraction = servers.extraction();
            Job enrichment = servers.asking.request(JobKind.ENRICHMENT, servers.spec.toString(), "Mira");
            Job extracting = servers.asking.request(JobKind.EXTRACTION, extraction, "Mira");
            servers.await(enrichment, job -> !job.task().isEmpty());
            Servers.kill(servers.worker(enrichment));
            assertThat(servers.reread(enrichment).state()).isEqualTo(JobState.RUNNING);
            requireSuccess(servers, enrichment);
            requireSuccess(servers, extracting);

            servers.requireUndisturbed(extraction);
        }
    }

    private static void requireSuccess(Servers servers, Job job) throws Exception {
        assertThat(servers.await(job, any -> any.state().isOver()).state()).isEqualTo(JobState.SUCCESSFUL);
    }
}
