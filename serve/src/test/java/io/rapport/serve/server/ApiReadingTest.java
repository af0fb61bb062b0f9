package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.rapport.serve.api.front.Operations;
import io.rapport.serve.api.gate.ApiSettings;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.simulator.export.ProfileFiles;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A small company's runs, customers and tables, read over the API and held against its document. */
class ApiReadingTest {

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final String OFFICE = HOME.spec.output();
    /** The one enrichment that there is ran on the command line; nobody saved or scheduled anything of it. */
    private static final List<String> OF_SAVED =
            List.of("getEnrichmentSpec", "getConsent", "getScheduledExport", "getDigest");

    /** What works on the lake at once, without being told anything more. */
    private static final List<String> WORKING_AT_ONCE = List.of("retain", "compact");

    private static final ApiCaller ADMINISTRATOR = ApiCaller.of(SERVER, "Administrator");
    private static final ApiCaller CONTRIBUTOR = ApiCaller.of(SERVER, "Contributor");
    private static final ApiCaller VIEWER = ApiCaller.of(SERVER, "Viewer");

    static {
        SERVER.server.part(ApiSettings.class).setRequestsPerMinute("100000");
    }

    @Test
    void every_operation_is_in_the_document_and_the_document_has_no_other() throws Exception {
        ApiDocument document = ApiDocument.of(SERVER);

        assertThat(document.all().get("openapi")).isEqualTo("3.1.0");
        assertThat(document.entries().stream().map(entry -> entry.method() + " " + entry.path()))
                .containsExactlyInAnyOrderElementsOf(SERVER.server.part(Operations.class).all().stream()
                        .map(operation -> operation.method() + " " + operation.path())
                        .toList());
        assertThat(document.entries()).allSatisfy(entry -> {
            List<String> variables = entry.parameters().stream()
                    .filter(parameter -> "path".equals(parameter.get("in")))
                    .map(parameter -> "{" + parameter.get("name") + "}")
                    .toList();
            assertThat(List.of(entry.path().split("/", -1)).stream()
                            .filter(part -> part.startsWith("{"))
                            .toList())
                    .containsExactlyElementsOf(variables);
        });
    }

    @Test
    void answers_are_as_the_document_says() throws Exception {
        ApiDocument document = ApiDocument.of(SERVER);
        List<ApiDocument.Entry> tried = new ArrayList<>();
        for (ApiDocument.Entry entry : document.entries()) {
            String path = real(entry.path());
            if (entry.method().equals("GET") && !path.contains("{") && !OF_SAVED.contains(entry.id())) {
                HttpResponse<String> answer = ADMINISTRATOR.get(path);
                assertThat(answer.statusCode())
                        .as(entry.id() + " " + answer.body())
                        .isEqualTo(200);
                document.assertFits(entry, answer);
                tried.add(entry);
            } else if (!WORKING_AT_ONCE.contains(entry.id())) {
                // Of what is not there a problem is said, as the document says problems.
                HttpResponse<String> answer = ADMINISTRATOR.send(
                        entry.method(),
                        path.replaceAll("\\{[a-z]+}", "none"),
                        entry.fields().containsKey("requestBody") ? "{}" : null);
                if (!entry.id().equals("runDoctor")) {
                    assertThat(answer.statusCode())
                            .as(entry.id() + " " + answer.body())
                            .isBetween(400, 428);
                }
                document.assertFits(entry, answer);
            }
        }
        assertThat(tried).hasSizeGreaterThan(25);
    }

