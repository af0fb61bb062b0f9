package io.rapport.serve.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.StateDatabase;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration that stops in its middle: what it did before is undone by the database, as when its process is killed. */
class BrokenMigrationTest {

    /** Before digests, whose migration makes four tables. */
    private static final int BEFORE = 20;

    @TempDir
    Path folder;

    StateLocation location() {
        return StateLocation.file(folder.resolve("rapport.db"));
    }

    String vendor() {
        return "sqlite";
    }

    @Test
    void a_migration_is_there_whole_or_not_at_all_and_the_next_start_goes_on() {
        migrateTo(BEFORE);
        try (StateDatabase database = new StateDatabase(location())) {
            // In the way of the third statement of the next migration.
            int made = database.read(
                    db -> db.sql("create table digest_reader (id varchar(1))").update());
            assertThat(made).isZero();

            assertThatThrownBy(() -> ServeState.open(location()))
                    .isInstanceOfSatisfying(
                            RapportException.class, e -> assertThat(e.code()).isEqualTo(LakeError.STATE_FAILED));

            assertThat(database.version(ServeState.SCHEMA)).isEqualTo(BEFORE);
            assertThat(rows(database, "select version from flyway_schema_history_serve where success <> true"))
                    .isEmpty();
            assertThatThrownBy(() -> rows(database, "select run from digest")).isInstanceOf(RapportException.class);

            int dropped = database.read(db -> db.sql("drop table digest_reader").update());
            assertThat(dropped).isZero();
        }
        try (ServeState state = ServeState.open(location())) {
            List<Long> rows = state.run(
                    db -> db.sql("select (select count(*) from digest_reader) + (select count(*) from digest)")
                            .query(Long.class)
                            .list());
            assertThat(rows).containsExactly(0L);
        }
    }

    private void migrateTo(int version) {
        Flyway.configure()
                .dataSource(location().source())
                .locations("classpath:db/serve/common", "classpath:db/serve/" + vendor())
                .table(ServeState.SCHEMA.history())
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(Integer.toString(version))
                .load()
                .migrate();
    }

    private static List<String> rows(StateDatabase database, String query) {
        return database.read(db -> db.sql(query).query(String.class).list());
    }
}
