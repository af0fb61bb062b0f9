package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEntry;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.run.RunState;
import io.rapport.serve.security.Role;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Extractions that need an approval, in the browser: refused, asked for, decided by another, done. */
class ApprovalPagesTest {

    private static final int ADMINISTRATOR = 0;
    private static final int CONTRIBUTOR = 1;
    private static final int OTHER_ADMINISTRATOR = 5;
    private static final String DATASET = "/datasets/CalendarView_v0";
    private static final String CONTACTS = "/datasets/Contact_v1";
    private static final String FORM = DATASET + "/extract";

    private static final TestServer SERVER = EnrichedHome.shared().server;
    private static final KeptExtractions KEPT = SERVER.server.part(KeptExtractions.class);

    @BeforeAll
    static void there_is_a_second_administrator() {
        SimulatedTenant tenant = Objects.requireNonNull(SERVER.tenant);
        tenant.apps()
                .assignRoles(
                        tenant.app(StandardApp.SIGN_IN).clientId(),
                        tenant.people().get(OTHER_ADMINISTRATOR).id(),
                        Set.of("Administrator"));
    }

    @Test
    void an_extraction_waits_for_another_administrator_and_ends_with_the_approval() throws Exception {
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        Browser other = SERVER.signedIn(OTHER_ADMINISTRATOR);
        int before = KEPT.log().list().size();
        assertThat(administrator.get(FORM).body()).contains("Not approved").contains("<code>APPROVAL_MISSING</code>");
        HttpResponse<String> refused = administrator.post(FORM, wish("puser", ""));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("No extraction of CalendarView_v0 is approved for you.")
                .contains("Ask for approval of just this");
        assertThat(KEPT.log().list()).hasSize(before);
        assertThat(last().event().isAllowed()).isFalse();

        String page = ask(administrator, DATASET, "puser");
        assertThat(administrator.get(page).body())
                .contains("Waiting")
                .contains("You asked for this")
                .contains("1 of ")
                .contains("Load &lt;report")
                .doesNotContain(page + "/approve");
        HttpResponse<String> own = administrator.post(page + "/approve", Map.of("edition", "1"));
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.body()).contains("Nobody decides on what they asked for themselves");

        assertThat(other.get("/datasets").body()).containsPattern("Approvals, \\d+ waiting");
        assertThat(other.get("/approvals").body()).contains(page);
        assertThat(other.get(page).body()).contains(page + "/approve");
        assertThat(other.post(page + "/deny", Map.of("edition", "1", "reason", " "))
                        .statusCode())
                .isEqualTo(400);
        assertThat(other.post(page + "/approve", Map.of("edition", "1")).statusCode())
                .isEqualTo(303);
        assertThat(other.post(page + "/deny", Map.of("edition", "1", "reason", "No"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(administrator.get(page).body()).contains("Approved").contains("Extract by it");

        administrator.get(FORM);
        assertThat(end(administrator.post(FORM, wish("puser", "")))).isEqualTo(RunState.SUCCESSFUL);
        HttpResponse<String> wider = administrator.post(FORM, wish("id", ""));
        assertThat(wider.statusCode()).isEqualTo(403);
        assertThat(wider.body()).contains("<code>APPROVAL_COLUMNS</code>").contains(page);

        other.get(page);
        assertThat(other.post(page + "/revoke", Map.of("edition", "2", "reason", "Done"))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> late = administrator.post(FORM, wish("puser", ""));
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("<code>APPROVAL_REVOKED</code>");
        assertThat(administrator.get(page).body()).contains("Revoked").contains("Ask again");
    }

    @Test
    void who_is_no_administrator_sees_their_own_alone_and_decides_on_nothing() throws Exception {
        String page = ask(SERVER.signedIn(ADMINISTRATOR), CONTACTS, "emailAddresses");
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);

        assertThat(contributor.get("/approvals").body())
                .contains("These are yours")
                .doesNotContain(page);
        assertThat(contributor.get(page).statusCode()).isEqualTo(404);
        assertThat(contributor.post(page + "/approve", Map.of()).statusCode()).isEqualTo(403);
        assertThat(contributor
                        .post(CONTACTS + "/approval", wish("emailAddresses", "Load"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(contributor.get("/datasets").body()).doesNotContainPattern("\\d waiting");
        String own = location(contributor.post(CONTACTS + "/approval", wish("createdDateTime", "Load")));
        assertThat(contributor.get(own).body()).contains("You asked for this");
        HttpResponse<String> twice = contributor.post(CONTACTS + "/approval", wish("createdDateTime", "Load"));
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("Just that was asked for already");
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        administrator.get(own);
        assertThat(administrator
                        .post(own + "/deny", Map.of("edition", "1", "reason", "Counts are enough"))
                        .statusCode())
                .isEqualTo(303);
        String denied = contributor.get(own).body();
        assertThat(denied).contains("Denied").contains("Counts are enough").contains("by another administrator");
        assertThat(denied.substring(denied.indexOf("<main")))
                .doesNotContain(Approved.person(SERVER, ADMINISTRATOR, Role.ADMINISTRATOR)
                        .displayName());
    }

    private static String ask(Browser browser, String dataset, String column) throws Exception {
        browser.get(dataset + "/extract");
        HttpResponse<String> without = browser.post(dataset + "/approval", wish(column, ""));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("Say what it is for");
        return location(browser.post(dataset + "/approval", wish(column, "Load <report")));
    }

    private static Map<String, String> wish(String column, String purpose) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("sent", "1");
        fields.put("column", column);
        fields.put("format", "json");
        fields.put("purpose", purpose);
        return fields;
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static RunState end(HttpResponse<String> answer) {
        String page = location(answer);
        String id = page.substring(page.lastIndexOf('/') + 1);
        Jobs jobs = SERVER.server.part(Jobs.class);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (jobs.findOpen(JobKind.EXTRACTION, id).isPresent()) {
            assertThat(System.nanoTime()).as("still under way: " + id).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
        return KEPT.log().find(id).orElseThrow().state();
    }

    /** The latest extraction that somebody wanted. */
    private static AccessEntry last() {
        return SERVER.server
                .part(AccessLog.class)
                .list(Long.MAX_VALUE, "", Optional.of(AccessAction.EXPORT), 1)
                .get(0);
    }
}
