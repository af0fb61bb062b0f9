package io.rapport.serve.api.document;

import io.rapport.serve.api.operation.Schemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said when something went wrong, in the document. */
final class ProblemEntry {

    private ProblemEntry() {}

    static Map<String, Object> schema() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", Map.of("type", "string"));
        fields.put("title", Map.of("type", "string"));
        fields.put("status", Map.of("type", "integer"));
        fields.put("code", Map.of("type", "string", "description", "Stays the same, whatever the words."));
        fields.put("detail", Map.of("type", "string", "description", "What failed, and what to do."));
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "object");
        problem.put(
                "properties",
                Map.of(
                        "field",
                        Map.of("type", "string"),
                        "detail",
                        Map.of("type", "string"),
                        "code",
                        Map.of("type", "string")));
        problem.put("required", List.of("field", "detail"));
        problem.put("additionalProperties", false);
        fields.put("problems", Map.of("type", "array", "items", problem));
        fields.put("reference", Map.of("type", "string", "description", "Leads to the place in the server's log."));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("description", "RFC 9457.");
        schema.put("properties", fields);
        schema.put("required", List.of("type", "title", "status", "code", "detail"));
        schema.put("additionalProperties", false);
        return schema;
    }

    static Map<String, Object> response() {
        return Map.of(
                "description",
                "Something went wrong.",
                "content",
                Map.of("application/problem+json", Map.of("schema", Schemas.ref(Schemas.PROBLEM))));
    }

    static Map<String, Object> reference() {
        return Map.of("$ref", "#/components/responses/" + Schemas.PROBLEM);
    }
}
