package io.rapport.serve.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The version that this program was built as. */
public final class ServerVersion {

    private static final String FILE = "/io/rapport/serve/cli/version.txt";

    private ServerVersion() {}

    public static String text() {
        try (InputStream in = ServerVersion.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
