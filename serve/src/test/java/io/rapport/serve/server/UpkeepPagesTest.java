package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.access.AccessLog;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.JobState;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.upkeep.UpkeepRound;
import io.rapport.serve.upkeep.UpkeepSettings;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long things are kept, as administrators choose and see it. */
class UpkeepPagesTest {

    private static final String SETTINGS = "/system/settings/retention";
    private static final int ADMINISTRATOR = 0;

    private static final TestServer SERVER = TestServer.shared();

    @AfterEach
    void as_before() {
        SERVER.server.part(UpkeepSettings.class).set("13", "30");
    }

    @Test
    void months_are_chosen_and_shown_and_the_change_is_logged() throws Exception {
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        assertThat(administrator.get("/system/settings").body()).contains("name=\"months\" required value=\"13\"");
        for (String wrong : new String[] {"", "241", "-1", "long"}) {
            assertThat(administrator
                            .post(SETTINGS, Map.of("months", wrong, "runs", "30"))
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }

        assertThat(administrator
                        .post(SETTINGS, Map.of("months", "25", "runs", "1"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(SERVER.server.part(UpkeepSettings.class).keptFor().months()).isEqualTo(13);

        assertThat(administrator
                        .post(SETTINGS, Map.of("months", "25", "runs", "12"))
                        .statusCode())
                .isEqualTo(303);

        assertThat(administrator.get("/system/settings").body())
                .contains("name=\"months\" required value=\"25\"", "name=\"runs\" required value=\"12\"");
        assertThat(administrator.get("/system/status").body())
                .contains("<dt>Kept</dt><dd>25 months</dd>", "<dt>Free on the disk</dt>", "<dt>Tables of runs</dt>");
        assertThat(SERVER.server.part(AccessLog.class).list(Long.MAX_VALUE, "", java.util.Optional.empty(), 20))
                .anyMatch(entry -> entry.event().subject().equals("Retention settings"));
    }

    @Test
    void the_upkeep_is_a_task_among_others() throws Exception {
        SERVER.server.part(UpkeepSettings.class).set("0", "30");

        Job asked = SERVER.server.part(Workshop.class).request(JobKind.UPKEEP, UpkeepRound.SUBJECT, "a test");

        Jobs jobs = SERVER.server.part(Jobs.class);
        while (!jobs.find(asked.id()).orElseThrow().state().isOver()) {
            LockSupport.parkNanos(50_000_000);
        }
        Job job = jobs.find(asked.id()).orElseThrow();
        assertThat(job.state()).as("%s", job).isEqualTo(JobState.SUCCESSFUL);
        assertThat(job.summary()).isNotEmpty();
        assertThat(SERVER.signedIn(ADMINISTRATOR).get("/system/status").body()).contains("Upkeep of the lake");
    }

    @Test
    void metrics_say_what_the_home_takes_of_the_disk() throws Exception {
        assertThat(SERVER.browser().getWithToken("/metrics", "metrics-token").body())
                .containsPattern("rapport_disk_used_bytes\\{part=\"lake\"} [0-9.E]+")
                .containsPattern("rapport_disk_free_bytes [0-9.E]+");
    }
}
