package io.rapport.serve.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeStateTest {

    @TempDir
    Path folder;

    @Test
    void opens_what_it_created_and_knows_its_newest_migration() {
        ServeState.open(database());

        long newest = ServeState.open(database())
                .run(db -> db.sql("select max(cast(version as integer)) from flyway_schema_history_serve")
                        .query(Long.class)
                        .single());
        assertThat(newest).isEqualTo(ServeState.SCHEMA);
    }

    @Test
    void refuses_a_newer_home() {
        ServeState.open(database())
                .run(db -> db.sql("update flyway_schema_history_serve set version = '99' where version = '1'")
                        .update());

        assertThatThrownBy(() -> ServeState.open(database()))
                .hasMessageContaining("was written by a newer Rapport (serve schema 99; this one knows 2)")
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(LakeError.NEWER_HOME);
    }

    @Test
    void says_which_file_is_no_database() throws IOException {
        Files.writeString(database(), "this is text and no database at all, however long it is".repeat(50));

        assertThatThrownBy(() -> ServeState.open(database()))
                .hasMessageContaining(database().toString())
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(LakeError.STATE_FAILED);
    }

    private Path database() {
        return folder.resolve("rapport.db");
    }
}
