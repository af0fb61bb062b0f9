package io.rapport.serve.api.document;

import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.api.operation.Schemas;
import io.rapport.serve.security.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One operation in the document. */
final class OperationEntry {

    private OperationEntry() {}

    static Map<String, Object> of(Operation operation) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("operationId", operation.id());
        entry.put("tags", List.of(operation.tag()));
        entry.put("summary", operation.summary());
        entry.put("description", who(operation));
        if (operation.findLeast().isEmpty()) {
            entry.put("security", List.of());
        }
        List<Object> parameters = parameters(operation);
        if (!parameters.isEmpty()) {
            entry.put("parameters", parameters);
        }
        if (!operation.body().isEmpty()) {
            entry.put(
                    "requestBody",
                    body(operation.body(), operation.takesForm() ? "multipart/form-data" : "application/json"));
        }
        entry.put("responses", responses(operation));
        return entry;
    }

    private static String who(Operation operation) {
        String least = operation
                .findLeast()
                .map(role -> "For the role " + role.word() + (role == Role.ADMINISTRATOR ? "." : " and above."))
                .orElse("For everybody.");
        if (operation.isForPersons()) {
            return least + " By the access token of a person, never by a key.";
        }
        Role files = operation.leastForFiles();
        if (files == null || operation.formats().isEmpty() || files == operation.least()) {
            return least;
        }
        return least + " As a file for the role " + files.word() + " and above.";
    }

    private static List<Object> parameters(Operation operation) {
        List<Object> parameters = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (!parameter.isSent()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("name", parameter.name());
                entry.put("in", parameter.place().name().toLowerCase(Locale.ROOT));
                entry.put("required", parameter.isRequired());
                entry.put("description", parameter.meaning());
                entry.put("schema", parameter.schema());
                parameters.add(entry);
            }
        }
        if (operation.hasVersion()) {
            parameters.add(
                    header("If-None-Match", "ETags of answers that are there already: 304 where nothing changed."));
        }
        if (operation.takesVersion()) {
            parameters.add(header("If-Match", "ETag of the version that is changed: 412 where it is another one."));
        }
        return parameters;
    }

    private static Map<String, Object> header(String name, String meaning) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", name);
        entry.put("in", "header");
        entry.put("required", false);
        entry.put("description", meaning);
        entry.put("schema", Map.of("type", "string"));
        return entry;
    }

    private static Map<String, Object> body(List<Parameter> fields, String mediaType) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Parameter field : fields) {
            Map<String, Object> property = new LinkedHashMap<>(field.schema());
            property.put("description", field.meaning());
            put(properties, field.name(), property);
        }
        Map<String, Object> schema = object(properties);
        schema.put(
                "required",
                fields.stream()
                        .filter(Parameter::isRequired)
                        .map(Parameter::name)
                        .toList());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("required", true);
        body.put("content", Map.of(mediaType, Map.of("schema", schema)));
        return body;
    }

    /** A field within a field has a dot in its name. */
    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> properties, String name, Map<String, Object> property) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            properties.put(name, property);
            return;
        }
        Map<String, Object> outer = (Map<String, Object>)
                properties.computeIfAbsent(name.substring(0, dot), any -> object(new LinkedHashMap<>()));
        ((Map<String, Object>) outer.getOrDefault("properties", new LinkedHashMap<>()))
                .put(name.substring(dot + 1), property);
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> responses(Operation operation) {
        Map<String, Object> good = new LinkedHashMap<>();
        good.put("description", operation.summary());
        Map<String, Object> content = new LinkedHashMap<>();
        operation
                .findAnswers()
                .ifPresent(shape -> content.put("application/json", Map.of("schema", Schemas.ref(shape.name()))));
        for (ExportFormat format : operation.formats()) {
            content.put(format.mediaType().split(";", 2)[0], Map.of());
        }
        if (!operation.mediaType().isEmpty()) {
            content.put(operation.mediaType(), Map.of());
        }
        if (operation.status() == 200 && content.isEmpty()) {
            content.put("application/json", Map.of("schema", Map.of("type", "object")));
        }
        if (!content.isEmpty()) {
            good.put("content", content);
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(Integer.toString(operation.status()), good);
        if (operation.hasVersion()) {
            responses.put("304", Map.of("description", "Nothing changed."));
        }
        responses.put("default", ProblemEntry.reference());
        return responses;
    }
}
