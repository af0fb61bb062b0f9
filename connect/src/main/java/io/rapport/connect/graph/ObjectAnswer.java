package io.rapport.connect.graph;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** An answer that is one object. */
public final class ObjectAnswer {

    private ObjectAnswer() {}

    /**
     * Reads it.
     *
     * @param object takes the parser on the opening brace, and has to leave it on the closing one
     * @throws IOException where it is no object or breaks off; {@code JacksonException} alike
     */
    public static void read(Answer answer, ListPage.Objects object) throws IOException {
        try (InputStream in = answer.open();
                JsonParser parser = ListPage.JSON.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the answer is no object");
            }
            object.take(parser);
        }
    }
}
