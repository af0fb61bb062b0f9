package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.api.gate.ApiSettings;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What programs do with a simulated tenant's connection: look at its permissions, sync, end and erase it. */
class ApiConnectionTest {

    private static final TestServer SERVER = TestServer.shared();
    private static final ApiCaller ADMINISTRATOR = ApiCaller.of(SERVER, "Administrator");
    private static final ApiCaller CONTRIBUTOR = ApiCaller.of(SERVER, "Contributor");

    static {
        SERVER.server.part(ApiSettings.class).setRequestsPerMinute("100000");
    }

    @Test
    void a_connection_is_looked_at_synced_diagnosed_ended_and_another_erased() throws Exception {
        ApiDocument document = ApiDocument.of(SERVER);
        Browser browser = SERVER.signedIn(0);
        ConnectFlowTest.connect(browser, "api-kept");
        HttpResponse<String> checked = ADMINISTRATOR.send("POST", "/connections/api-kept/check", null);
        assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
        document.assertFits(document.entry("checkConnection"), checked);
        assertThat(checked.body()).contains("\"isGood\":true", "\"permission\":\"Mail.ReadBasic.All\"");
        assertThat(CONTRIBUTOR.send("POST", "/connections/api-kept/check", null).statusCode())
                .isEqualTo(403);

        Map<?, ?> synced = await(ADMINISTRATOR.send("POST", "/connections/api-kept/sync", null));
        assertThat(synced.get("state")).as("%s", synced).isEqualTo("successful");
        HttpResponse<String> connection = ADMINISTRATOR.get("/connections/api-kept");
        document.assertFits(document.entry("getConnection"), connection);
        assertThat(ApiCaller.json(connection).get("state")).isEqualTo("ok");
        assertThat(await(ADMINISTRATOR.send("POST", "/status/doctor", null)).get("state"))
                .isEqualTo("successful");
        assertThat(ApiCaller.json(ADMINISTRATOR.get("/status")).get("diagnoses"))
                .asString()
                .contains("subject=api-kept, isGood=true");

        Object rows = ApiCaller.json(ADMINISTRATOR.get("/datasets/User_v1")).get("rows");
        assertThat(ADMINISTRATOR
                        .send("POST", "/connections/api-kept/disconnect", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(ADMINISTRATOR.get("/connections/api-kept").statusCode()).isEqualTo(404);
        assertThat(ADMINISTRATOR
                        .send("POST", "/connections/api-kept/disconnect", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(ApiCaller.json(ADMINISTRATOR.get("/datasets/User_v1")).get("rows"))
                .as("what it brought stays")
                .isEqualTo(rows);
        assertThat(rows).isNotEqualTo(0L);

        ConnectFlowTest.connect(browser, "api-erased");
        Map<?, ?> erased = await(ADMINISTRATOR.send("DELETE", "/connections/api-erased", null));
        assertThat(List.of(erased.get("state"), erased.get("kind"))).isEqualTo(List.of("successful", "erasure"));
        assertThat(ADMINISTRATOR.get("/connections/api-erased").statusCode()).isEqualTo(404);
        HttpResponse<String> erasures = ADMINISTRATOR.get("/data-erasures");
        document.assertFits(document.entry("listDataErasures"), erasures);
        Map<?, ?> erasure = ApiDocument.map(ApiCaller.items(erasures).get(0));
        assertThat(erasure.get("connection")).isEqualTo("api-erased");
        assertThat(erasure.get("finishedAt")).isNotNull();
        HttpResponse<String> certificate =
                ADMINISTRATOR.get("/data-erasures/" + erasure.get("number") + "/certificate");
        document.assertFits(document.entry("getDataErasureCertificate"), certificate);
        assertThat(String.valueOf(ApiCaller.json(certificate).get("text")))
                .contains("The connection api-erased ", "Afterwards: 0 rows in 0 files.");
        assertThat(CONTRIBUTOR.get("/data-erasures").statusCode()).isEqualTo(403);
    }

    private static Map<?, ?> await(HttpResponse<String> begun) throws Exception {
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String path = begun.headers().firstValue("Location").orElseThrow().substring("/api/v1".length());
        for (int i = 0; i < 1_200; i++) {
            Map<?, ?> job = ApiCaller.json(ADMINISTRATOR.get(path));
            if (job.get("finishedAt") != null) {
                return job;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("it never came to its end");
    }
}
