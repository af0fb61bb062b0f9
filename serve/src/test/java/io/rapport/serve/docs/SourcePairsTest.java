package io.rapport.serve.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.connect.dataconnect.ImportSummary;
import io.rapport.connect.dataconnect.RejectLog;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.ParquetLines;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pairs of docs/sources. With {@code -Drapport.pairs=write} it writes what lands instead of comparing. */
class SourcePairsTest {

    /** Stands in everything that was planted. */
    private static final String PLANTED = "nightjar";

    private static final boolean IS_WRITING = "write".equals(System.getProperty("rapport.pairs"));

    private static final ParquetLines NO_PARQUET = (file, dataset, consumer) -> {
        throw new AssertionError("no pair is Parquet");
    };

    private static Map<SourcePair, String> landed = Map.of();

    /** One lake for all pairs: what a pair brought is what its own commit added. */
    @BeforeAll
    static void import_every_original(@TempDir Path home) throws IOException {
        landed = new LinkedHashMap<>();
        DuckDbSettings settings = new DuckDbSettings(256L << 20, 1, home.resolve("tmp"));
        try (Lake lake = Lake.open(home, () -> Instant.parse("2026-11-20T12:00:00Z"), settings);
                DuckDb engine = DuckDb.open(settings)) {
            ExportImport exports = new ExportImport(lake.landing(), NO_PARQUET, RejectLog.NONE, ImportLimits.DEFAULT);
            for (SourcePair pair : SourcePair.all()) {
                Dataset dataset = Datasets.find(pair.importedAs()).orElseThrow();
                ImportSummary summary = exports.run(dataset, List.of(pair.original()), Progress.NONE);
                assertThat(summary.added()).as("%s brings its own keys", pair).isEqualTo(summary.read());
                String rows = LandedRows.of(engine, lastCommit(lake.snapshot()), dataset);
                landed.put(pair, rows);
                if (IS_WRITING) {
                    Files.writeString(pair.landed(), rows);
                }
            }
        }
    }

    static Stream<SourcePair> pairs() throws IOException {
        return SourcePair.all().stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void lands_as_the_file_beside_it(SourcePair pair) throws IOException {
        assertThat(Files.readString(pair.landed())).isNotEmpty().isEqualTo(landed.get(pair));
        assertThat(Datasets.find(pair.importedAs()).map(Dataset::name)).contains(pair.dataset());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void what_is_planted_stays_outside(SourcePair pair) throws IOException {
        assertThat(pair.originalText()).containsIgnoringCase(PLANTED);
        assertThat(landed.get(pair)).doesNotContainIgnoringCase(PLANTED);
        assertThat(Files.readString(pair.landed())).doesNotContainIgnoringCase(PLANTED);
    }

    @Test
    void every_dataset_has_a_page_with_a_pair() throws IOException {
        assertThat(SourcePair.all().stream().map(SourcePair::dataset).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Datasets.all().stream().map(Dataset::name).toList());
    }

    @Test
    void every_example_stands_on_a_page() throws IOException {
        TreeSet<Path> named = new TreeSet<>();
        SourcePair.all().forEach(pair -> named.addAll(List.of(pair.original(), pair.landed())));
        TreeSet<Path> found = new TreeSet<>();
        for (Path folder : SourcePair.folders()) {
            try (Stream<Path> files = Files.list(folder.resolve("examples"))) {
                files.forEach(found::add);
            }
        }

        assertThat(found).isEqualTo(named);
    }

    @Test
    void the_overview_links_every_page() throws IOException {
        String overview = Files.readString(SourcePair.SOURCES.resolve("README.md"));

        assertThat(SourcePair.folders())
                .allSatisfy(folder -> assertThat(overview).contains("(" + folder.getFileName() + "/README.md)"));
    }

    private static Snapshot lastCommit(Snapshot snapshot) {
        return new Snapshot(
                snapshot.id(),
                snapshot.files().stream()
                        .filter(file -> file.commit() == snapshot.id())
                        .toList());
    }
}
