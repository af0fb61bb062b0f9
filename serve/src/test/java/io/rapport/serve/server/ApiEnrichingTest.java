package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.api.gate.ApiSettings;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.json.JsonText;
import io.rapport.simulator.export.ProfileFiles;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An enrichment's whole life over the API: made, agreed to, run, stopped, changed, withdrawn, deleted. */
class ApiEnrichingTest {

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final ApiCaller ADMINISTRATOR = ApiCaller.of(SERVER, "Administrator");
    private static final ApiCaller CONTRIBUTOR = ApiCaller.of(SERVER, "Contributor");
    private static final ApiCaller VIEWER = ApiCaller.of(SERVER, "Viewer");
    private static final String GROUP =
            ProfileFiles.listed(HOME.company).party().address();

    static {
        SERVER.server.part(ApiSettings.class).setRequestsPerMinute("100000");
    }

    @Test
    void one_is_made_agreed_to_by_a_person_run_changed_and_deleted() throws Exception {
        profiles("Enriching");
        ApiDocument document = ApiDocument.of(SERVER);
        String wish = JsonText.of(spec("Over the API", "OverApi", "Enriching"));
        assertThat(CONTRIBUTOR.send("POST", "/enrichments", wish).statusCode()).isEqualTo(403);
        HttpResponse<String> made = ADMINISTRATOR.send("POST", "/enrichments", wish);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        document.assertFits(document.entry("createEnrichment"), made);
        assertThat(made.headers().firstValue("Location")).hasValue("/api/v1/enrichments/OverApi");
        assertThat(ApiCaller.json(VIEWER.get("/enrichments/OverApi")).get("state"))
                .isEqualTo("waiting-for-consent");

        assertThat(ApiCaller.code(ADMINISTRATOR.send("POST", "/enrichments/OverApi/runs", null)))
                .isEqualTo("NO_CONSENT");
        HttpResponse<String> byKey = ADMINISTRATOR.send("POST", "/enrichments/OverApi/consent/agree", null);
        assertThat(byKey.statusCode()).isEqualTo(403);
        assertThat(ApiCaller.code(byKey)).isEqualTo("PERSON_NEEDED");
        HttpResponse<String> consent = ADMINISTRATOR.get("/enrichments/OverApi/consent");
        document.assertFits(document.entry("getConsent"), consent);
        assertThat(consent.body()).contains("the members of 1 group").contains("\"isGiven\":false");
        agree("OverApi");

        HttpResponse<String> tooEarly = CONTRIBUTOR.send("POST", "/enrichments/OverApi/runs", null);
        assertThat(ApiCaller.code(tooEarly)).isEqualTo("FIRST_RUN_WAITS");
        assertThat(tooEarly.statusCode()).isEqualTo(409);
        Map<?, ?> job = await(ADMINISTRATOR.send("POST", "/enrichments/OverApi/runs", null));
        assertThat(job.get("state")).as("%s", job).isEqualTo("successful");
        assertThat(ApiCaller.json(CONTRIBUTOR.get("/enrichments/OverApi/tables/engagement?limit=1"))
                        .get("found"))
                .isNotEqualTo(0L);

        addAndRemoveAContact();
        HttpResponse<String> rests = ADMINISTRATOR.send("POST", "/enrichments/OverApi/deactivate", null);
        assertThat(ApiCaller.json(rests).get("state")).isEqualTo("deactivated");
        assertThat(ApiCaller.code(CONTRIBUTOR.send("POST", "/enrichments/OverApi/runs", null)))
                .isEqualTo("ENRICHMENT_INACTIVE");
        assertThat(ADMINISTRATOR
                        .send("POST", "/enrichments/OverApi/deactivate", null)
                        .statusCode())
                .isEqualTo(409);
        assertThat(ADMINISTRATOR
                        .send("POST", "/enrichments/OverApi/activate", null)
                        .statusCode())
                .isEqualTo(200);

        HttpResponse<String> spec = ADMINISTRATOR.get("/enrichments/OverApi/spec");
        String edition = spec.headers().firstValue("ETag").orElseThrow();
        Map<String, Object> other = fields(spec);
        other.put("name", "Renamed over the API");
        HttpResponse<String> renamed =
                ADMINISTRATOR.send("PUT", "/enrichments/OverApi/spec", JsonText.of(other), "If-Match", edition);
        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
        assertThat(ApiCaller.json(VIEWER.get("/enrichments/OverApi")).get("state"))
                .as("a name is nothing that was agreed to")
                .isEqualTo("active");
        HttpResponse<String> late =
                ADMINISTRATOR.send("PUT", "/enrichments/OverApi/spec", JsonText.of(other), "If-Match", edition);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(ApiCaller.code(late)).isEqualTo("CHANGED_MEANWHILE");
        other.put("options", Map.of("matchDomains", true));
        assertThat(ADMINISTRATOR
                        .send("PUT", "/enrichments/OverApi/spec", JsonText.of(other))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ApiCaller.json(VIEWER.get("/enrichments/OverApi")).get("state"))
                .isEqualTo("waiting-for-consent");

        assertThat(ADMINISTRATOR.send("DELETE", "/enrichments/OverApi", null).statusCode())
                .isEqualTo(204);
        awaitGone("/enrichments/OverApi");
        assertThat(HOME.folder.resolve("output").resolve("OverApi")).doesNotExist();
    }

