package io.rapport.serve.cli;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.ColumnType.ListOf;
import io.rapport.core.dataset.ColumnType.Scalar;
import io.rapport.core.dataset.ColumnType.Struct;
import io.rapport.core.dataset.Dataset;
import io.rapport.serve.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rows of any dataset, made from its schema, with secrets planted wherever the schema has no place for them. */
final class PlantedRows {

    /** Stands in every secret and in nothing else. */
    static final String SECRET = "Nightjar";

    private static final List<String> PLACES = List.of(
            "subject",
            "bodyPreview",
            "displayName",
            "name",
            "givenName",
            "surname",
            "personalNotes",
            "aboutMe",
            "onlineMeetingUrl",
            "webLink",
            "ThreadName",
            "TeamName",
            SECRET + "_as_a_column");

    private final Dataset dataset;

    PlantedRows(Dataset dataset) {
        this.dataset = dataset;
    }

    /** A row that lands, secrets at every depth. */
    Map<String, Object> full(String id) {
        Map<String, Object> row = fields(dataset.columns(), id);
        dataset.columns().stream()
                .filter(Column::isDerived)
                .forEach(column -> row.put(column.name(), SECRET + " as a derived column"));
        return row;
    }

    /** A row that lands: its key, and a subject that doesn't. */
    Map<String, Object> small(String id) {
        Map<String, Object> row = new LinkedHashMap<>();
        dataset.key().forEach(column -> row.put(column, column + "-" + id));
        row.put("subject", SECRET + " in a small row");
        return row;
    }

    /** Lines that can't land: one for each column, holding what it can't hold, and some that are no row at all. */
    List<String> unreadable() {
        List<String> lines = new ArrayList<>();
        for (Column column : dataset.columns()) {
            if (!column.isDerived()) {
                Map<String, Object> row = small("unreadable-" + column.name());
                row.put(column.name(), wrong(column.type()));
                lines.add(JsonText.of(row));
            }
        }
        lines.add("{\"subject\":\"" + SECRET + " without a key\"}");
        lines.add("\"" + SECRET + " is no object\"");
        lines.add("{\"subject\":\"" + SECRET + " in broken JSON\",,}");
        return lines;
    }

    private static Object wrong(ColumnType type) {
        boolean isText = type == Scalar.TEXT || type == Scalar.WORD || type == Scalar.ADDRESS;
        return isText ? Map.of("subject", SECRET + " in the place of text") : SECRET + " in the place of " + type;
    }

    private static Map<String, Object> fields(List<Column> columns, String id) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Column column : columns) {
            named.add(column.name());
            if (!column.isDerived()) {
                fields.put(column.name(), value(column.name(), column.type(), id));
            }
        }
        PLACES.stream()
                .filter(place -> !named.contains(place))
                .forEach(place -> fields.put(place, SECRET + " " + place));
        fields.put("body", Map.of("contentType", "microsoft.graph.bodyType'html'", "content", "<p>" + SECRET + "</p>"));
        fields.put("location", Map.of("displayName", SECRET + " room"));
        fields.put("attachments", List.of(Map.of("name", SECRET + ".pdf")));
        fields.put("categories", List.of(SECRET));
        fields.put("onlineMeeting", Map.of("joinUrl", "https://teams.example/" + SECRET));
        return fields;
    }

    private static Object value(String name, ColumnType type, String id) {
        if (type instanceof Struct struct) {
            return fields(struct.fields(), id);
        }
        if (type instanceof ListOf list) {
            return list.element() == Scalar.PROXY_ADDRESS
                    ? List.of("SMTP:kept@contoso.com", "X500:/o=" + SECRET, "SIP:" + SECRET + "@contoso.com")
                    : List.of(value(name, list.element(), id), withoutAddress(name, list.element(), id));
        }
        if (type == Scalar.TEXT) {
            return switch (name) {
                case "dateTime" -> "2026-10-05T09:00:00.0000000";
                case "timeZone" -> "Pacific Standard Time";
                default -> name + "-" + id;
            };
        }
        return type == Scalar.FLAG
                ? true
                : type == Scalar.INSTANT
                        ? "2026-10-05T09:00:00.1234567Z"
                        : type == Scalar.ADDRESS ? "Kept@Contoso.com" : "microsoft.graph.anything'kept'";
    }

    /** An element whose addresses are names; a value of another type as it is. */
    private static Object withoutAddress(String name, ColumnType type, String id) {
        if (type == Scalar.ADDRESS) {
            return "/O=CONTOSO/CN=" + SECRET;
        }
        if (!(type instanceof Struct struct)) {
            return value(name, type, id);
        }
        Map<String, Object> element = fields(struct.fields(), id);
        struct.fields().forEach(field -> element.put(field.name(), withoutAddress(field.name(), field.type(), id)));
        return element;
    }
}