    @Test
    void customers_come_in_parts_that_together_are_the_list() throws Exception {
        List<Object> ids = new ArrayList<>();
        String cursor = "";
        int parts = 0;
        do {
            HttpResponse<String> part =
                    VIEWER.get("/customers?sort=name&limit=7" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            Map<?, ?> json = ApiCaller.json(part);
            ApiCaller.items(part).forEach(item -> ids.add(ApiDocument.map(item).get("id")));
            cursor = json.get("next") instanceof String next ? next : "";
            parts++;
            Map<?, ?> query = ApiDocument.map(json.get("query"));
            assertThat(List.of(query.get("output"), query.get("asOf"), query.get("way")))
                    .isEqualTo(List.of(OFFICE, EnrichedHome.SECOND.toString(), "asc"));
        } while (!cursor.isEmpty() && parts < 100);
        Map<?, ?> whole = ApiCaller.json(VIEWER.get("/customers?sort=name&limit=1000"));

        assertThat(parts).isGreaterThan(2);
        assertThat(whole.get("found")).isEqualTo((long) ids.size());
        assertThat(ApiCaller.items(VIEWER.get("/customers?sort=name&limit=1000")).stream()
                        .map(item -> (Object) ApiDocument.map(item).get("id"))
                        .toList())
                .isEqualTo(ids)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_cursor_belongs_to_its_question_and_bad_input_is_told_all_at_once() throws Exception {
        Object next = ApiCaller.json(VIEWER.get("/customers?limit=2")).get("next");

        HttpResponse<String> other = VIEWER.get("/customers?limit=2&q=a&cursor=" + next);
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(ApiCaller.code(other)).isEqualTo("CURSOR_INVALID");
        assertThat(ApiCaller.code(VIEWER.get("/runs?cursor=AAAA"))).isEqualTo("CURSOR_INVALID");
        HttpResponse<String> wrong = VIEWER.get("/customers?limit=1001&sort=shoe-size&way=up&page=2");
        assertThat(wrong.statusCode()).isEqualTo(400);
        List<String> fields = ApiCaller.json(wrong).get("problems") instanceof List<?> problems
                ? problems.stream()
                        .map(problem -> String.valueOf(ApiDocument.map(problem).get("field")))
                        .toList()
                : List.of();
        assertThat(fields).containsExactlyInAnyOrder("query", "limit", "sort", "way");
        assertThat(VIEWER.get("/customers?enrichment=None").statusCode()).isEqualTo(404);
    }

    @Test
    void what_has_not_changed_is_not_sent_again() throws Exception {
        HttpResponse<String> first = VIEWER.get("/customers?limit=3");
        String version = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = VIEWER.get("/customers?limit=3", "If-None-Match", "\"other\", " + version);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(version);
        assertThat(VIEWER.get("/customers?limit=4", "If-None-Match", version).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tables_come_as_json_csv_and_parquet_with_the_same_rows() throws Exception {
        String path = "/enrichments/" + OFFICE + "/tables/engagement";
        HttpResponse<String> csv = CONTRIBUTOR.get(path, "Accept", "text/csv");
        HttpResponse<byte[]> parquet = CONTRIBUTOR.bytes(path, "Accept", "application/vnd.apache.parquet");
        List<String> keys = new ArrayList<>();
        String cursor = "";
        do {
            HttpResponse<String> part =
                    CONTRIBUTOR.get(path + "?limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            ApiCaller.items(part)
                    .forEach(row -> keys.add(String.valueOf(ApiDocument.map(row).get("PrimaryKey"))));
            cursor = ApiCaller.json(part).get("next") instanceof String next ? next : "";
        } while (!cursor.isEmpty());

        assertThat(csv.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(CsvReader.builder().ofNamedCsvRecord(csv.body()).stream()
                        .map(row -> row.getField("PrimaryKey"))
                        .toList())
                .isEqualTo(keys)
                .hasSizeGreaterThan(100);
        assertThat(parquet.body())
                .isEqualTo(Files.readAllBytes(SERVER.server
                        .part(ServedRuns.class)
                        .findLatest(OFFICE)
                        .orElseThrow()
                        .tables()
                        .engagement()));
        assertThat(VIEWER.get(path).statusCode()).isEqualTo(403);
        assertThat(VIEWER.get("/customers", "Accept", "text/csv").statusCode()).isEqualTo(403);
        assertThat(CONTRIBUTOR.get("/enrichments/" + OFFICE + "/tables/people").statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobody_but_administrators_reads_an_address_of_either_side() throws Exception {
        String people =
                ADMINISTRATOR.get("/enrichments/" + OFFICE + "/tables/people").body();
        String address = ProfileFiles.listed(HOME.company).party().address();
        assertThat(people + Files.readString(HOME.folder.resolve("profiles").resolve(ProfileFiles.SPEC)))
                .contains(address);
        String domain = address.substring(address.indexOf('@'));

        Map<String, Integer> read = new LinkedHashMap<>();
        for (ApiDocument.Entry entry : ApiDocument.of(SERVER).entries()) {
            String path = real(entry.path());
            if (entry.method().equals("GET") && !path.contains("{")) {
                for (ApiCaller caller : List.of(VIEWER, CONTRIBUTOR)) {
                    HttpResponse<String> answer = caller.get(path);
                    assertThat(answer.body()).as(entry.id()).doesNotContain(domain);
                    read.merge(entry.id(), answer.statusCode() == 200 ? 1 : 0, Integer::sum);
                }
            }
        }
        assertThat(people.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        assertThat(read.values().stream().filter(count -> count > 0).count()).isGreaterThan(15);
    }

    /** An address with what there is in the place of its variables. */
    private static String real(String path) throws Exception {
        Object run = ApiDocument.map(ApiCaller.items(VIEWER.get("/runs?limit=1&output=" + OFFICE))
                        .get(0))
                .get("id");
        Object key = ApiDocument.map(
                        ApiCaller.items(VIEWER.get("/customers?limit=1")).get(0))
                .get("key");
        return path.replace("{run}", String.valueOf(run))
                .replace("{output}", OFFICE)
                .replace("{key}", String.valueOf(key))
                .replace("{segment}", "going-quiet")
                .replace("{dataset}", "Message_v1");
    }
}
