package io.rapport.serve.api.document;

import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Schemas;
import io.rapport.serve.api.operation.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The API in OpenAPI 3.1. */
public final class OpenApiDocument {

    private static final String DESCRIPTION =
            "Everything that the pages do, for programs. Answers about a run echo the question as it counted and what the"
                    + " reader should know. Lists come in parts: next of one answer is cursor of the following request."
                    + " Consent to an enrichment is given by people, in the browser.";

    private OpenApiDocument() {}

    /** As JSON: maps, lists, text, numbers and booleans. */
    public static Map<String, Object> of(List<Operation> operations, String version) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Rapport");
        info.put("version", version);
        info.put("description", DESCRIPTION);
        info.put("license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
        document.put("info", info);
        document.put("servers", List.of(Map.of("url", Operation.ROOT)));
        document.put("security", List.of(Map.of("bearer", List.of())));
        document.put("paths", paths(operations));
        document.put("components", components(operations));
        return document;
    }

    private static Map<String, Object> paths(List<Operation> operations) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Operation operation : operations) {
            paths.computeIfAbsent(operation.path(), any -> new LinkedHashMap<>())
                    .put(operation.method().toLowerCase(Locale.ROOT), OperationEntry.of(operation));
        }
        return new LinkedHashMap<>(paths);
    }

    private static Map<String, Object> components(List<Operation> operations) {
        Map<String, Object> schemas = new TreeMap<>();
        operations.forEach(operation -> operation.findAnswers().ifPresent(shape -> add(shape, schemas)));
        schemas.put(Schemas.RULE, Schemas.rule());
        schemas.put(Schemas.PROBLEM, ProblemEntry.schema());
        Map<String, Object> bearer = new LinkedHashMap<>();
        bearer.put("type", "http");
        bearer.put("scheme", "bearer");
        bearer.put(
                "description",
                "A key that an administrator made under System > Settings, or an access token of the sign-in provider"
                        + " whose audience is this server's app.");
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", schemas);
        components.put("responses", Map.of(Schemas.PROBLEM, ProblemEntry.response()));
        components.put("securitySchemes", Map.of("bearer", bearer));
        return components;
    }

    private static void add(Shape<?> shape, Map<String, Object> schemas) {
        if (schemas.put(shape.name(), shape.schema()) == null) {
            shape.parts().forEach(part -> add(part, schemas));
        }
    }
}
