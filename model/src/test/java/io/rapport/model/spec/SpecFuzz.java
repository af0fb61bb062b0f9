package io.rapport.model.spec;

import io.rapport.core.error.RapportException;
import io.rapport.core.fuzz.Echo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Fuzz target: a spec. It is read, or refused with a code of ours that repeats no address. */
public final class SpecFuzz {

    private static final Path FILE = file();
    private static final List<String> EXAMPLES = List.of("mira@contoso.com", "board@contoso.com");

    private SpecFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(FILE, input);
        try {
            SpecReader.read(FILE);
        } catch (RapportException refused) {
            if (!(refused.code() instanceof SpecError)) {
                throw new AssertionError("an error of another room", refused);
            }
            Echo.requireNoAddress(refused.text(), input, FILE, EXAMPLES);
        }
    }

    private static Path file() {
        try {
            return Files.createTempDirectory("rapport-fuzz").resolve("spec.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
