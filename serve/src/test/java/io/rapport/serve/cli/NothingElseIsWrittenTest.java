package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Privacy over the whole home: what the schemas don't name is in no file and on no screen, whatever happens. */
class NothingElseIsWrittenTest {

    private static final int ROWS_PER_SHAPE = 3;

    private static final DuckDb ENGINE = DuckDb.open(new DuckDbSettings(256L << 20, 1, Path.of("target", "scan")));
    private static final HomeScan SCAN = new HomeScan(ENGINE, PlantedRows.SECRET);

    @TempDir
    Path home;

    @TempDir
    Path exports;

    @AfterAll
    static void close_the_engine() {
        ENGINE.close();
    }

    static Stream<Dataset> datasets() {
        return Datasets.all().stream();
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void what_an_import_leaves_out_is_nowhere(Dataset dataset) throws IOException, SQLException {
        PlantedRows planted = new PlantedRows(dataset);
        for (ExportShape shape : ExportShape.values()) {
            List<Map<String, Object>> rows = IntStream.range(0, ROWS_PER_SHAPE)
                    .mapToObj(i -> planted.full(shape + "-" + i))
                    .toList();
            requireSecretIn(shape.write(exports, ENGINE, rows));
        }
        List<String> unreadable = planted.unreadable();
        int small = unreadable.size() * 100;
        requireSecretIn(bulk(planted, small, unreadable));

        Typed typed = Typed.on(home, "import", dataset.name(), exports.toString(), "--json", "--verbose");

        int full = ExportShape.values().length * ROWS_PER_SHAPE;
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out())
                .contains("\"added\":" + (full + small) + ",")
                .contains("\"rejected\":" + unreadable.size() + ",");
        assertThat(home.resolve("rejects")).isNotEmptyDirectory();
        assertThat(lakeText()).contains("ARRAY-0").contains("PARQUET-2");
        requireSecretNowhere(typed);
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void what_a_failing_import_read_is_nowhere(Dataset dataset) throws IOException, SQLException {
        PlantedRows planted = new PlantedRows(dataset);
        byte[] gzip = ExportShape.gzip(Files.readString(bulk(planted, 3_000, List.of())));
        Path tooManyRejects = bulk(planted, 3, planted.unreadable());
        requireSecretIn(tooManyRejects);
        Path brokenOff = Files.write(exports.resolve("broken-off.json"), Arrays.copyOf(gzip, gzip.length - 20));

        Typed rejected = Typed.on(home, "import", dataset.name(), tooManyRejects.toString(), "--verbose");
        Typed damaged = Typed.on(home, "import", dataset.name(), brokenOff.toString(), "--verbose", "--json");

        assertThat(rejected.code()).isEqualTo(3);
        assertThat(rejected.err())
                .contains("Places and reasons of the rejected rows")
                .contains("ExportImport");
        assertThat(damaged.code()).isEqualTo(3);
        assertThat(damaged.err()).contains("EXPORT_DAMAGED").contains("ExportText");
        assertThat(home.resolve("logs")).isNotEmptyDirectory();
        requireSecretNowhere(rejected, damaged);
    }

    @Test
    void what_stands_in_files_that_are_no_exports_is_nowhere() throws IOException, SQLException {
        String secret = PlantedRows.SECRET;
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("text", (secret + " is no JSON").getBytes(StandardCharsets.UTF_8));
        contents.put("parquet", ("PAR1" + secret + "PAR1").getBytes(StandardCharsets.UTF_8));
        contents.put("utf16", ("\uFEFF{\"subject\":\"" + secret + "\"}x").getBytes(StandardCharsets.UTF_16LE));
        contents.put("open-list", ("[{\"subject\":\"" + secret + "\"},").getBytes(StandardCharsets.UTF_8));
        contents.put("open-object", ("{\n\"subject\":\"" + secret + "\"\n").getBytes(StandardCharsets.UTF_8));
        contents.put("deep", ("{\"" + secret + "\":" + "[".repeat(5_000)).getBytes(StandardCharsets.UTF_8));
        List<Typed> typed = new ArrayList<>();
        for (Map.Entry<String, byte[]> content : contents.entrySet()) {
            Path file = Files.write(exports.resolve(content.getKey()), content.getValue());
            typed.add(Typed.on(home, "import", "Message_v1", file.toString(), "--verbose"));
        }

        assertThat(typed).extracting(Typed::code).containsOnly(3);
        requireSecretNowhere(typed.toArray(Typed[]::new));
    }

    @Test
    void what_a_watched_folder_holds_is_nowhere() throws IOException, SQLException {
        PlantedRows planted = new PlantedRows(Datasets.MESSAGE);
        Files.move(bulk(planted, 3, planted.unreadable()), exports.resolve("Message_v1-too-many-rejects.json"));
        Files.move(bulk(planted, 3_000, planted.unreadable()), exports.resolve("Message_v1-good.json"));
        Files.writeString(exports.resolve("Message_v1-text.json"), PlantedRows.SECRET + " is no JSON");
        Files.writeString(exports.resolve("notes.json"), PlantedRows.SECRET + " has no dataset");
        Typed.on(home, "connect", "data-connect", "--folder", exports.toString());

        // The files are as new as the test: they have come to rest an hour later.
        Instant later = Instant.ofEpochMilli(exports.toFile().lastModified()).plusSeconds(3600);
        Typed synced = Typed.at(later, home, "sync", "--verbose");
        Typed listed = Typed.at(later, home, "connections", "--json");

        assertThat(synced.out()).startsWith("data-connect: 1 file imported, 0 already known, 0 waiting, 3 set aside");
        assertThat(listed.out()).contains("EXPORT_TOO_MANY_REJECTS").contains("DATASET_NOT_NAMED");
        requireSecretNowhere(synced, listed);
    }

    @Test
    void the_scan_finds_what_is_planted_in_any_format() throws IOException, SQLException {
        String secret = "its " + PlantedRows.SECRET + " here";
        Files.writeString(home.resolve("log"), secret);
        Files.write(home.resolve("utf16"), secret.getBytes(StandardCharsets.UTF_16BE));
        try (DuckDbSession session = ENGINE.connect()) {
            session.run(
                    "planting",
                    "copy (select repeat('x', 500) || " + SqlText.literal(secret)
                            + " || n::varchar as c from range(2000) as r(n)) to "
                            + SqlText.literal(SqlText.path(home.resolve("a.parquet")))
                            + " (format parquet, compression zstd)");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("b.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (c text)");
            statement.execute("insert into t values ('" + secret + "')");
        }

        assertThat(SCAN.find(home)).hasSize(4);
        assertThat(new HomeScan(ENGINE, "absent-word").find(home)).isEmpty();
    }

    /** Small rows, with the unreadable lines among them. */
    private Path bulk(PlantedRows planted, int rows, List<String> unreadable) throws IOException {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, rows)
                .forEach(i -> lines.add(
                        ExportShape.lines(List.of(planted.small("small-" + i))).strip()));
        IntStream.range(0, unreadable.size()).forEach(i -> lines.add(1 + i * 2 % rows, unreadable.get(i)));
        return Files.writeString(exports.resolve("bulk.json"), String.join("\n", lines) + "\n");
    }

    private static void requireSecretIn(Path export) throws IOException, SQLException {
        assertThat(SCAN.isIn(export)).as("%s holds a secret", export).isTrue();
    }

    private void requireSecretNowhere(Typed... typed) throws IOException, SQLException {
        assertThat(HomeScan.files(home)).isNotEmpty();
        assertThat(SCAN.find(home)).isEmpty();
        assertThat(typed)
                .allSatisfy(shown -> assertThat(SCAN.isIn(shown.out() + shown.err()))
                        .as(shown.out() + shown.err())
                        .isFalse());
    }

    private String lakeText() throws IOException {
        StringBuilder text = new StringBuilder();
        try (DuckDbSession session = ENGINE.connect()) {
            for (Path file : HomeScan.files(home.resolve("lake"))) {
                session.each(
                        "reading " + file,
                        "select cast(t as varchar) from read_parquet(" + SqlText.literal(SqlText.path(file)) + ") as t",
                        row -> text.append(row.getString(1)).append('\n'));
            }
        }
        return text.toString();
    }
}
