package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.gate.ApiSettings;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Customer profiles, brought over the API as a form with two files. */
class ApiProfilesTest {

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final ApiCaller ADMINISTRATOR = ApiCaller.of(SERVER, "Administrator");
    private static final ApiCaller CONTRIBUTOR = ApiCaller.of(SERVER, "Contributor");
    private static final String ACCOUNTS = "CustomerId,Name\n1,Fabrikam\n2,Lamna\n";
    private static final String CONTACTS = "Mail,CustomerId\nana@fabrikam-api.example,1\nbo@lamna-api.example,2\n";

    static {
        SERVER.server.part(ApiSettings.class).setRequestsPerMinute("100000");
    }

    @Test
    void files_become_profiles_then_their_next_version_and_go_again() throws Exception {
        HttpResponse<String> made = send("/profiles", Map.of("name", "Over the API"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String path = made.headers().firstValue("Location").orElseThrow().substring("/api/v1".length());
        assertThat(latest(made)).containsEntry("number", 1L).containsEntry("matched", 2L);
        assertThat(ApiDocument.map(latest(made).get("columns")))
                .hasToString("{idColumn=CustomerId, nameColumn=Name, emailColumn=Mail, accountColumn=CustomerId}");
        ApiDocument document = ApiDocument.of(SERVER);
        document.assertFits(document.entry("importProfiles"), made);

        HttpResponse<String> judged = send("/profiles/verdict", Map.of("name", "Over the API"));
        document.assertFits(document.entry("judgeProfiles"), judged);
        assertThat(ApiCaller.json(judged).get("next")).isEqualTo("version 2 of Over the API");
        HttpResponse<String> second =
                send("/profiles", Map.of("name", "Over the API", "nameColumn", "Name", "leaveOutBroken", "true"));
        assertThat(latest(second)).containsEntry("number", 2L);
        assertThat(CONTRIBUTOR.get(path).body()).contains("\"number\":2").doesNotContain("fabrikam-api");

        assertThat(CONTRIBUTOR.send("DELETE", path, null).statusCode()).isEqualTo(403);
        assertThat(ADMINISTRATOR.send("DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(ADMINISTRATOR.get(path).statusCode()).isEqualTo(404);
        assertThat(SERVER.server
                        .part(AccessLog.class)
                        .list(Long.MAX_VALUE, "api key test of administrator", Optional.empty(), 1000))
                .extracting(
                        entry -> entry.event().action() + " " + entry.event().subject())
                .contains("CHANGE API: Profiles", "DELETE API: Profiles", "VIEW API: Contacts of an upload");
    }

    @Test
    void what_is_wrong_with_a_form_is_told_by_its_parts_and_nothing_of_it_stays() throws Exception {
        HttpResponse<String> columns =
                send("/profiles", Map.of("name", "Unkept", "emailColumn", "Post", "parentColumn", "Above"));
        assertThat(columns.statusCode()).isEqualTo(400);
        assertThat(columns.body())
                .contains("\"field\":\"emailColumn\"", "\"field\":\"parentColumn\"", "It has Mail, CustomerId.");
        HttpResponse<String> incomplete = ADMINISTRATOR.send(
                "POST",
                "/profiles",
                ApiCaller.form(Map.of("nom", "x"), Map.of("accounts", ACCOUNTS)),
                "Content-Type",
                ApiCaller.FORM);
        assertThat(incomplete.statusCode()).isEqualTo(400);
        assertThat(incomplete.body()).contains("\"field\":\"name\"", "\"field\":\"contacts\"", "\"field\":\"body\"");
        HttpResponse<String> malformed =
                ADMINISTRATOR.send("POST", "/profiles", "--none", "Content-Type", "multipart/form-data");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(ApiCaller.code(malformed)).isEqualTo("REQUEST_INVALID");
        assertThat(ADMINISTRATOR.send("POST", "/profiles", "{}").statusCode()).isEqualTo(415);
        assertThat(send("/profiles", Map.of("name", "x".repeat(3_000))).statusCode())
                .isEqualTo(413);
        String unreadable = "\"CustomerId,Name\n1,Fabrikam";
        HttpResponse<String> broken = ADMINISTRATOR.send(
                "POST",
                "/profiles",
                ApiCaller.form(Map.of("name", "Unkept"), Map.of("accounts", unreadable, "contacts", CONTACTS)),
                "Content-Type",
                ApiCaller.FORM);
        assertThat(broken.statusCode()).as(broken.body()).isEqualTo(400);
        HttpResponse<String> refused = CONTRIBUTOR.send(
                "POST",
                "/profiles",
                ApiCaller.form(Map.of("name", "Unkept"), Map.of("accounts", ACCOUNTS, "contacts", CONTACTS)),
                "Content-Type",
                ApiCaller.FORM);
        assertThat(refused.statusCode()).isEqualTo(403);

        assertThat(ADMINISTRATOR.get("/profiles").body()).doesNotContain("Unkept");
        try (Stream<Path> files = Files.walk(HOME.folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("fabrikam-api");
            }
        }
        assertThat(CONTACTS).contains("fabrikam-api");
    }

    private static HttpResponse<String> send(String path, Map<String, String> texts) throws Exception {
        return ADMINISTRATOR.send(
                "POST",
                path,
                ApiCaller.form(texts, Map.of("accounts", ACCOUNTS, "contacts", CONTACTS)),
                "Content-Type",
                ApiCaller.FORM);
    }

    private static Map<String, Object> latest(HttpResponse<String> answer) {
        Map<String, Object> latest = new java.util.LinkedHashMap<>();
        if (ApiCaller.json(answer).get("versions") instanceof List<?> versions) {
            ApiDocument.map(versions.get(0)).forEach((name, value) -> latest.put(String.valueOf(name), value));
        }
        return latest;
    }
}
