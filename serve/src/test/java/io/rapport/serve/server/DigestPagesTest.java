package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.rapport.core.progress.Progress;
import io.rapport.model.duckdb.account.AccountColumn;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.digest.Digest;
import io.rapport.serve.digest.DigestContents;
import io.rapport.serve.digest.DigestRun;
import io.rapport.serve.digest.DigestSettings;
import io.rapport.serve.digest.Digests;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentState;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.simulator.export.ProfileFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What changed between the two runs of a small company's enrichment. */
class DigestPagesTest {

    private static final int ADMINISTRATOR = 0;
    private static final int VIEWER = 2;
    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final Digests DIGESTS = SERVER.server.part(Digests.class);
    private static final Pattern NAME = Pattern.compile("\"displayName\":\"([^\"]+ [^\"]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+");

    @BeforeAll
    static void compare() {
        SERVER.server.part(DigestSettings.class).setMovePoints("1");
        run("Office");
        run("Office");
    }

    @Test
    void a_digest_is_made_once_and_says_what_the_tables_say() {
        ServedRun run = latest();
        ServedRun earlier = SERVER.server
                .part(ServedRuns.class)
                .findEarlier(run.run().request())
                .orElseThrow();
        Digest digest = DIGESTS.findLatest("Office").orElseThrow();
        AccountReader reader = SERVER.server.part(AccountReader.class);

        assertThat(DIGESTS.list("Office", 10)).hasSize(1);
        assertThat(digest.asOf()).isEqualTo(EnrichedHome.SECOND);
        assertThat(digest.findEarlier()).contains(EnrichedHome.FIRST);
        assertThat(digest.contents().stale().count())
                .isEqualTo(reader.change(run.tables(), earlier.tables(), AccountRule.marked(AccountColumn.STALE))
                        .joined());
        assertThat(digest.contents().moves().first())
                .isNotEmpty()
                .hasSize((int) Math.min(20, digest.contents().moves().count()))
                .allSatisfy(line -> {
                    assertThat(moved(line)).isGreaterThanOrEqualTo(10);
                    assertThat(line.reason()).startsWith("From ").endsWith(".");
                });
        assertThat(digest.contents().moves().first().stream()
                        .map(DigestPagesTest::moved)
                        .toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    /** In tenths of a point, either way. */
    private static long moved(DigestContents.Line line) {
        return Math.round(10 * Math.abs(line.score() - Objects.requireNonNull(line.before())));
    }

    @Test
    void the_page_has_its_own_address_and_domains_for_administrators_alone() throws Exception {
        Digest digest = DIGESTS.findLatest("Office").orElseThrow();
        String viewers = SERVER.signedIn(VIEWER).get("/digests/" + digest.run()).body();
        String administrators =
                SERVER.signedIn(ADMINISTRATOR).get("/digests?enrichment=Office").body();

        assertThat(viewers)
                .contains("as of 20 Nov 2026, against the run as of 31 Oct 2026")
                .contains("Which customers are stale now?")
                .contains("Whose score moved far?")
                .doesNotContain("/system/settings/digests");
        for (DigestContents.Line line : digest.contents().moves().first()) {
            assertThat(viewers).contains(line.reason());
        }
        for (DigestContents.Domain domain : digest.contents().domains().first()) {
            assertThat(administrators).contains("<bdi>" + domain.name() + "</bdi>");
            assertThat(viewers).doesNotContain(domain.name());
        }
        assertThat(SERVER.signedIn(VIEWER).get("/?enrichment=Office").body())
                .contains("href=\"/digests/" + digest.run() + "\"")
                .contains("What changed since the run as of 31 Oct 2026");
        assertThat(SERVER.signedIn(VIEWER).get("/digests/none").statusCode()).isEqualTo(404);
    }

    @Test
    void programs_read_it_as_people_do() throws Exception {
        ApiDocument document = ApiDocument.of(SERVER);
        Digest digest = DIGESTS.findLatest("Office").orElseThrow();
        String path = "/digests/" + digest.run();
        HttpResponse<String> administrators =
                ApiCaller.of(SERVER, "Administrator").get(path);
        HttpResponse<String> viewers = ApiCaller.of(SERVER, "Viewer").get(path);
        HttpResponse<String> list = ApiCaller.of(SERVER, "Viewer").get("/digests?enrichment=Office");

        document.assertFits(document.entry("getDigest"), administrators);
        document.assertFits(document.entry("listDigests"), list);
        assertThat(list.body()).contains("\"run\":\"" + digest.run() + "\"");
        for (DigestContents.Line line : digest.contents().moves().first()) {
            assertThat(viewers.body()).contains(line.reason());
        }
        for (DigestContents.Domain domain : digest.contents().domains().first()) {
            assertThat(administrators.body()).contains(domain.name());
            assertThat(viewers.body()).doesNotContain(domain.name());
        }
        assertThat(ApiCaller.of(SERVER, "Viewer")
                        .get("/digests?enrichment=Nobody")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void no_person_is_in_it_though_they_are_in_what_it_is_made_of() throws Exception {
        Set<String> people = people();
        Digest digest = DIGESTS.findLatest("Office").orElseThrow();
        List<String> said = new ArrayList<>();
        said.add(digest.contents().toString());
        for (int person : List.of(ADMINISTRATOR, VIEWER)) {
            String page =
                    SERVER.signedIn(person).get("/digests/" + digest.run()).body();
            said.add(page.substring(page.indexOf("<div class=\"columns\">")));
        }

        assertThat(people).hasSizeGreaterThan(60).anyMatch(name -> name.contains(" "));
        for (String person : people) {
            assertThat(said).noneMatch(text -> text.contains(person));
        }
    }

    @Test
    void only_runs_of_a_saved_and_active_enrichment_are_compared_by_themselves() throws Exception {
        assertThat(SERVER.server.part(Jobs.class).findLast(JobKind.DIGEST, "Office"))
                .isEmpty();
        assertThat(save("Untold").state()).isEqualTo(EnrichmentState.WAITING_FOR_CONSENT);
        assertThat(SERVER.server.part(DigestRun.class).run("Untold", Progress.NONE, stop -> {}))
                .isEqualTo("0 digests made");
    }

    @Test
    void somebody_who_is_signed_in_asks_for_letters_and_for_none_any_more() throws Exception {
        save("Told");
        Browser viewer = SERVER.signedIn(VIEWER);
        viewer.get("/");

        assertThat(viewer.post("/digests/readers", Map.of("enrichment", "Told", "mails", "yes"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(viewer.get("/digests?enrichment=Office").body())
                .contains("mailed to you after each run from now on");
        assertThat(readers("Told")).isEqualTo(1);
        assertThat(viewer.post("/digests/readers", Map.of("enrichment", "Told", "mails", "no"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(readers("Told")).isZero();
        assertThat(viewer.post("/digests/readers", Map.of("enrichment", "Nothing", "mails", "yes"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_administrator_sets_the_webhook_sees_its_secret_once_and_tries_it() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        receiver.start();
        String path = "/system/settings/digests";
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        administrator.get(path);
        try {
            HttpResponse<String> wrong =
                    administrator.post(path + "/webhook", Map.of("url", "http://hooks.contoso.com/a"));
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body()).contains("The webhook is an https address").contains("hooks.contoso.com");

            String made = administrator
                    .post(
                            path + "/webhook",
                            Map.of(
                                    "url",
                                    "http://127.0.0.1:" + receiver.getAddress().getPort() + "/a-token"))
                    .body();
            Matcher secret = Pattern.compile("<code id=\"made\">([A-Za-z0-9_-]{43})</code>")
                    .matcher(made);
            assertThat(secret.find()).isTrue();
            administrator.post(path + "/webhook/test", Map.of());

            assertThat(bodies).singleElement().asString().contains("\"type\":\"test\"");
            assertThat(administrator.get(path).body())
                    .contains("The test arrived.")
                    .contains("<strong>127.0.0.1</strong>")
                    .contains(">202<")
                    .doesNotContain(secret.group(1))
                    .doesNotContain("a-token");
            assertThat(administrator.post(path, Map.of("points", "0")).statusCode())
                    .isEqualTo(400);
        } finally {
            administrator.post(path + "/webhook/stop", Map.of());
            receiver.stop(0);
        }
        assertThat(administrator.post(path + "/webhook/test", Map.of()).statusCode())
                .isEqualTo(404);
    }

    private static void run(String output) {
        String unused = SERVER.server.part(DigestRun.class).run(output, Progress.NONE, stop -> {});
    }

    private static ServedRun latest() {
        return SERVER.server.part(ServedRuns.class).findLatest("Office").orElseThrow();
    }

    private static long readers(String output) {
        return SERVER.server
                .part(io.rapport.serve.state.ServeState.class)
                .run(db -> db.sql("select count(*) from digest_reader where output = :output")
                        .param("output", output)
                        .query(Long.class)
                        .single());
    }

    /** Names and addresses of all of the company and of its customers' contacts. */
    private static Set<String> people() throws IOException {
        Set<String> people = new TreeSet<>();
        for (Path root : List.of(HOME.exports, HOME.folder.resolve("profiles"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = text(file);
                    for (Pattern pattern : List.of(NAME, ADDRESS)) {
                        Matcher found = pattern.matcher(text);
                        while (found.find()) {
                            people.add(found.group(found.groupCount()));
                        }
                    }
                }
            }
        }
        return people;
    }

    private static String text(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Enrichment save(String name) {
        Path profiles = HOME.folder.resolve("profiles").toAbsolutePath();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(SpecFields.NAME, name);
        fields.put(SpecFields.OUTPUT, name);
        fields.put(
                SpecFields.SELECTION, ProfileFiles.listed(HOME.company).party().address());
        fields.put(SpecFields.SCHEDULE, "never");
        fields.put("contacts.file", profiles.resolve("contacts.csv").toString());
        fields.put("contacts.email", "EmailAddress");
        fields.put("contacts.account", "AccountId");
        fields.put("contacts.id", "ContactId");
        fields.put("accounts.file", profiles.resolve("accounts.csv").toString());
        fields.put("accounts.id", "AccountId");
        fields.put("accounts.name", "Name");
        return SERVER.server.part(Lifecycle.class).save(new SpecFields(fields), List.of(), "Mira");
    }
}
