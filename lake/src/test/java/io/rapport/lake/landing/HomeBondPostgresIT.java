package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home whose state is on a server; every refusal leaves the landed files where they are. */
class HomeBondPostgresIT {

    @TempDir
    Path home;

    @TempDir
    Path other;

    @BeforeEach
    void land() {
        try (TestLake lake = TestLake.open(home, PostgresServer.of(home))) {
            lake.land(Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"));
        }
    }

    @Test
    void a_home_without_its_url_is_refused_and_gets_no_file() throws Exception {
        refused(home, StateLocation.file(home.resolve("rapport.db")))
                .contains("has no rapport.db", "Name that with --state-url");

        assertThat(home.resolve("rapport.db")).doesNotExist();
        assertIntact();
    }

    @Test
    void a_database_that_knows_nothing_of_the_landed_files_is_refused_and_gets_no_table() throws Exception {
        refused(home, PostgresServer.of(other)).contains("holds landed files of which the state database postgres on");

        PostgresServer.execute(PostgresServer.schema(other), "create table lake_home (id integer)");
        assertIntact();
    }

    @Test
    void the_database_of_another_home_is_refused() throws Exception {
        refused(other, PostgresServer.of(home)).contains("belongs to another home than " + other);
        assertThat(other.resolve("home.id")).doesNotExist();
        try (TestLake lake = TestLake.open(other, PostgresServer.of(other))) {
            lake.land(Rows.message("b", "u", "2025-01-01T00:00:00Z", "x"));
        }

        refused(home, PostgresServer.of(other)).contains("belongs to another home than " + home);
        assertIntact();
    }

    @Test
    void a_lost_id_is_told_and_can_be_put_back() throws Exception {
        String id = Files.readString(home.resolve("home.id"));
        Files.delete(home.resolve("home.id"));

        refused(home, PostgresServer.of(home)).contains("put it back with the line " + id.strip());

        Files.writeString(home.resolve("home.id"), id);
        assertIntact();
    }

    @Test
    void several_processes_may_open_a_new_home_at_once() throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(4);
        for (int round = 0; round < 5; round++) {
            Path fresh = other.resolve("home" + round);
            PostgresServer.schema(fresh);
            List<Future<TestLake>> opened =
                    processes.invokeAll(Collections.nCopies(4, () -> TestLake.open(fresh, PostgresServer.of(fresh))));
            for (Future<TestLake> lake : opened) {
                lake.get().close();
            }
        }
        processes.shutdown();
    }

    private static AbstractStringAssert<?> refused(Path home, StateLocation state) {
        return assertThat(Refusal.of(LakeError.HOME_MISMATCH, () -> TestLake.open(home, state)));
    }

    private void assertIntact() throws Exception {
        assertThat(Refusal.landedFiles(home)).isEqualTo(1);
        try (TestLake lake = TestLake.open(home, PostgresServer.of(home))) {
            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("a");
        }
    }
}
