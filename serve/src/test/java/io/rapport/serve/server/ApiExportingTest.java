package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.gate.ApiSettings;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.json.JsonText;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves by itself, and what was seen by whom, over the API. */
class ApiExportingTest {

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final String PATH = "/scheduled-exports/" + HOME.spec.output();
    private static final ApiCaller ADMINISTRATOR = ApiCaller.of(SERVER, "Administrator");
    private static final ApiCaller CONTRIBUTOR = ApiCaller.of(SERVER, "Contributor");

    static {
        SERVER.server.part(ApiSettings.class).setRequestsPerMinute("100000");
    }

    @TempDir
    Path folder;

    @Test
    void a_scheduled_export_is_set_run_changed_and_stopped() throws Exception {
        ApiDocument document = ApiDocument.of(SERVER);
        HttpResponse<String> wrong = ADMINISTRATOR.send(
                "PUT",
                PATH,
                JsonText.of(Map.of("folder", HOME.folder.toString(), "location", "no address", "format", "csv")));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"field\":\"folder\"", "\"field\":\"location\"");
        String wish = JsonText.of(Map.of("folder", folder.toString(), "format", "parquet", "complete", true));
        assertThat(CONTRIBUTOR.send("PUT", PATH, wish).statusCode()).isEqualTo(403);
        assertThat(ADMINISTRATOR.send("PUT", "/scheduled-exports/None", wish).statusCode())
                .isEqualTo(404);

        HttpResponse<String> set = ADMINISTRATOR.send("PUT", PATH, wish);
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        document.assertFits(document.entry("setScheduledExport"), set);
        awaitExport();
        Path tables = folder.resolve(HOME.spec.output());
        assertThat(tables.resolve("Office_UserTable.parquet")).exists();
        HttpResponse<String> changed =
                ADMINISTRATOR.send("PUT", PATH, JsonText.of(Map.of("folder", folder.toString())));
        assertThat(ApiCaller.json(changed).get("format")).isEqualTo("csv");
        awaitExport();
        assertThat(ADMINISTRATOR.send("POST", PATH + "/run", null).statusCode()).isEqualTo(202);
        awaitExport();
        assertThat(ApiCaller.items(ADMINISTRATOR.get("/scheduled-exports")))
                .hasSize(1)
                .first()
                .satisfies(one ->
                        assertThat(ApiDocument.map(one).get("deliveredAt")).isNotNull());

        assertThat(ADMINISTRATOR.send("DELETE", PATH, null).statusCode()).isEqualTo(204);
        assertThat(ADMINISTRATOR.send("DELETE", PATH, null).statusCode()).isEqualTo(404);
        assertThat(ADMINISTRATOR.send("POST", PATH + "/run", null).statusCode()).isEqualTo(404);
        assertThat(tables.resolve("Office.csv")).as("what was exported stays").exists();
        assertThat(tables.resolve("Office_UserTable.parquet")).doesNotExist();
    }

    @Test
    void the_access_log_comes_as_csv_to_administrators_and_says_so_itself() throws Exception {
        assertThat(ADMINISTRATOR.get("/customers?limit=1").statusCode()).isEqualTo(200);
        HttpResponse<String> csv = ADMINISTRATOR.get("/access-log?who=test%20of%20administrator", "Accept", "text/csv");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"access-log.csv\"");
        List<String> who = CsvReader.builder().ofNamedCsvRecord(csv.body()).stream()
                .map(line -> line.getField("Person").split(" \\(", 2)[0])
                .distinct()
                .toList();
        assertThat(who)
                .contains("API key Test of Administrator")
                .allSatisfy(name -> assertThat(name).contains("Test of Administrator"));
        String exports = ADMINISTRATOR
                .get("/access-log?action=export", "Accept", "text/csv")
                .body();
        assertThat(exports).contains("API: Access log").doesNotContain(",VIEW,");
        assertThat(SERVER.server.part(AccessLog.class).list(Long.MAX_VALUE, "", Optional.of(AccessAction.EXPORT), 10))
                .extracting(entry -> entry.event().subject())
                .contains("API: Access log");
        assertThat(CONTRIBUTOR.get("/access-log", "Accept", "text/csv").statusCode())
                .isEqualTo(403);
        assertThat(ADMINISTRATOR
                        .get("/access-log", "Accept", "application/jsonl")
                        .statusCode())
                .isEqualTo(406);

        Map<?, ?> check = ApiCaller.json(ADMINISTRATOR.get("/access-log/check"));
        assertThat(check.get("isSound")).isEqualTo(true);
        assertThat(check.get("head")).asString().hasSizeGreaterThan(10);
    }

    private static void awaitExport() {
        Jobs jobs = SERVER.server.part(Jobs.class);
        while (jobs.findOpen(JobKind.EXPORT, HOME.spec.output()).isPresent()) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
