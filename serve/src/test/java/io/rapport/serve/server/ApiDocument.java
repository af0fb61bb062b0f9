package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.json.JsonText;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The document that a server serves, and answers held against it. */
final class ApiDocument {

    private final Map<?, ?> document;

    private ApiDocument(Map<?, ?> document) {
        this.document = document;
    }

    static ApiDocument of(TestServer served) throws Exception {
        HttpResponse<String> answer = new ApiCaller(served.server.url(), "").get("/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ApiDocument(ApiCaller.json(answer));
    }

    Map<?, ?> all() {
        return document;
    }

    /** An operation of the document. */
    record Entry(String method, String path, Map<?, ?> fields) {

        String id() {
            return String.valueOf(fields.get("operationId"));
        }

        List<Map<?, ?>> parameters() {
            List<Map<?, ?>> parameters = new ArrayList<>();
            if (fields.get("parameters") instanceof List<?> list) {
                list.forEach(one -> parameters.add((Map<?, ?>) one));
            }
            return parameters;
        }
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        map(document.get("paths"))
                .forEach((path, methods) -> map(methods)
                        .forEach((method, fields) -> entries.add(new Entry(
                                String.valueOf(method).toUpperCase(Locale.ROOT), String.valueOf(path), map(fields)))));
        return entries;
    }

    Entry entry(String id) {
        return entries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the document has no " + id));
    }

    /** Holds an answer against what the document says of its operation. */
    void assertFits(Entry entry, HttpResponse<String> answer) {
        Map<?, ?> responses = map(entry.fields().get("responses"));
        Object declared = responses.get(String.valueOf(answer.statusCode()));
        Map<?, ?> response = map(declared == null ? responses.get("default") : declared);
        if (response.get("$ref") instanceof String reference) {
            response = JsonSchema.at(document, reference);
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        if (response.get("content") instanceof Map<?, ?> content) {
            assertThat(content.keySet())
                    .as(entry.id() + " " + answer.body())
                    .anySatisfy(known -> assertThat(String.valueOf(known)).isIn(type, "*/*"));
            if (content.get(type) instanceof Map<?, ?> body && body.get("schema") instanceof Map<?, ?> schema) {
                assertThat(JsonSchema.problems(document, schema, JsonText.readWhole(answer.body())))
                        .as(entry.id() + " " + answer.statusCode() + " " + answer.body())
                        .isEmpty();
            }
        } else {
            assertThat(answer.body()).as(entry.id()).isEmpty();
        }
    }

    static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError(value + " is no object");
    }
}
