package io.rapport.serve.cli;

import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.serve.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** The shapes that exports come in. */
enum ExportShape {
    LINES("json"),
    OBJECTS("json"),
    ARRAY("json"),
    UTF_16_LE("json"),
    UTF_16_BE("json"),
    GZIP("json.gz"),
    PASCAL_CASE("json"),
    STRINGS("json"),
    PARQUET("parquet");

    private final String ending;

    ExportShape(String ending) {
        this.ending = ending;
    }

    /** Writes rows in this shape and answers with the file. */
    Path write(Path folder, DuckDb engine, List<Map<String, Object>> rows) throws IOException {
        Path file = folder.resolve(name().toLowerCase(Locale.ROOT) + "." + ending);
        String lines = lines(rows);
        if (this == PARQUET) {
            Path source = Files.writeString(folder.resolve("_source.json"), lines);
            try (DuckDbSession session = engine.connect()) {
                session.run(
                        "writing an export",
                        "copy (from read_json(" + SqlText.literal(SqlText.path(source))
                                + ", format = 'newline_delimited')) to " + SqlText.literal(SqlText.path(file))
                                + " (format parquet)");
            }
            Files.delete(source);
            return file;
        }
        return Files.write(file, bytes(rows, lines));
    }

    private byte[] bytes(List<Map<String, Object>> rows, String lines) throws IOException {
        return switch (this) {
            case OBJECTS -> utf8(lines.replace(",\"", ",\n  \"").replace("}\n{", "}{"));
            case ARRAY -> utf8("[" + lines.strip().replace("\n", ",\n") + "]");
            case UTF_16_LE -> ("\uFEFF" + lines).getBytes(StandardCharsets.UTF_16LE);
            case UTF_16_BE -> ("\uFEFF" + lines).getBytes(StandardCharsets.UTF_16BE);
            case GZIP -> gzip(lines);
            case PASCAL_CASE ->
                utf8(lines(rows.stream().map(ExportShape::capitalised).toList()));
            case STRINGS -> utf8(lines(rows.stream().map(ExportShape::inStrings).toList()));
            default -> utf8(lines);
        };
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(utf8(text));
        }
        return bytes.toByteArray();
    }

    static String lines(Collection<Map<String, Object>> rows) {
        return rows.stream().map(row -> JsonText.of(row) + "\n").collect(Collectors.joining());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> capitalised(Map<?, ?> object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            String name = key.toString();
            fields.put(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), capitalisedValue(value));
        });
        return fields;
    }

    private static Object capitalisedValue(Object value) {
        if (value instanceof Map<?, ?> object) {
            return capitalised(object);
        }
        return value instanceof List<?> list
                ? list.stream().map(ExportShape::capitalisedValue).toList()
                : value;
    }

    private static Map<String, Object> inStrings(Map<String, Object> row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        row.forEach((name, value) ->
                fields.put(name, value instanceof Map || value instanceof List ? JsonText.of(value) : value));
        return fields;
    }
}
