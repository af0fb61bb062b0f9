package io.rapport.lake.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbTest {

    @TempDir
    Path folder;

    private DuckDbSettings settings(long megabytes) {
        return new DuckDbSettings(megabytes << 20, 2, folder);
    }

    @Test
    void runs_in_utc_within_its_limits_and_downloads_nothing() {
        try (DuckDb engine = DuckDb.open(settings(100));
                DuckDbSession session = engine.connect()) {
            assertThat(session.list(
                            "asking",
                            "select current_setting('TimeZone') || ' ' || current_setting('memory_limit') || ' '"
                                    + " || current_setting('threads') || ' '"
                                    + " || current_setting('operator_memory_limit') || ' '"
                                    + " || current_setting('autoinstall_known_extensions')"
                                    + " || current_setting('autoload_known_extensions')",
                            row -> row.getString(1)))
                    .containsExactly("UTC 100.0 MiB 2 50.0 MiB falsefalse");
            assertThat(session.list(
                            "asking", "select timestamptz '2025-01-01 00:00:00+00' :: varchar", r -> r.getString(1)))
                    .containsExactly("2025-01-01 00:00:00+00");
        }
    }

    @Test
    void connections_share_tables_and_the_engine_ends_with_its_spill_folder() {
        try (DuckDb engine = DuckDb.open(settings(100));
                DuckDbSession one = engine.connect();
                DuckDbSession two = engine.connect()) {
            one.run("writing", "create table t as select 7 as x");
            assertThat(two.number("reading", "select x from t")).isEqualTo(7);
            assertThat(folder).isNotEmptyDirectory();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_a_dead_process_spilled_is_swept_and_what_is_in_use_is_not() throws IOException {
        try (DuckDb first = DuckDb.open(settings(100));
                DuckDbSession session = first.connect()) {
            Files.createDirectories(folder.resolve("spill-dead"));
            Files.writeString(folder.resolve("spill-dead/block.tmp"), "x");
            Files.writeString(folder.resolve("spill-dead.lock"), "");
            DuckDb.open(settings(100)).close();
            assertThat(folder.resolve("spill-dead")).doesNotExist();
            assertThat(folder.resolve("spill-dead.lock")).doesNotExist();
            try (var entries = Files.list(folder)) {
                assertThat(entries).hasSize(2);
            }
            assertThat(session.number("reading", "select 1")).isEqualTo(1);
        }
    }

    @Test
    void too_little_memory_and_other_failures_are_told_apart_without_quoting() {
        try (DuckDb engine = DuckDb.open(settings(64));
                DuckDbSession session = engine.connect()) {
            assertThatThrownBy(() -> session.number(
                            "counting",
                            "select length(list(i || repeat('x', 1000))::varchar) from range(10000000) r(i)"))
                    .isInstanceOfSatisfying(
                            RapportException.class, e -> assertThat(e.code()).isEqualTo(LakeError.OUT_OF_MEMORY))
                    .hasMessageContaining("counting");
            assertThatThrownBy(() -> session.number("counting", "select cast('planted' || random() as integer)"))
                    .isInstanceOfSatisfying(RapportException.class, e -> {
                        assertThat(e.code()).isEqualTo(LakeError.ENGINE_FAILED);
                        assertThat(e.text())
                                .isEqualTo("counting, line 1, failed within the engine (conversion error).");
                        assertThat(e).rootCause().hasMessage("conversion error");
                    });
        }
    }

    @Test
    void settings_have_bounds() {
        assertThatThrownBy(() -> settings(63)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DuckDbSettings(100 << 20, 0, folder)).isInstanceOf(IllegalArgumentException.class);
    }
}
