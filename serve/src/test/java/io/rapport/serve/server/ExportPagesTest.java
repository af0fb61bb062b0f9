package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.run.OutputTable;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables and segments of a small company's customers, as files. */
class ExportPagesTest {

    private static final int ADMINISTRATOR = 0;
    private static final int CONTRIBUTOR = 1;
    private static final int VIEWER = 2;

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final String OFFICE = HOME.spec.output();
    private static final String PAGE = "/enrichment/" + OFFICE;

    @Test
    void the_menu_offers_to_each_role_what_it_may_have() throws Exception {
        assertThat(SERVER.signedIn(VIEWER).get(PAGE).body())
                .doesNotContain(">Export<")
                .doesNotContain("Create segment");
        assertThat(SERVER.signedIn(CONTRIBUTOR).get(PAGE).body())
                .contains(PAGE + "/table/parquet")
                .contains(PAGE + "/score/jsonl")
                .contains("href=\"/segments/new?enrichment=" + OFFICE + "\"")
                .doesNotContain(PAGE + "/people/")
                .doesNotContain(PAGE + "/coverage/csv")
                .doesNotContain(PAGE + "/export\"");
        assertThat(SERVER.signedIn(ADMINISTRATOR).get(PAGE).body())
                .contains(PAGE + "/people/csv")
                .contains(PAGE + "/coverage/csv")
                .contains(PAGE + "/export\"");
        assertThat(SERVER.signedIn(CONTRIBUTOR).get("/segments/stale").body())
                .contains("/segments/stale/members.csv")
                .contains("/segments/stale/members.parquet")
                .contains("/segments/stale/members.jsonl");
    }

    @Test
    void a_table_comes_whole_in_each_format_and_stands_in_the_access_log() throws Exception {
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        long rows = rows(run().tables().engagement());

        HttpResponse<String> csv = contributor.get(PAGE + "/table/csv");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + OFFICE + ".csv\"");
        assertThat(csv.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(csv.body().lines()).hasSize((int) rows + 1);
        assertThat(csv.body()).startsWith(String.join(",", OutputTable.ENGAGEMENT.columns()) + "\n");
        assertThat(last().action()).isEqualTo(AccessAction.EXPORT);
        assertThat(last().subject()).isEqualTo("Output table");
        assertThat(last().detail()).contains(OFFICE).contains("csv");

        assertThat(contributor.get(PAGE + "/table/jsonl").body().lines()).hasSize((int) rows);
        HttpResponse<String> parquet = contributor.get(PAGE + "/table/parquet");
        assertThat(parquet.body()).startsWith("PAR1").endsWith("PAR1");
        assertThat(parquet.headers().firstValueAsLong("Content-Length"))
                .hasValue(Files.size(run().tables().engagement()));
        assertThat(contributor.get(PAGE + "/score/csv").body()).startsWith("PrimaryKey,Component,Value,");
        assertThat(contributor.get(PAGE + "/people/csv").statusCode()).isEqualTo(403);
        assertThat(SERVER.signedIn(ADMINISTRATOR).get(PAGE + "/people/csv").body())
                .startsWith("EmailAddress,EntraId\n");
        assertThat(SERVER.signedIn(ADMINISTRATOR).get(PAGE + "/coverage/jsonl").body())
                .startsWith("{\"Section\":");
        for (String none : List.of("/table/cdm", "/table/xlsx", "/table/csv.exe")) {
            assertThat(contributor.get(PAGE + none).statusCode()).as(none).isEqualTo(404);
        }
        assertThat(contributor.get("/enrichment/Nothing/table/csv").statusCode())
                .isEqualTo(404);
        try (Stream<Path> left = Files.list(HOME.folder.resolve("tmp"))) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("download-")))
                    .isEmpty();
        }
    }

    @Test
    void a_segment_comes_as_it_was_searched_and_sorted() throws Exception {
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        String lines = contributor.get("/segments/stale/members.jsonl").body();
        String csv = contributor.get("/segments/stale/members.csv").body();

        assertThat(lines.lines().count()).isEqualTo(csv.lines().count() - 1);
        assertThat(contributor
                        .get("/segments/stale/members.jsonl?q=nobody-is-called-so")
                        .body())
                .isEmpty();
        assertThat(contributor.get("/segments/stale/members.parquet").headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"segment-stale-accounts.parquet\"");
        assertThat(contributor.get("/segments/stale/changes.csv").body())
                .startsWith("Change,CustomerId,Name,EngagementScore,ScoreBefore,AsOf,ComparedWith\n");
        assertThat(contributor.get("/segments/stale/members.xml").statusCode()).isEqualTo(404);
        assertThat(SERVER.signedIn(VIEWER).get("/segments/stale/changes.csv").statusCode())
                .isEqualTo(403);
    }

    private static ServedRun run() {
        return SERVER.server.part(ServedRuns.class).findLatest(OFFICE).orElseThrow();
    }

    private static long rows(Path parquet) {
        try (DuckDb engine = DuckDb.open(new DuckDbSettings(128L << 20, 1, HOME.folder.resolve("tmp")));
                DuckDbSession session = engine.connect()) {
            return session.number(
                    "counting",
                    "select count(*) from read_parquet('"
                            + parquet.toAbsolutePath().toString().replace('\\', '/') + "')");
        }
    }

    private static AccessEvent last() {
        return SERVER.server
                .part(AccessLog.class)
                .list(Long.MAX_VALUE, "", Optional.empty(), 1)
                .get(0)
                .event();
    }
}