    @Test
    void a_run_is_stopped_and_consent_is_declined_asked_for_and_withdrawn_by_a_key_too() throws Exception {
        profiles("Stopping");
        assertThat(ADMINISTRATOR
                        .send("POST", "/enrichments", JsonText.of(spec("Stopped", "Stopped", "Stopping")))
                        .statusCode())
                .isEqualTo(201);
        assertThat(state("decline")).isEqualTo("declined");
        assertThat(ADMINISTRATOR
                        .send("POST", "/enrichments/Stopped/consent/decline", null)
                        .statusCode())
                .isEqualTo(409);
        assertThat(state("ask")).isEqualTo("waiting-for-consent");
        agree("Stopped");

        HttpResponse<String> begun = ADMINISTRATOR.send("POST", "/enrichments/Stopped/runs", null);
        String path = "/jobs/" + ApiCaller.json(begun).get("id");
        HttpResponse<String> stopped = ADMINISTRATOR.send("POST", path + "/cancel", null);
        assertThat(stopped.statusCode()).as(stopped.body()).isEqualTo(202);
        assertThat(await(begun).get("state")).isEqualTo("canceled");
        HttpResponse<String> over = ADMINISTRATOR.send("POST", path + "/cancel", null);
        assertThat(over.statusCode()).isEqualTo(409);
        assertThat(CONTRIBUTOR.send("POST", path + "/cancel", null).statusCode())
                .isEqualTo(403);

        assertThat(state("withdraw")).isEqualTo("withdrawn");
        HttpResponse<String> consent = ADMINISTRATOR.get("/enrichments/Stopped/consent");
        assertThat(ApiCaller.json(consent).get("decidedBy")).asString().startsWith("API key Test of Administrator");
        assertThat(ADMINISTRATOR.send("DELETE", "/enrichments/Stopped", null).statusCode())
                .isEqualTo(204);
        awaitGone("/enrichments/Stopped");
    }

    @Test
    void all_that_is_wrong_with_a_spec_is_told_at_once_and_no_address_is_repeated() throws Exception {
        Map<String, Object> wrong = spec("mira@contoso.com", "1st", "Nobody's");
        wrong.put("selection", List.of("planted-secret"));
        wrong.put("timeZone", "Europe/Lnodon");
        wrong.put("schedule", "sometimes");
        wrong.put("weights", Map.of("Recency", 101, "Shoes", 1));
        wrong.put("options", List.of());
        wrong.put("asOf", "2026-01-01");
        HttpResponse<String> types = ADMINISTRATOR.send("POST", "/enrichments", JsonText.of(wrong));
        assertThat(problems(types)).containsExactlyInAnyOrder("body", "weights", "weights.Recency", "options");
        wrong.keySet().removeAll(List.of("weights", "asOf"));
        wrong.put("options", Map.of("excludeGroup", "nobody", "rollUp", true));
        HttpResponse<String> meaning = ADMINISTRATOR.send("POST", "/enrichments", JsonText.of(wrong));

        assertThat(problems(meaning))
                .containsExactlyInAnyOrder(
                        "selection.0", "name", "output", "timeZone", "schedule", "profiles", "options.excludeGroup");
        assertThat(meaning.body()).doesNotContain("planted-secret");
        assertThat(JsonText.of(wrong)).contains("planted-secret");
        assertThat(SERVER.server.part(Enrichments.class).find("1st")).isEmpty();
    }

