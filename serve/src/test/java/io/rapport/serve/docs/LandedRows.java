package io.rapport.serve.docs;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.reading.LakeSql;
import io.rapport.serve.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Rows of the lake as lines of JSON, in the order of their keys, without what is null. */
final class LandedRows {

    private static final JsonFactory FACTORY = new JsonFactory();

    private LandedRows() {}

    static String of(DuckDb engine, Snapshot snapshot, Dataset dataset) {
        try (DuckDbSession session = engine.connect()) {
            return session
                    .list(
                            "reading " + dataset,
                            "select to_json(landed) from (" + LakeSql.select(snapshot, dataset)
                                    + ") as landed order by " + SqlText.names(dataset.key()),
                            row -> row.getString(1))
                    .stream()
                    .map(json -> JsonText.of(withoutNulls(json)) + "\n")
                    .collect(Collectors.joining());
        }
    }

    private static @Nullable Object withoutNulls(String json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            return value(parser, parser.nextToken());
        }
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                    Object field = value(parser, parser.nextToken());
                    if (field != null) {
                        fields.put(name, field);
                    }
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<@Nullable Object> elements = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    elements.add(value(parser, next));
                }
                yield elements;
            }
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getLongValue();
            default -> parser.getString();
        };
    }
}
