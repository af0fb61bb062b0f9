package io.rapport.lake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Landing;
import io.rapport.lake.Lake;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.landing.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeQueryTest {

    private static final QuerySettings BOUNDS = new QuerySettings(Duration.ofSeconds(30), 10);

    @TempDir
    static Path home;

    private static LakeQuery query;

    @BeforeAll
    static void open() throws Exception {
        DuckDbSettings settings = new DuckDbSettings(256L << 20, 2, home.resolve("tmp"));
        Path output = home.resolve("output.parquet");
        Path secret = Files.createDirectories(home.resolve("keys")).resolve("secret.csv");
        Files.writeString(secret, "word\nplanted\n");
        try (DuckDb engine = DuckDb.open(settings);
                DuckDbSession session = engine.connect()) {
            session.run(
                    "writing",
                    "copy (select 'acme' as account, 42 as score) to " + SqlText.literal(SqlText.path(output)));
        }
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z"));
        try (Lake lake = Lake.open(home, clock, settings)) {
            try (Landing.Batch batch = lake.landing().open()) {
                batch.add(Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"));
                batch.add(Rows.message("b", "u", "2025-02-01T12:00:00Z", "y"));
                batch.commit(List.of());
            }
            query = LakeQuery.open(settings, lake.snapshot(), Map.of("account_engagement", List.of(output)));
        }
    }

    @AfterAll
    static void close() {
        query.close();
    }

    @Test
    void answers_over_datasets_and_outputs() {
        QueryAnswer answer = query.run(
                "with m as (select * from message_v1) select id, sentDateTime, score, ccRecipients"
                        + " from M cross join main.account_engagement order by id",
                BOUNDS);

        assertThat(answer.columns()).containsExactly("id", "sentDateTime", "score", "ccRecipients");
        assertThat(answer.rows().get(0)).containsExactly("a", "2025-01-01 00:00:00", "42", null);
        assertThat(answer.rows().get(1)).containsExactly("b", "2025-02-01 12:00:00", "42", null);
        assertThat(answer.isCut()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from range(3)",
                "from Message_v1 select id;",
                "select unnest([1, 2])",
                "describe select * from Message_v1",
                "select * from (values (1), (2)) v(x)",
                "with recursive t(n) as (select 1 union all select n + 1 from t where n < 3) from t",
                "select (select count(*) from User_v1) union all select 2",
            })
    void plain_questions_are_answered(String sql) {
        assertThat(query.run(sql, BOUNDS).rows()).isNotEmpty();
    }

    @Test
    void cuts_the_answer_and_says_so() {
        QueryAnswer answer = query.run("select * from range(100000000)", BOUNDS);
        assertThat(answer.rows()).hasSize(10);
        assertThat(answer.isCut()).isTrue();
        assertThat(query.run("select * from range(10)", BOUNDS).isCut()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from read_csv('/etc/passwd')",
                "select * from read_text('/etc/passwd')",
                "select * from read_blob('{home}/rapport.db')",
                "select * from '/etc/passwd'",
                "select * from '{home}/keys/secret.csv'",
                "select * from \"{home}/keys/secret.csv\"",
                "select * from read_csv('{home}/keys/secret.csv')",
                "select * from read_parquet('{home}/lake/**/*.parquet')",
                "select * from glob('{home}/**')",
                "select * from (select * from read_text('/etc/passwd'))",
                "with x as (select * from read_text('/etc/passwd')) select * from x",
                "select (select count(*) from glob('/etc/*'))",
                "select * from query('select * from read_text(''/etc/passwd'')')",
                "select * from query_table(['/etc/passwd'])",
                "select getenv('HOME')",
                "select * from duckdb_secrets()",
                "select * from duckdb_settings()",
                "select * from information_schema.tables",
                "select * from pg_catalog.pg_class",
                "select * from sqlite_master",
                "show tables",
                "select * from enable_logging('QueryLog')",
                "copy (select 1) to '{home}/evil.csv'",
                "copy Message_v1 to '{home}/evil.parquet'",
                "insert into Message_v1 select * from Message_v1",
                "with x as (insert into Message_v1 select * from Message_v1 returning *) select * from x",
                "create table evil as select 1",
                "create view Message_v1 as select 1",
                "drop view Message_v1",
                "attach '{home}/rapport.db'",
                "attach '{home}/evil.db' as evil",
                "pragma database_list",
                "set memory_limit = '10GB'",
                "reset enable_external_access",
                "set enable_external_access = true",
                "install httpfs",
                "load httpfs",
                "export database '{home}/evil'",
                "import database '{home}/evil'",
                "call pragma_version()",
                "explain analyze select 1",
                "prepare p as select 1",
                "pivot Message_v1 on parentFolderId using count(*)",
                "vacuum",
                "checkpoint",
                "begin",
                "select 1; select 2",
                "select 1; copy (select 1) to '{home}/evil.csv'",
                "select 1; -- comment\n drop view Message_v1",
                "select * from nowhere",
                "select nothing from Message_v1",
                "selec 1",
                "select",
                "",
                ";",
            })
    void everything_else_is_refused(String sql) {
        String filled = sql.replace("{home}", SqlText.path(home));
        assertThatThrownBy(() -> query.run(filled, BOUNDS))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(LakeError.QUERY_REFUSED));
        assertThat(home.resolve("evil.csv")).doesNotExist();
        assertThat(home.resolve("evil.parquet")).doesNotExist();
        assertThat(home.resolve("evil")).doesNotExist();
        assertThat(home.resolve("evil.db")).doesNotExist();
        assertThat(query.run("select id from Message_v1 order by id", BOUNDS).rows())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from read_text('/etc/passwd')",
                "select * from read_csv('{home}/keys/secret.csv')",
                "select * from glob('{home}/**')",
                "copy (select 1) to '{home}/evil.csv'",
                "attach '{home}/evil.db'",
                "set enable_external_access = true",
                "set allowed_paths = ['/etc/passwd']",
                "install httpfs",
            })
    void the_engine_itself_refuses_too(String sql) {
        assertThatThrownBy(() -> query.runUnchecked(sql.replace("{home}", SqlText.path(home)), BOUNDS))
                .isInstanceOf(RapportException.class);
        assertThat(home.resolve("evil.csv")).doesNotExist();
        assertThat(home.resolve("evil.db")).doesNotExist();
    }

    @Test
    void a_query_that_runs_for_too_long_is_stopped() {
        QuerySettings short_ = new QuerySettings(Duration.ofMillis(100), 10);
        assertThatThrownBy(() -> query.run(
                        "select count(*) from range(1000000) a(x), range(1000000) b(y) where x * y = 7", short_))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(LakeError.QUERY_TIMED_OUT));
        assertThat(query.run("select id from Message_v1", BOUNDS).rows()).hasSize(2);
    }

    @Test
    void a_failing_query_does_not_quote_data() {
        assertThatThrownBy(() -> query.run("select cast(parentFolderId || 'z' as integer) from Message_v1", BOUNDS))
                .isInstanceOfSatisfying(RapportException.class, e -> {
                    assertThat(e.code()).isEqualTo(LakeError.QUERY_FAILED);
                    assertThat(e.text())
                            .contains("conversion error")
                            .doesNotContain("xz")
                            .doesNotContain("yz");
                });
    }

    @Test
    void a_refusal_says_what_is_there() {
        assertThatThrownBy(() -> query.run("select * from emails", BOUNDS))
                .hasMessageContaining("there is no table emails")
                .hasMessageContaining("message_v1")
                .hasMessageContaining("account_engagement");
        assertThatThrownBy(() -> query.run("select subject from Message_v1", BOUNDS))
                .hasMessageContaining("subject");
        assertThat(Datasets.all()).isNotEmpty();
    }
}
