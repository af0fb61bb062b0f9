package io.rapport.lake.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
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

    @Test
    void any_other_failure_is_not() {
        StateLocation location = StateLocation.file(Path.of("rapport.db").toAbsolutePath());

        assertThat(location.explain(new IllegalStateException("busy"))).hasMessageContaining("no other program holds");
    }
}
