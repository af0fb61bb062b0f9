package io.rapport.connect.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Up to twenty requests in one. The whole succeeds while parts fail: each part is settled as if it had been asked alone,
 * and is asked alone where it has to be asked again.
 */
final class BatchCall implements Reply {

    static final int MOST_PARTS = 20;

    private static final JsonFactory JSON = new JsonFactory();

    private final List<Flight> parts;
    private final BiConsumer<Flight, @Nullable Answer> settle;

    private BatchCall(List<Flight> parts, BiConsumer<Flight, @Nullable Answer> settle) {
        this.parts = parts;
        this.settle = settle;
    }

    static List<BatchCall> split(
            List<GraphRequest> requests, List<Reply> replies, BiConsumer<Flight, @Nullable Answer> settle) {
        List<BatchCall> batches = new ArrayList<>();
        for (int from = 0; from < requests.size(); from += MOST_PARTS) {
            List<Flight> parts = new ArrayList<>();
            for (int i = from; i < Math.min(from + MOST_PARTS, requests.size()); i++) {
                parts.add(new Flight(requests.get(i), replies.get(i)));
            }
            batches.add(new BatchCall(parts, settle));
        }
        return batches;
    }

    GraphRequest request(Endpoints endpoints) {
        return new GraphRequest(
                parts.get(0).request().lane(),
                endpoints.batch(),
                0,
                false,
                parts.stream().map(Flight::request).toList());
    }

    static byte[] body(List<GraphRequest> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("requests");
            for (int i = 0; i < parts.size(); i++) {
                GraphRequest part = parts.get(i);
                json.writeStartObject();
                json.writeStringProperty("id", Integer.toString(i));
                json.writeStringProperty("method", "GET");
                json.writeStringProperty("url", part.url().relative());
                json.writeObjectPropertyStart("headers");
                json.writeStringProperty("Prefer", part.prefer());
                if (part.isAdvanced()) {
                    json.writeStringProperty("ConsistencyLevel", "eventual");
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    @Override
    public void answered(Answer answer) throws IOException {
        @Nullable Answer[] answers = read(answer);
        for (int i = 0; i < parts.size(); i++) {
            // A part without an answer is one that got lost.
            settle.accept(parts.get(i), answers[i]);
        }
    }

    @Override
    public void failed(GraphFailure failure) {
        parts.forEach(part -> part.reply().failed(failure));
    }

    private @Nullable Answer[] read(Answer answer) throws IOException {
        byte[] bytes = answer.body();
        if (answer.isCompressed()) {
            try (InputStream in = answer.open()) {
                bytes = in.readAllBytes();
            }
        }
        @Nullable Answer[] answers = new Answer[parts.size()];
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken token = parser.nextToken();
                if (name.equals("responses") && token == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        part(parser, bytes, answers);
                    }
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("broken off");
            }
        }
        return answers;
    }

    private static void part(JsonParser parser, byte[] bytes, @Nullable Answer[] answers) {
        int id = -1;
        int status = 0;
        Map<String, String> headers = new HashMap<>();
        byte[] body = new byte[0];
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            switch (name) {
                case "id" -> id = number(parser.getString(), answers.length);
                case "status" -> status = token == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : 0;
                case "headers" -> headers(parser, token, headers);
                case "body" -> {
                    int from = (int) parser.currentTokenLocation().getByteOffset();
                    parser.skipChildren();
                    if (token == JsonToken.START_OBJECT) {
                        body = Arrays.copyOfRange(
                                bytes, from, (int) parser.currentLocation().getByteOffset());
                    }
                }
                default -> parser.skipChildren();
            }
        }
        headers.remove("content-encoding");
        if (id >= 0 && status != 0) {
            answers[id] = new Answer(status, headers, body);
        }
    }

    private static void headers(JsonParser parser, JsonToken token, Map<String, String> headers) {
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (value.isScalarValue()) {
                headers.put(name.toLowerCase(Locale.ROOT), parser.getString());
            } else {
                parser.skipChildren();
            }
        }
    }

    private static int number(String id, int count) {
        try {
            int number = Integer.parseInt(id);
            return number >= 0 && number < count ? number : -1;
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }
}
