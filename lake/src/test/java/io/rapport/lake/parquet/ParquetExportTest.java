package io.rapport.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetExportTest {

    @TempDir
    Path folder;

    private ParquetExport export;
    private DuckDbSettings settings;

    @BeforeEach
    void open() {
        settings = new DuckDbSettings(256L << 20, 2, folder.resolve("tmp"));
        export = new ParquetExport(settings);
    }

    @AfterEach
    void close() {
        export.close();
    }

    @Test
    void reads_allow_listed_columns_at_every_depth_under_the_schemas_names() {
        Path file = write("""
                select 'i' as "ID", 'secret' as subject,
                    {'EmailAddress': {'Name': 'secret', 'Address': 'a@b.c'}, 'x': 'secret'} as "From",
                    [{'emailAddress': {'name': 'secret', 'address': 'd@e.f'}}, null] as torecipients,
                    '[{"emailAddress":{"address":"g@h.i"}}]' as ccRecipients,
                    true as IsRead, timestamp '2025-01-02 03:04:05.678' as SentDateTime,
                    timestamptz '2025-01-02 03:04:05+02' as receivedDateTime, null as importance""");

        assertThat(lines(file, Datasets.MESSAGE))
                .containsExactly("1 {\"id\":\"i\",\"sentDateTime\":\"2025-01-02T03:04:05\","
                        + "\"receivedDateTime\":\"2025-01-02T01:04:05Z\","
                        + "\"from\":{\"emailAddress\":{\"address\":\"a@b.c\"}},"
                        + "\"toRecipients\":[{\"emailAddress\":{\"address\":\"d@e.f\"}},null],"
                        + "\"ccRecipients\":\"[{\\\"emailAddress\\\":{\\\"address\\\":\\\"g@h.i\\\"}}]\","
                        + "\"isRead\":true,\"importance\":null}");
    }

    @Test
    void keeps_the_order_of_the_file_and_hands_on_fallback_columns() {
        Path file = write("select 'g' || i as pobjectid, i as id from range(200000) r(i)");
        List<String> lines = lines(file, Datasets.GROUP_MEMBERS);
        assertThat(lines).hasSize(200000);
        assertThat(lines.get(199999)).isEqualTo("200000 {\"id\":\"199999\",\"pObjectId\":\"g199999\"}");
        assertThat(lines(write("select 'u' as puser"), Datasets.GROUP_MEMBERS)).containsExactly("1 {\"puser\":\"u\"}");
    }

    @Test
    void a_consumer_that_throws_stops_the_reading() {
        Path file = write("select i as id from range(10) r(i)");
        List<Long> seen = new ArrayList<>();
        assertThatThrownBy(() -> export.read(file, Datasets.USER, (json, row) -> {
                    seen.add(row);
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        assertThat(seen).containsExactly(1L);
        assertThat(lines(file, Datasets.USER)).hasSize(10);
    }

    @Test
    void a_file_that_is_cut_off_damaged_missing_or_foreign_is_named() throws Exception {
        Path whole = write("select 'id' || hash(i) as id, hash(i * 7)::varchar as department from range(300000) r(i)");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
        byte[] scratched = bytes.clone();
        Arrays.fill(scratched, bytes.length / 2, bytes.length / 2 + 20_000, (byte) 0x5A);
        Path damaged = Files.write(folder.resolve("damaged.parquet"), scratched);
        Path foreign = write("select 1 as something");

        assertUnreadable(cut, "cut.parquet is no complete Parquet file");
        assertUnreadable(damaged, "damaged.parquet is damaged");
        assertUnreadable(folder.resolve("none.parquet"), "none.parquet is no file");
        assertUnreadable(foreign, "has none of the columns of User_v1");
    }

    @Test
    void a_schema_that_nests_without_end_is_refused_before_anything_follows_it_down() throws Exception {
        Path deep = NestedSchema.write(folder.resolve("deep.parquet"), 300);
        Path deeper = NestedSchema.write(folder.resolve("deeper.parquet"), 1_000_000);

        assertUnreadable(deep, "deep.parquet has none of the columns of User_v1");
        assertUnreadable(deeper, "deeper.parquet is no complete Parquet file");
    }

    private void assertUnreadable(Path file, String message) {
        assertThatThrownBy(() -> lines(file, Datasets.USER))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(LakeError.UNREADABLE_PARQUET))
                .hasMessageContaining(message);
    }

    private List<String> lines(Path file, Dataset dataset) {
        List<String> lines = new ArrayList<>();
        export.read(file, dataset, (json, row) -> lines.add(row + " " + json));
        return lines;
    }

    private Path write(String select) {
        Path file = folder.resolve("export" + select.hashCode() + ".parquet");
        try (DuckDb engine = DuckDb.open(settings);
                DuckDbSession session = engine.connect()) {
            session.run("writing", "copy (" + select + ") to " + SqlText.literal(SqlText.path(file)));
        }
        return file;
    }
}
