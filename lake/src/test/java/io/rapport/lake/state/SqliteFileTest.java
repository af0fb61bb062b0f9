package io.rapport.lake.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {

    @Test
    void a_file_that_may_not_grow_is_said_to_have_no_room(@TempDir Path folder) throws Exception {
        StateLocation location = StateLocation.file(folder.resolve("rapport.db"));
        try (Connection connection = location.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table one (text text)");
            statement.execute("pragma max_page_count = 3");

            Throwable full =
                    catchThrowable(() -> statement.execute("insert into one select hex(randomblob(100000)) as text"));

            assertThat(location.explain(new IllegalStateException(full)))
                    .hasMessageStartingWith("There is no room left for the state database " + folder);
        }
    }

    /** A new file takes its journal from whoever is first, and SQLite itself lets the others fail without any wait. */
    @Test
    void several_may_open_a_new_file_at_the_same_moment(@TempDir Path folder) throws Exception {
        int threads = 4;
        ExecutorService openers = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 100; round++) {
                StateLocation location = StateLocation.file(folder.resolve(round + ".db"));
                CyclicBarrier together = new CyclicBarrier(threads);
                List<Future<String>> journals = new ArrayList<>();
                for (int opener = 0; opener < threads; opener++) {
                    journals.add(openers.submit(() -> {
                        together.await();
                        return journal(location);
                    }));
                }
                for (Future<String> journal : journals) {
                    assertThat(journal.get()).isEqualTo("wal");
                }
            }
        } finally {
            openers.shutdownNow();
        }
    }

    private static String journal(StateLocation location) throws SQLException {
        try (Connection connection = location.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("pragma journal_mode")) {
            return found.getString(1);
        }
    }

    @Test
    void any_other_failure_is_not() {
        StateLocation location = StateLocation.file(Path.of("rapport.db").toAbsolutePath());

        assertThat(location.explain(new IllegalStateException("busy"))).hasMessageContaining("no other program holds");
    }
}
