package io.rapport.connect.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * A page of a list: its objects one by one, then the links that lead on. Never more than one object is in memory beside
 * the page's own bytes.
 */
public final class ListPage {

    /** Takes an object: the parser stands on its opening brace, and has to be left on its closing one. */
    @FunctionalInterface
    public interface Objects {
        void take(JsonParser parser) throws IOException;
    }

    /** The factory of every parser of Graph's answers. */
    public static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(8 << 20).build())
            .build();

    private final @Nullable String next;
    private final @Nullable String delta;

    private ListPage(@Nullable String next, @Nullable String delta) {
        this.next = next;
        this.delta = delta;
    }

    /** The next page of the same list; empty where this was the last. */
    public Optional<String> findNext() {
        return Optional.ofNullable(next);
    }

    /** Where to ask later for what changed since. */
    public Optional<String> findDelta() {
        return Optional.ofNullable(delta);
    }

    /**
     * Reads all of it.
     *
     * @throws IOException where it is no list or breaks off; {@code JacksonException} alike
     */
    public static ListPage read(Answer answer, Objects objects) throws IOException {
        String next = null;
        String delta = null;
        boolean isList = false;
        try (InputStream in = answer.isCompressed() ? answer.open() : InputStream.nullInputStream();
                JsonParser parser = answer.isCompressed()
                        ? JSON.createParser(ObjectReadContext.empty(), in)
                        : JSON.createParser(ObjectReadContext.empty(), answer.body())) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken token = parser.nextToken();
                switch (name) {
                    case "value" -> {
                        require(token == JsonToken.START_ARRAY);
                        isList = true;
                        for (JsonToken item = parser.nextToken();
                                item != JsonToken.END_ARRAY;
                                item = parser.nextToken()) {
                            require(item == JsonToken.START_OBJECT);
                            objects.take(parser);
                        }
                    }
                    case "@odata.nextLink" -> next = token == JsonToken.VALUE_STRING ? parser.getString() : null;
                    case "@odata.deltaLink" -> delta = token == JsonToken.VALUE_STRING ? parser.getString() : null;
                    default -> parser.skipChildren();
                }
            }
            require(isList && parser.currentToken() == JsonToken.END_OBJECT);
        }
        return new ListPage(next, delta);
    }

    private static void require(boolean isSo) throws IOException {
        if (!isSo) {
            throw new IOException("the answer is no whole list");
        }
    }
}
