package io.rapport.model.duckdb.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.model.duckdb.export.ExportTable;
import io.rapport.model.duckdb.export.ExportWriter;
import io.rapport.model.run.OutputColumn;
import io.rapport.model.run.OutputTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as files. */
class AccountExportTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final AccountRule STALE = AccountRule.marked(AccountColumn.STALE);

    @TempDir
    static Path folder;

    private static RunTables before;
    private static RunTables tables;
    private static ExportWriter writer;

    @BeforeAll
    static void write_two_runs() {
        before = new EngagementRows()
                .year("A2", 10, 1, 1, 1, 70L, 300L)
                .year("Gone", 10, 1, 1, 1, 90L, 90L)
                .index(folder.resolve("before"), settings(), null);
        tables = new EngagementRows()
                .named("A1", "Ångström, \"Werke\"")
                .named("=A3", "=cmd|' /C calc'!A0")
                .year("A1", 42.1, 5, 0, 0, 61L, 61L)
                .year("A2", 10, 1, 1, 1, 61L, 60L)
                .year("=A3", 60, 9, 9, 2, 400L, 61L)
                .index(folder.resolve("now"), settings(), before);
        writer = new ExportWriter(settings());
    }

    @AfterAll
    static void close() {
        writer.close();
    }

    @Test
    void members_have_the_years_columns_and_their_marks_in_the_order_of_the_list() throws IOException {
        Path file = folder.resolve("members.csv");

        long rows = writer.write(members(AccountOrder.NAME), ExportFormat.CSV, file);

        assertThat(rows).isEqualTo(2);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0))
                .startsWith("CustomerId,Name,EngagementScore,ScoreBefore,NoOfEmails_ToAccount,")
                .contains(",DaysSinceLastEmail,DaysSinceLastMeeting,")
                .contains(",GoingQuiet,")
                .endsWith(",Stale,NeverEngaged,Revived,AsOf");
        assertThat(lines.get(1))
                .startsWith("'=A3,'=cmd|' /C calc'!A0,60.0,,9,9,")
                .endsWith(",true,false,false,2026-11-20");
        assertThat(lines.get(2)).startsWith("A1,\"Ångström, \"\"Werke\"\"\",42.1,,5,0,");
        assertThat(lines).hasSize(3);
    }

    @Test
    void only_csv_for_people_has_a_quote_before_a_formula() throws IOException {
        ExportTable stale = members(AccountOrder.NAME);
        long unused = writer.write(stale, ExportFormat.CDM, folder.resolve("members-cdm.csv"))
                + writer.write(stale, ExportFormat.JSONL, folder.resolve("members.jsonl"))
                + writer.write(stale, ExportFormat.PARQUET, folder.resolve("members.parquet"));

        assertThat(Files.readAllLines(folder.resolve("members-cdm.csv")).get(1))
                .startsWith("=A3,=cmd|' /C calc'!A0,60.0,,");
        assertThat(Files.readAllLines(folder.resolve("members.jsonl")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"CustomerId\":\"=A3\",\"Name\":\"=cmd|' /C calc'!A0\",\"EngagementScore\":60.0,"
                        + "\"ScoreBefore\":null,")
                .endsWith("\"AsOf\":\"2026-11-20\"}");
        assertThat(types(folder.resolve("members.parquet")))
                .containsEntry("CustomerId", "VARCHAR")
                .containsEntry("EngagementScore", "DECIMAL(4,1)")
                .containsEntry("DaysSinceLastEmail", "BIGINT")
                .containsEntry("EngagementStartDate", "DATE")
                .containsEntry("Stale", "BOOLEAN")
                .containsEntry("AsOf", "DATE")
                .hasSize(stale.columns().size());
    }

    @Test
    void every_character_that_begins_a_formula_is_met_and_no_other() throws IOException {
        for (String text : List.of("=1", "+1", "-1", "@a", "\tx", "\rx")) {
            assertThat(written(text)).as(text).startsWith("'" + text);
        }
        for (String text : List.of("a=1", "1-1", "'=1", " =1", "ü", "")) {
            assertThat(written(text)).as(text).isEqualTo(text);
        }
    }

    @Test
    void who_joined_and_left_comes_as_a_table_too() throws IOException {
        Path file = folder.resolve("changes.csv");

        long rows = writer.write(
                AccountExport.changes("changes", tables, DAY, before, DAY.minusDays(20), STALE),
                ExportFormat.CSV,
                file);

        assertThat(rows).isEqualTo(4);
        assertThat(Files.readString(file)).isEqualTo("""
                Change,CustomerId,Name,EngagementScore,ScoreBefore,AsOf,ComparedWith
                joined,'=A3,'=cmd|' /C calc'!A0,60.0,,2026-11-20,2026-10-31
                joined,A1,"Ångström, ""Werke""\",42.1,,2026-11-20,2026-10-31
                left,A2,A2,10.0,10.0,2026-11-20,2026-10-31
                left,Gone,Gone,,10.0,2026-11-20,2026-10-31
                """);
    }

    @Test
    void a_runs_table_keeps_its_columns_and_order() throws IOException {
        Path file = folder.resolve("engagement.csv");

        long rows = writer.write(
                ExportTable.of(OutputTable.ENGAGEMENT, tables.output(), tables.engagement()), ExportFormat.CSV, file);

        assertThat(rows).isEqualTo(3);
        assertThat(Files.readAllLines(file).get(0)).isEqualTo(String.join(",", OutputTable.ENGAGEMENT.columns()));
    }

    @Test
    void what_was_cancelled_writes_nothing_more() {
        try (ExportWriter other = new ExportWriter(settings())) {
            other.cancel();

            Assertions.assertThatThrownBy(() ->
                            other.write(members(AccountOrder.SCORE), ExportFormat.CSV, folder.resolve("cancelled.csv")))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private static ExportTable members(AccountOrder order) {
        return AccountExport.members("stale", tables, new AccountQuery("", null, STALE, order, false, 0, 1), DAY);
    }

    private static String written(String text) throws IOException {
        Path file = folder.resolve("one.csv");
        ExportTable table = new ExportTable(
                "one",
                "One row.",
                List.of(new OutputColumn("Text", "text", "", false, 1, "A text.")),
                "select ? as Text",
                List.of(text));
        long unused = writer.write(table, ExportFormat.CSV, file);
        String line = Files.readString(file).substring("Text\n".length());
        String value = line.substring(0, line.length() - 1);
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    private static java.util.Map<String, String> types(Path parquet) {
        try (DuckDb engine = DuckDb.open(settings());
                DuckDbSession session = engine.connect()) {
            java.util.Map<String, String> types = new java.util.HashMap<>();
            session.each(
                    "looking",
                    "describe select * from read_parquet('" + parquet.toString().replace('\\', '/') + "')",
                    row -> types.put(row.getString(1), row.getString(2)));
            return types;
        }
    }

    private static DuckDbSettings settings() {
        return new DuckDbSettings(256L << 20, 1, folder.resolve("tmp"));
    }
}
