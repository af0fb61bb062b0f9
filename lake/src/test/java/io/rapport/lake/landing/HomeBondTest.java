package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.StateLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home whose state is a file; every refusal leaves the landed files where they are. */
class HomeBondTest {

    private static final StateLocation NOWHERE =
            StateLocation.url("jdbc:postgresql://127.0.0.1:1/rapport?user=ann", null);

    @TempDir
    Path home;

    @TempDir
    Path other;

    @Test
    void the_state_of_another_home_is_refused() throws IOException {
        land(home);
        land(other);
        Files.copy(file(other), file(home), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        refused(file(home)).contains("belongs to another home than " + home);
        assertThat(landedFiles()).isEqualTo(1);
    }

    @Test
    void a_home_with_a_file_does_not_take_a_server() {
        land(home);

        refused(NOWHERE)
                .contains("keeps its state in rapport.db, not in the PostgreSQL database rapport on 127.0.0.1:1");
        assertThat(rows(home)).isEqualTo(1);
    }

    @Test
    void landed_files_without_the_database_that_knows_them_are_not_swept() throws IOException {
        land(home);
        Files.delete(file(home));

        refused(file(home)).contains("has no rapport.db");
        Files.delete(home.resolve("home.id"));
        refused(file(home)).contains("holds landed files, but no rapport.db");
        assertThat(file(home)).doesNotExist();
        assertThat(landedFiles()).isEqualTo(1);
    }

    @Test
    void a_home_from_before_there_were_ids_gets_one() throws Exception {
        land(home);
        Files.delete(home.resolve("home.id"));
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file(home));
                Statement statement = database.createStatement()) {
            statement.execute("drop table lake_suppression");
            statement.execute("drop table lake_home");
            statement.execute("drop table lake_ended_source");
            statement.execute("drop index lake_commit_by_source");
            statement.execute("alter table lake_commit drop column source");
            statement.execute("delete from flyway_schema_history_lake where version in ('2', '3', '5')");
        }

        assertThat(rows(home)).isEqualTo(1);
        assertThat(home.resolve("home.id")).exists();
        assertThat(rows(home)).isEqualTo(1);
    }

    @Test
    void an_id_that_was_lost_beside_its_file_is_written_again() throws IOException {
        land(home);
        String id = Files.readString(home.resolve("home.id"));
        Files.delete(home.resolve("home.id"));

        assertThat(rows(home)).isEqualTo(1);
        assertThat(home.resolve("home.id")).hasContent(id);
    }

    @Test
    void an_id_that_cannot_be_read_is_refused() throws IOException {
        land(home);
        Files.writeString(home.resolve("home.id"), "no id");

        Assertions.assertThatThrownBy(() -> TestLake.open(home, StateLocation.file(file(home))))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(LakeError.HOME_FAILED))
                .hasMessageContaining("home.id");
    }

    @Test
    void a_file_that_is_no_database_is_refused_with_its_name() throws IOException {
        Files.writeString(file(home), "this is no database at all, and long enough to look at");

        Assertions.assertThatThrownBy(() -> TestLake.open(home, StateLocation.file(file(home))))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(LakeError.STATE_FAILED))
                .hasMessageContaining("rapport.db");
    }

    private org.assertj.core.api.AbstractStringAssert<?> refused(Path file) {
        return refused(StateLocation.file(file));
    }

    private org.assertj.core.api.AbstractStringAssert<?> refused(StateLocation state) {
        return assertThat(Refusal.of(LakeError.HOME_MISMATCH, () -> TestLake.open(home, state)));
    }

    private static void land(Path home) {
        try (TestLake lake = TestLake.open(home, StateLocation.file(file(home)))) {
            lake.land(Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"));
        }
    }

    private static int rows(Path home) {
        try (TestLake lake = TestLake.open(home, StateLocation.file(file(home)))) {
            return lake.rows(Datasets.MESSAGE, "id").size();
        }
    }

    private long landedFiles() throws IOException {
        return Refusal.landedFiles(home);
    }

    private static Path file(Path home) {
        return home.resolve("rapport.db");
    }

    @Test
    void several_processes_may_open_a_new_home_at_once(@TempDir Path folder) throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(4);
        for (int round = 0; round < 15; round++) {
            Path fresh = folder.resolve("home" + round);
            List<Future<TestLake>> opened = processes.invokeAll(
                    Collections.nCopies(4, () -> TestLake.open(fresh, StateLocation.file(file(fresh)))));
            for (Future<TestLake> lake : opened) {
                lake.get().close();
            }
        }
        processes.shutdown();
    }
}
