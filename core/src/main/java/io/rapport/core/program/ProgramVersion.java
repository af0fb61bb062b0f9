package io.rapport.core.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The version that this program was built as. */
public final class ProgramVersion {

    private static final String FILE = "version.txt";

    private ProgramVersion() {}

    public static String text() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
