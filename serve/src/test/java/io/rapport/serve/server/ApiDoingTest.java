package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.gate.ApiSettings;
import io.rapport.serve.json.JsonText;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What programs do over the API, on a small company's data. */
class ApiDoingTest {

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final String OFFICE = HOME.spec.output();
    private static final ApiCaller ADMINISTRATOR = ApiCaller.of(SERVER, "Administrator");
    private static final ApiCaller CONTRIBUTOR = ApiCaller.of(SERVER, "Contributor");
    private static final ApiCaller VIEWER = ApiCaller.of(SERVER, "Viewer");
    /** Keys of two administrators. */
    private static final ApiCaller ASKING = ApiCaller.of(SERVER, "Administrator", "who asks");

    private static final ApiCaller DECIDING = ApiCaller.of(SERVER, "Administrator", "who decides");
    private static final Map<String, Object> RULE = Map.of(
            "match",
            "all",
            "rules",
            List.of(Map.of("column", "EngagementScore", "operator", "at-least", "value", "50")));

    @BeforeAll
    static void without_a_limit() {
        SERVER.server.part(ApiSettings.class).setRequestsPerMinute("100000");
    }

    @Test
    void a_segment_is_made_counted_changed_by_one_at_a_time_and_deleted() throws Exception {
        String wish = JsonText.of(Map.of("name", "Made over the API", "enrichment", OFFICE, "rule", RULE));
        assertThat(VIEWER.send("POST", "/segments", wish).statusCode()).isEqualTo(403);
        HttpResponse<String> made = CONTRIBUTOR.send("POST", "/segments", wish);

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String path = made.headers().firstValue("Location").orElseThrow().substring("/api/v1".length());
        String edition = made.headers().firstValue("ETag").orElseThrow();
        Map<?, ?> count = ApiDocument.map(ApiCaller.json(made).get("count"));
        assertThat(ApiCaller.json(VIEWER.get(path + "/members?limit=1000")).get("found"))
                .isEqualTo(count.get("members"));
        assertThat(ApiDocument.map(ApiCaller.json(made).get("rule"))).isEqualTo(RULE);
        HttpResponse<String> twice = CONTRIBUTOR.send("POST", "/segments", wish);
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("Another segment has that name");

        String other = JsonText.of(Map.of("name", "Changed over the API", "rule", RULE));
        assertThat(CONTRIBUTOR.send("PUT", path, other, "If-Match", edition).statusCode())
                .isEqualTo(200);
        HttpResponse<String> late = CONTRIBUTOR.send("PUT", path, other, "If-Match", edition);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(ApiCaller.code(late)).isEqualTo("SEGMENT_CHANGED");
        assertThat(CONTRIBUTOR.send("DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(VIEWER.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void all_that_is_wrong_with_a_rule_is_told_with_its_place() throws Exception {
        HttpResponse<String> wrong = CONTRIBUTOR.send("POST", "/segments", """
                {"name": "Wrong", "enrichment": "%s", "rule": {"match": "all", "rules": [
                    {"column": "Shoes", "operator": "is", "value": "1"},
                    {"match": "some", "rules": [{"column": "EngagementScore", "operator": "more-than", "value": "x"}]}]}}
                """.formatted(OFFICE));

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("\"field\":\"rule.rules.0.column\"")
                .contains("\"field\":\"rule.rules.1.match\"")
                .contains("\"field\":\"rule.rules.1.rules.0.value\"");
        assertThat(CONTRIBUTOR
                        .send("POST", "/segments", "{\"name\": 1, \"name\": 2}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(CONTRIBUTOR.send("POST", "/segments", "[]").statusCode()).isEqualTo(400);
        assertThat(CONTRIBUTOR
                        .send("POST", "/segments", "name=x", "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
        assertThat(CONTRIBUTOR
                        .send("POST", "/segments", "{\"name\":\"" + "x".repeat(300_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void an_extraction_is_asked_for_followed_downloaded_and_deleted() throws Exception {
        String wish = JsonText.of(Map.of(
                "dataset",
                "OutlookContactActivity_v0",
                "columns",
                List.of("puser", "SignalType"),
                "from",
                "2026-04-01",
                "to",
                "2026-06-01"));
        HttpResponse<String> refused = CONTRIBUTOR.send("POST", "/extractions", wish);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"columns\"");
        requireApproved(wish);
        HttpResponse<String> made = ASKING.send("POST", "/extractions", wish);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
        String path = made.headers().firstValue("Location").orElseThrow().substring("/api/v1".length());
        assertThat(CONTRIBUTOR.get(path).statusCode()).isEqualTo(404);
        Map<?, ?> done = await(path);

        assertThat(done.get("state")).isEqualTo("successful");
        Map<?, ?> region = first(done, "regions");
        Map<?, ?> file = first(region, "files");
        byte[] bytes = ADMINISTRATOR
                .bytes(path + "/files/" + region.get("region") + "/" + file.get("name"))
                .body();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(file.get("sha256"));
        assertThat(ADMINISTRATOR
                        .get(path + "/files/" + region.get("region") + "/..%2F..%2Frapport.db")
                        .statusCode())
                .isBetween(400, 404);
        assertThat(ADMINISTRATOR.send("DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(ApiCaller.json(ADMINISTRATOR.get(path)).get("removedAt")).isNotNull();
        assertThat(SERVER.server
                        .part(AccessLog.class)
                        .list(Long.MAX_VALUE, "api key test of administrator", Optional.empty(), 1000))
                .anySatisfy(entry -> assertThat(entry.event().subject()).isEqualTo("API: Extraction: asked for"));
    }

    /** Refused, asked for, not approved by whoever asked, approved by another; and only then. */
    private static void requireApproved(String wish) throws Exception {
        HttpResponse<String> refused = ASKING.send("POST", "/extractions", wish);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(ApiCaller.code(refused)).isEqualTo("APPROVAL_MISSING");
        assertThat(first(ApiCaller.json(refused), "problems"))
                .hasToString("{field=dataset, detail=No extraction of OutlookContactActivity_v0 is approved for you.,"
                        + " code=APPROVAL_MISSING}");
        HttpResponse<String> wrong = ASKING.send(
                "POST",
                "/approvals",
                JsonText.of(Map.of("dataset", "Message_v1", "columns", List.of("shoe"), "purpose", " ")));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"field\":\"columns\"").contains("\"field\":\"purpose\"");

        HttpResponse<String> asked = ASKING.send(
                "POST",
                "/approvals",
                JsonText.of(Map.of(
                        "dataset", "OutlookContactActivity_v0",
                        "columns", List.of("puser", "SignalType"),
                        "purpose", "Load report")));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        String path = asked.headers().firstValue("Location").orElseThrow().substring("/api/v1".length());
        String edition = asked.headers().firstValue("ETag").orElseThrow();
        assertThat(CONTRIBUTOR.get(path).statusCode()).isEqualTo(404);
        assertThat(ApiCaller.code(ASKING.send("POST", path + "/approve", null))).isEqualTo("APPROVAL_OWN");
        assertThat(CONTRIBUTOR.send("POST", path + "/approve", null).statusCode())
                .isEqualTo(403);
        assertThat(DECIDING.send("POST", path + "/approve", null, "If-Match", "\"7\"")
                        .statusCode())
                .isEqualTo(412);
        HttpResponse<String> given = DECIDING.send("POST", path + "/approve", null, "If-Match", edition);
        assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
        assertThat(ApiCaller.json(given).get("state")).isEqualTo("approved");
        HttpResponse<String> late = DECIDING.send("POST", path + "/deny", "{\"reason\":\"No\"}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(ApiCaller.code(late)).isEqualTo("APPROVAL_DECIDED");
        HttpResponse<String> wider = ASKING.send(
                "POST",
                "/extractions",
                JsonText.of(Map.of("dataset", "OutlookContactActivity_v0", "columns", List.of("puser", "AppName"))));
        assertThat(wider.statusCode()).isEqualTo(403);
        assertThat(wider.body()).contains("\"code\":\"APPROVAL_COLUMNS\"").contains("AppName");
    }

    private static Map<?, ?> first(Map<?, ?> fields, String list) {
        return fields.get(list) instanceof List<?> found ? ApiDocument.map(found.get(0)) : Map.of();
    }

    private static Map<?, ?> await(String path) throws Exception {
        for (int i = 0; i < 600; i++) {
            Map<?, ?> now = ApiCaller.json(ADMINISTRATOR.get(path));
            if (now.get("job") == null && !"refreshing".equals(now.get("state"))) {
                return now;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("it never came to its end");
    }
}
