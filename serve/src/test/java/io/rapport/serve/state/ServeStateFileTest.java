package io.rapport.serve.state;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.StateLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeStateFileTest {

    @TempDir
    Path folder;

    @Test
    void says_which_file_is_no_database() throws IOException {
        Path file = Files.writeString(
                folder.resolve("rapport.db"), "this is text and no database at all, however long it is".repeat(50));

        assertThatThrownBy(() -> ServeState.open(StateLocation.file(file)))
                .hasMessageContaining(file.toString())
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(LakeError.STATE_FAILED);
    }
}
