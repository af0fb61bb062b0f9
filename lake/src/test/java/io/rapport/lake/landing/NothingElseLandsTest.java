package io.rapport.lake.landing;

import static io.rapport.lake.landing.Rows.list;
import static io.rapport.lake.landing.Rows.struct;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Row;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.state.StateLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NothingElseLandsTest {

    private static final String PLANTED = "PLANTED";

    @TempDir
    Path home;

    /** A row can't name a foreign column; what a reader could smuggle in are surplus fields and values of a wrong type. */
    @Test
    void planted_subjects_bodies_and_names_are_in_no_byte_that_was_written() throws IOException {
        List<String> written = new ArrayList<>();
        try (TestLake lake = new TestLake(
                        home,
                        StateLocation.file(home.resolve("rapport.db")),
                        new TestLake.Clock(),
                        TestLake.SMALL,
                        step -> {
                            if (step == CommitStep.MOVED) {
                                written.add(everyByte());
                            }
                        });
                Landing.Batch batch = lake.landing.open()) {
            Row row = Rows.message("kept-id", "u", "2025-01-01T00:00:00Z", "x");
            Object person = struct(struct("kept@contoso.com", PLANTED + " name"), PLANTED + " body");
            row.set(Datasets.MESSAGE.index("from"), person);
            row.set(Datasets.MESSAGE.index("toRecipients"), list(person, struct(struct(PLANTED + " name"))));
            assertThat(batch.add(row)).isEmpty();
            Row wrong = Rows.message("x", "u", null, "x");
            wrong.set(Datasets.MESSAGE.index("sentDateTime"), PLANTED + " subject");
            assertThat(batch.add(wrong)).isPresent().get().asString().doesNotContain(PLANTED);
            written.add(everyByte());
            assertThat(batch.commit(List.of()).added()).isEqualTo(1);

            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("kept-id");
            try (DuckDbSession session = lake.connect()) {
                String files = "read_parquet(" + SqlText.files(lake.files()) + ")";
                assertThat(session.list(
                                "reading", "select cast(t as varchar) from " + files + " as t", r -> r.getString(1)))
                        .singleElement()
                        .asString()
                        .contains("kept@contoso.com")
                        .doesNotContain(PLANTED);
            }
        }
        written.add(everyByte());
        assertThat(written).hasSize(3).allSatisfy(bytes -> assertThat(bytes).doesNotContain(PLANTED));
        assertThat(written.get(2)).contains("kept-id");
    }

    private String everyByte() {
        try (Stream<Path> tree = Files.walk(home)) {
            StringBuilder all = new StringBuilder();
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
