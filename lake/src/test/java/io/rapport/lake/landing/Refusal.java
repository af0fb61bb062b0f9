package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is said where something is refused, and what is left then. */
final class Refusal {

    private Refusal() {}

    static String of(LakeError code, ThrowingCallable refused) {
        RapportException error = catchThrowableOfType(RapportException.class, refused);
        assertThat(error).isNotNull();
        assertThat(error.code()).as(error.text() + " " + error.getCause()).isEqualTo(code);
        return error.text();
    }

    static long landedFiles(Path home) throws IOException {
        try (Stream<Path> tree = Files.walk(home.resolve("lake"))) {
            return tree.filter(path -> path.toString().endsWith(".parquet")).count();
        }
    }
}
