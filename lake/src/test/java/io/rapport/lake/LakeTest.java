package io.rapport.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Landing;
import io.rapport.core.program.ProgramVersion;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.landing.Rows;
import io.rapport.lake.manifest.DatasetContent;
import io.rapport.lake.manifest.PartitionContent;
import io.rapport.lake.state.StateLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z"));

    @TempDir
    Path home;

    StateLocation state() {
        return StateLocation.file(home.resolve("rapport.db"));
    }

    void execute(String sql) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("rapport.db"));
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private Lake open() {
        return Lake.open(home, state(), CLOCK, new DuckDbSettings(256L << 20, 2, home.resolve("tmp")));
    }

    @Test
    void a_key_that_a_killed_process_left_beside_its_file_goes_with_the_next_start() throws IOException {
        open().close();
        Path left = Files.createDirectories(home.resolve("keys")).resolve("key12345.tmp");
        Files.writeString(left, "bmlnaHRqYXIgbGVmdCBieSBhIGtpbGxlZCBvbmUgISE=");

        open().close();

        assertThat(left).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_new_home_is_its_owners_alone() throws IOException {
        Path fresh = home.resolve("deep/home");
        Lake.open(fresh, CLOCK, new DuckDbSettings(256L << 20, 2, fresh.resolve("tmp")))
                .close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rwx------");
    }

    @Test
    void tells_what_it_holds_and_holds_it_after_reopening() {
        try (Lake lake = open();
                Landing.Batch batch = lake.landing().open()) {
            batch.add(Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"));
            batch.add(Rows.message("b", "u", "2025-02-01T12:00:00Z", "x"));
            batch.add(Rows.message("c", "u", null, "x"));
            batch.add(Rows.settings("u", "UTC"));
            batch.commit(List.of());
        }
        try (Lake lake = open()) {
            List<DatasetContent> contents = lake.contents();
            assertThat(contents)
                    .extracting(DatasetContent::dataset)
                    .containsExactly(Datasets.MESSAGE, Datasets.MAILBOX_SETTINGS);
            DatasetContent messages = contents.get(0);
            assertThat(messages.rows()).isEqualTo(3);
            assertThat(messages.partitions())
                    .extracting(PartitionContent::partition)
                    .containsExactly("2025-01", "2025-02", "none");
            assertThat(messages.partitions()).allSatisfy(p -> {
                assertThat(p.rows()).isEqualTo(1);
                assertThat(p.files()).isEqualTo(1);
                assertThat(p.bytes()).isPositive();
            });
            assertThat(messages.findEarliest()).contains(Instant.parse("2025-01-01T00:00:00Z"));
            assertThat(messages.findLatest()).contains(Instant.parse("2025-02-01T12:00:00Z"));
            assertThat(contents.get(1).findEarliest()).isEmpty();
            assertThat(lake.snapshot().files()).hasSize(4);
        }
        assertThat(home.resolve("tmp")).isEmptyDirectory();
        assertThat(home.resolve("lake/_staging")).isEmptyDirectory();
    }

    @Test
    void a_lake_that_is_only_looked_at_starts_no_engine() {
        try (Lake lake = open()) {
            assertThat(lake.contents()).isEmpty();
            assertThat(home.resolve("tmp")).isEmptyDirectory();
        }
    }

    @Test
    void a_home_of_a_newer_version_is_refused() throws Exception {
        open().close();
        execute("update flyway_schema_history_lake set version = '99' where version = '2'");
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(LakeError.NEWER_HOME))
                .hasMessageContaining("was written by a newer Rapport, " + ProgramVersion.text() + " (lake schema 99");
    }
}
