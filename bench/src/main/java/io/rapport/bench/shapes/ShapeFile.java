package io.rapport.bench.shapes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes rows into a file of one shape. Not thread-safe. */
final class ShapeFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    private ShapeFile() {}

    /**
     * Writes no more than so many rows.
     *
     * @param lines JSON lines in UTF-8
     * @param shape of text; Parquet is written from a file of JSON lines, by an engine
     * @return how many there were
     */
    static long write(InputStream lines, long most, Shape shape, Path file) throws IOException {
        long rows = 0;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
                Writer out = open(shape, file)) {
            for (String line = in.readLine(); line != null && rows < most; line = in.readLine()) {
                out.write(row(line, shape, rows++ == 0));
            }
            out.write(shape == Shape.LIST ? "\n]\n" : "");
        }
        return rows;
    }

    private static Writer open(Shape shape, Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return switch (shape) {
            case GZIP -> new OutputStreamWriter(new GZIPOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
            case UTF16 -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_16LE);
                writer.write(BYTE_ORDER_MARK);
                yield writer;
            }
            default -> new OutputStreamWriter(out, StandardCharsets.UTF_8);
        };
    }

    private static String row(String line, Shape shape, boolean isFirst) {
        return switch (shape) {
            case LINES, UTF16, GZIP -> line + "\n";
            case PRETTY -> PRETTY.writeValueAsString(JSON.readTree(line)) + "\n";
            case LIST -> (isFirst ? "[\n" : ",\n") + line;
            case TEXT_COLUMNS -> textColumns(JSON.readTree(line)) + "\n";
            case PARQUET -> throw new IllegalArgumentException("Parquet is no text");
        };
    }

    private static JsonNode textColumns(JsonNode row) {
        ObjectNode columns = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> column : row.properties()) {
            String name = column.getKey().substring(0, 1).toUpperCase(Locale.ROOT)
                    + column.getKey().substring(1);
            JsonNode value = column.getValue();
            if (value.isContainer() && !name.equals("Rowinformation")) {
                columns.put(name, value.toString());
            } else {
                columns.set(name, value);
            }
        }
        return columns;
    }
}
