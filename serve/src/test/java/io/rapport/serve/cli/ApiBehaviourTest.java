package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.api.key.ApiKeys;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.server.EnrichedHome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same questions over HTTP, on the command line of the home, and on the command line through its server. */
class ApiBehaviourTest {

    private static final EnrichedHome HOME = EnrichedHome.shared();

    @TempDir
    Path folder;

    /**
     * A question.
     *
     * @param path over HTTP
     * @param words on the command line
     */
    record Asked(String path, Map<String, String> query, List<String> words) {}

    static Stream<Asked> questions() {
        return Stream.of(
                new Asked("/runs", Map.of("output", "Office", "limit", "20"), List.of("runs", "--output", "Office")),
                new Asked("/customers", Map.of("limit", "20"), List.of("customers")),
                new Asked(
                        "/customers",
                        Map.of("q", "a", "sort", "last-email", "show", "stale", "limit", "3"),
                        List.of(
                                "customers",
                                "--search",
                                "a",
                                "--sort",
                                "last-email",
                                "--show",
                                "stale",
                                "--limit",
                                "3")),
                new Asked("/segments", Map.of("enrichment", "Office"), List.of("segments", "--enrichment", "Office")),
                new Asked(
                        "/segments/rising/members",
                        Map.of("enrichment", "Office", "limit", "20"),
                        List.of("segments", "rising", "--enrichment", "Office")));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void one_question_has_one_answer(Asked asked) throws Exception {
        Object rest = items(server("Administrator").get(asked.path(), asked.query()));
        Typed here = typed(asked.words(), List.of("--json"));
        Typed there = typed(asked.words(), served("Viewer"));

        assertThat(here.code()).as(here.err()).isZero();
        assertThat(there.code()).as(there.err()).isZero();
        assertThat(rest).asString().contains("id=");
        assertThat(items(here)).isEqualTo(rest);
        assertThat(items(there)).isEqualTo(rest);
        assertThat(typed(asked.words(), List.of()).out().lines().count()).isGreaterThan(2);
    }

    @Test
    void what_is_wrong_is_wrong_everywhere_in_the_same_words() throws Exception {
        List<String> words = List.of("customers", "--sort", "shoe-size");
        Typed here = typed(words, List.of("--json"));
        Typed there = typed(words, served("Viewer"));

        assertThat(List.of(here.code(), there.code())).isEqualTo(List.of(2, 2));
        assertThat(here.err()).contains("\"code\":\"REQUEST_INVALID\"").contains("It is one of name, score");
        assertThat(there.err()).contains("\"code\":\"REQUEST_INVALID\"").contains("It is one of name, score");
    }

    @Test
    void a_key_that_may_not_is_refused_with_its_own_exit_code() throws Exception {
        assertThat(typed(List.of("connections"), served("Viewer")).code()).isEqualTo(4);
        assertThat(typed(List.of("connections"), served("Administrator")).code())
                .isZero();
        assertThat(typed(List.of("datasets"), served("Contributor")).out()).contains("\"Message_v1\"");
        assertThat(typed(List.of("report", "contact-activity"), served("Viewer"))
                        .out())
                .contains("\"frequencyOfAdding\"");
        Typed elsewhere = typed(List.of("report", "contact-activity", "--time-zone", "Asia/Tokyo"), served("Viewer"));
        assertThat(elsewhere.code()).isEqualTo(2);
        assertThat(elsewhere.err()).contains("leave out --time-zone");
        Typed alone = typed(List.of("query", "select 1"), served("Administrator"));
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.err()).contains("query works on a home");
        assertThat(Typed.words("customers", "--server", "http://rapport.contoso.com", "--api-key-file", key("Viewer"))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void an_extraction_through_a_server_comes_here_and_goes_there() throws Exception {
        Path out = folder.resolve("out");
        List<String> words = List.of(
                "extract",
                "OutlookContactActivity_v0",
                "--columns",
                "puser,SignalType",
                "--from",
                "2026-04-01",
                "--to",
                "2026-05-01",
                "--out",
                out.toString());
        requireApproved(words);
        Typed done = typed(words, served("Administrator"));

        assertThat(done.code()).as(done.err()).isZero();
        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .contains("manifest.json")
                    .hasSizeGreaterThan(1);
        }
        Map<String, @Nullable Object> last =
                ApiBehaviourTest.first(server("Administrator").get("/extractions", Map.of()));
        assertThat(last.get("removedAt")).isNotNull();
    }

    /** Asked for and refused through the server, approved by the person at the keyboard of the home; listed alike. */
    private void requireApproved(List<String> words) throws Exception {
        Typed refused = typed(words, served("Administrator"));
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("\"code\":\"APPROVAL_MISSING\"").contains("Ask for an approval of it");
        Typed asked = typed(
                List.of(
                        "approvals",
                        "request",
                        "OutlookContactActivity_v0",
                        "--columns",
                        "puser,SignalType",
                        "--purpose",
                        "Load report"),
                served("Administrator"));
        assertThat(asked.code()).as(asked.err()).isZero();
        String id = String.valueOf(
                JsonText.readWhole(asked.out().strip()) instanceof Map<?, ?> fields ? fields.get("id") : "");
        Typed own = typed(List.of("approvals", "approve", id), served("Administrator"));
        assertThat(own.code()).isEqualTo(4);
        assertThat(own.err()).contains("APPROVAL_OWN");
        Typed given = typed(List.of("approvals", "approve", id), List.of());
        assertThat(given.code()).as(given.err()).isZero();
        assertThat(given.out()).startsWith("The approval " + id + " of OutlookContactActivity_v0 is approved, until ");
        assertThat(typed(List.of("approvals", "deny", id, "--reason", "Too late"), List.of())
                        .code())
                .isEqualTo(2);
        Object rest = items(server("Administrator").get("/approvals", Map.of("limit", "20")));
        assertThat(rest).asString().contains(id);
        assertThat(items(typed(List.of("approvals"), List.of("--json")))).isEqualTo(rest);
        assertThat(items(typed(List.of("approvals", "list"), served("Administrator"))))
                .isEqualTo(rest);
        assertThat(typed(List.of("approvals", "--state", "approved"), List.of()).out())
                .contains("SignalType,puser");
        assertThat(HOME.part(AccessLog.class).list(Long.MAX_VALUE, "the person at the keyboard", Optional.empty(), 100))
                .anySatisfy(line -> {
                    assertThat(line.event().subject()).isEqualTo("approval given");
                    assertThat(line.event().detail()).startsWith(id);
                });
    }

    @Test
    void an_extraction_that_arrives_damaged_leaves_nothing_here_and_stays_there() throws Exception {
        Map<String, String> answers = Map.of(
                "POST /api/v1/extractions",
                "{\"id\": \"e1\"}",
                "GET /api/v1/extractions/e1",
                "{\"rows\": 1, \"regions\": [{\"region\": \"EUR\", \"files\": [{\"name\": \"all.json\", \"sha256\":"
                        + " \"00\"}]}]}",
                "GET /api/v1/extractions/e1/files/EUR/all.json",
                "half a file");
        List<String> asked = new ArrayList<>();
        HttpServer damaging = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        damaging.createContext("/", exchange -> {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add(request);
            byte[] answer = answers.getOrDefault(request, "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        damaging.start();
        Path target = Files.createDirectory(folder.resolve("damaged"));
        Typed typed = Typed.words(
                "extract",
                "Message_v1",
                "--out",
                target.resolve("out").toString(),
                "--server",
                "http://127.0.0.1:" + damaging.getAddress().getPort(),
                "--api-key-file",
                key("Viewer"));
        damaging.stop(0);

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("EUR/all.json is not what the server's manifest says");
        assertThat(target).isEmptyDirectory();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(answers.keySet());
    }

    @Test
    void keys_are_made_listed_and_revoked_on_the_home() {
        Typed made = typed(List.of("api-keys", "create", "--name", "By hand", "--role", "viewer"), List.of());
        String id = made.out().substring(8, 20);

        assertThat(made.out()).matches("rapport_[0-9a-f]{12}_[A-Za-z0-9_-]{43}\n");
        assertThat(typed(List.of("api-keys", "list"), List.of()).out())
                .contains(id)
                .contains("By hand");
        assertThat(typed(List.of("api-keys", "revoke", id), List.of()).code()).isZero();
        assertThat(typed(List.of("api-keys", "list"), List.of("--json")).out()).contains("\"state\":\"revoked\"");
        assertThat(typed(List.of("api-keys", "create", "--name", "x", "--days", "366"), List.of())
                        .code())
                .isEqualTo(2);
    }

    private static Typed typed(List<String> words, List<String> more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(more);
        return Typed.on(HOME.folder(), all.toArray(String[]::new));
    }

    private List<String> served(String role) throws Exception {
        return List.of("--json", "--server", HOME.url().toString(), "--api-key-file", key(role));
    }

    private String key(String role) throws Exception {
        Path file = folder.resolve(role + ".key");
        if (!Files.exists(file)) {
            Files.writeString(file, secret(role) + "\n");
        }
        return file.toString();
    }

    private static ServerApi server(String role) {
        return ServerApi.of(HOME.url().toString(), secret(role));
    }

    private static String secret(String role) {
        return HOME.part(ApiKeys.class)
                .make("Behaviour " + role, role, "1", "a test", "behaviour " + role)
                .text();
    }

    private static Object items(Typed typed) {
        return JsonText.readWhole(typed.out().strip()) instanceof Map<?, ?> answer
                ? String.valueOf(answer.get("items"))
                : "nothing";
    }

    private static Object items(Map<String, ?> answer) {
        return String.valueOf(answer.get("items"));
    }

    private static Map<String, @Nullable Object> first(Map<String, ?> answer) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (answer.get("items") instanceof List<?> list && list.get(0) instanceof Map<?, ?> first) {
            first.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        return fields;
    }
}