    /** With an account that the run knows. */
    private static void addAndRemoveAContact() throws Exception {
        Object set = ApiCaller.items(ADMINISTRATOR.get("/profiles")).stream()
                .map(ApiDocument::map)
                .filter(one -> "Enriching".equals(one.get("name")))
                .findFirst()
                .orElseThrow()
                .get("id");
        String path = "/profiles/" + set + "/contacts";
        Object account = ApiDocument.map(ApiCaller.items(VIEWER.get("/customers?limit=1&enrichment=OverApi"))
                        .get(0))
                .get("id");
        String contact = JsonText.of(Map.of("address", "Planted@By-Hand.example", "account", account));
        assertThat(CONTRIBUTOR.send("POST", path, contact).statusCode()).isEqualTo(403);
        assertThat(ADMINISTRATOR.send("POST", path, contact).statusCode()).isEqualTo(204);
        HttpResponse<String> wrong = ADMINISTRATOR.send(
                "POST", path, JsonText.of(Map.of("address", "planted@by-hand.example", "account", "nobody")));
        assertThat(problems(wrong)).containsExactly("account");
        assertThat(wrong.body()).doesNotContain("by-hand");
        assertThat(ADMINISTRATOR.get(path).body()).contains("\"address\":\"planted@by-hand.example\"");
        assertThat(CONTRIBUTOR.get(path).statusCode()).isEqualTo(403);
        String normal = JsonText.of(Map.of("address", "planted@by-hand.example", "account", account));
        assertThat(ADMINISTRATOR.send("POST", path + "/remove", normal).statusCode())
                .isEqualTo(204);
        assertThat(ADMINISTRATOR.send("POST", path + "/remove", normal).statusCode())
                .isEqualTo(404);
    }

    private static void profiles(String name) throws Exception {
        Path folder = HOME.folder.resolve("profiles");
        HttpResponse<String> made = ADMINISTRATOR.send(
                "POST",
                "/profiles",
                ApiCaller.form(
                        Map.of("name", name),
                        Map.of(
                                "accounts",
                                Files.readString(folder.resolve("accounts.csv")),
                                "contacts",
                                Files.readString(folder.resolve("contacts.csv")))),
                "Content-Type",
                ApiCaller.FORM);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    private static Map<String, Object> spec(String name, String output, String profiles) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("name", name);
        spec.put("output", output);
        spec.put("selection", List.of(GROUP));
        spec.put("profiles", profiles);
        spec.put("schedule", "never");
        spec.put("weights", Map.of("Recency", 20));
        return spec;
    }

    private static Map<String, Object> fields(HttpResponse<String> answer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        ApiCaller.json(answer).forEach((name, value) -> fields.put(String.valueOf(name), value));
        return fields;
    }

    private static List<String> problems(HttpResponse<String> answer) {
        List<String> fields = new ArrayList<>();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        if (ApiCaller.json(answer).get("problems") instanceof List<?> problems) {
            problems.forEach(
                    one -> fields.add(String.valueOf(ApiDocument.map(one).get("field"))));
        }
        return fields;
    }

    /** In the name of a person. */
    private static void agree(String output) {
        assertThat(SERVER.server
                        .part(Lifecycle.class)
                        .agree(
                                SERVER.server
                                        .part(Enrichments.class)
                                        .find(output)
                                        .orElseThrow(),
                                "Mira"))
                .isTrue();
    }

    private static @Nullable Object state(String decision) throws Exception {
        HttpResponse<String> answer = ADMINISTRATOR.send("POST", "/enrichments/Stopped/consent/" + decision, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiCaller.json(answer).get("state");
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

    private static void awaitGone(String path) throws Exception {
        for (int i = 0; ADMINISTRATOR.get(path).statusCode() != 404; i++) {
            assertThat(i).as("still there").isLessThan(1_200);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
