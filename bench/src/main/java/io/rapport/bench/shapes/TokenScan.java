package io.rapport.bench.shapes;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The least that a reader of JSON has to do: find every token, and keep nothing. */
final class TokenScan {

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final int BUFFER = 1 << 16;

    private TokenScan() {}

    /** The number of tokens; strings are passed over, not made. */
    static long count(Path file, Shape shape) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = open(in, shape)) {
            long tokens = 0;
            while (parser.nextToken() != null) {
                tokens++;
            }
            return tokens;
        }
    }

    private static JsonParser open(InputStream in, Shape shape) throws IOException {
        if (shape == Shape.UTF16) {
            Reader text = new InputStreamReader(in, StandardCharsets.UTF_16);
            return JSON.createParser(ObjectReadContext.empty(), text);
        }
        return JSON.createParser(ObjectReadContext.empty(), shape == Shape.GZIP ? new GZIPInputStream(in, BUFFER) : in);
    }
}
