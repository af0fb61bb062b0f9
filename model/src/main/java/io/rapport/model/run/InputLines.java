package io.rapport.model.run;

import io.rapport.core.error.RapportException;
import io.rapport.model.engine.RunInput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the small inputs of a run as JSON lines; values are text, numbers, booleans or null. */
public final class InputLines {

    private InputLines() {}

    /** @throws RapportException {@link RunError#RUN_FILE} */
    public static Path write(Path folder, RunInput input, Stream<List<@Nullable Object>> rows) {
        Path file = folder.resolve(input.relation() + ".jsonl");
        List<String> names = new ArrayList<>(input.columns().keySet());
        try (BufferedWriter out = Files.newBufferedWriter(file);
                rows) {
            for (List<@Nullable Object> row : (Iterable<List<@Nullable Object>>) rows::iterator) {
                out.write(line(names, row));
            }
        } catch (IOException e) {
            throw new RapportException(
                    RunError.RUN_FILE,
                    "The run can't write its input " + input.relation()
                            + ". Look for space and rights in the home's tmp" + " folder.",
                    e);
        }
        return file;
    }

    /** A row's values, in the order of the input's columns. */
    public static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static String line(List<String> names, List<@Nullable Object> row) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < names.size(); i++) {
            Object value = row.get(i);
            json.append(i == 0 ? "" : ",").append('"').append(names.get(i)).append("\":");
            if (value == null || value instanceof Number || value instanceof Boolean) {
                json.append(value);
            } else {
                appendText(json, value.toString());
            }
        }
        return json.append("}\n").toString();
    }

    private static void appendText(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
