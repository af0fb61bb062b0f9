package io.rapport.simulator.http;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON, streaming, into the bytes of a body. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_BYTES = 1024;

    private Json() {}

    /** @param writing leaves the generator after the end of one value */
    public static byte[] bytes(Consumer<JsonGenerator> writing) {
        return bytes(USUAL_BYTES, writing);
    }

    /** @param expectedBytes about how long it gets */
    public static byte[] bytes(int expectedBytes, Consumer<JsonGenerator> writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(expectedBytes);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            writing.accept(json);
        }
        return bytes.toByteArray();
    }
}
