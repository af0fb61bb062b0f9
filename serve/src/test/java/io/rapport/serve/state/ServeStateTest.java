package io.rapport.serve.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeStateTest {

    @TempDir
    Path folder;

    StateLocation location() {
        return StateLocation.file(folder.resolve("rapport.db"));
    }

    @Test
    void opens_what_it_created_and_knows_its_newest_migration() {
        ServeState.open(location());

        long newest = ServeState.open(location())
                .run(db -> db.sql("select max(cast(version as integer)) from flyway_schema_history_serve")
                        .query(Long.class)
                        .single());
        assertThat(newest).isEqualTo(ServeState.SCHEMA.newest());
    }

    @Test
    void refuses_a_newer_home() {
        ServeState.open(location())
                .run(db -> db.sql(
                                "update flyway_schema_history_serve set version = '99', installed_by = 'mira' where version = '1'")
                        .update());

        assertThatThrownBy(() -> ServeState.open(location()))
                .hasMessageContaining("was written by a newer Rapport (serve schema 99; this one, ")
                .hasMessageContaining(", knows " + ServeState.SCHEMA.newest() + ")")
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(LakeError.NEWER_HOME);
    }
}
