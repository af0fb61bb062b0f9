package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.access.AccessLog;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ErasurePagesTest {

    private static final String PAGE = "/system/erasures";
    private static final String STRANGER = "quilla.zephyr@nowhere.example";

    private static final TestServer SERVER = TestServer.shared();

    @Test
    void people_are_erased_by_a_typed_word_and_a_certificate_says_so() throws Exception {
        Browser administrator = SERVER.signedIn(0);
        long before = certificates(administrator);
        HttpResponse<String> untyped = administrator.post(PAGE, Map.of("people", STRANGER));
        assertThat(untyped.statusCode()).isEqualTo(422);
        assertThat(untyped.body()).contains("Type the word erase").contains(STRANGER);
        assertThat(administrator
                        .post(PAGE, Map.of("people", "nobody in particular", "confirmation", "erase"))
                        .body())
                .contains("1 of 1 words are no address and no object id.");
        assertThat(certificates(administrator)).isEqualTo(before);

        HttpResponse<String> asked = administrator.post(PAGE, Map.of("people", STRANGER, "confirmation", "erase"));

        assertThat(asked.statusCode()).isEqualTo(303);
        awaitEnd();
        assertThat(administrator.follow(asked).body()).contains("1 person is erased.");
        assertThat(certificates(administrator)).isEqualTo(before + 1);
        assertThat(administrator.get(PAGE).body()).doesNotContain(STRANGER);
        String certificate = PAGE + "/" + (before + 1) + "/certificate.";
        assertThat(administrator.get(certificate + "txt").body())
                .startsWith("Certificate " + (before + 1) + " of erasure\n\n1 person erased from this home by ")
                .doesNotContain(STRANGER);
        assertThat(administrator.get(certificate + "json").body()).startsWith("{\"certificate\":" + (before + 1) + ",");
        assertThat(administrator.get(PAGE + "/4711/certificate.txt").statusCode())
                .isEqualTo(404);
        SERVER.server
                .part(AccessLog.class)
                .forEach(entry -> assertThat(entry.event().toString()).doesNotContain("nowhere.example"));
    }

    @Test
    void everything_is_erased_by_the_command_line_and_the_page_says_so() throws Exception {
        Browser administrator = SERVER.signedIn(0);

        assertThat(administrator.get(PAGE).body())
                .contains("End every server of this home", "<code>rapport erase --everything --yes</code>")
                .doesNotContain("action=\"/system/erasures/everything");
        assertThat(administrator.get(PAGE + "/data/4711/certificate.txt").statusCode())
                .isEqualTo(404);
        assertThat(administrator.post(PAGE + "/data/4711/resume", Map.of()).statusCode())
                .isEqualTo(404);
    }

    /** Of other tests too. */
    private static long certificates(Browser browser) throws Exception {
        return browser.get(PAGE)
                .body()
                .lines()
                .filter(line -> line.contains("certificate.txt"))
                .count();
    }

    private static void awaitEnd() {
        Jobs jobs = SERVER.server.part(Jobs.class);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (jobs.isAnyOpen(JobKind.PERSON_ERASURE)) {
            assertThat(System.nanoTime()).as("still erasing").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
