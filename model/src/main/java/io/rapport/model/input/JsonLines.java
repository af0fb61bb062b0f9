package io.rapport.model.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Writes flat JSON objects, one per line. Not thread-safe. */
final class JsonLines implements Closeable {

    private static final String HEX = "0123456789abcdef";

    private final Writer out;

    JsonLines(Writer out) {
        this.out = out;
    }

    /** Begins a line with its number. */
    void begin(long rowNumber) throws IOException {
        out.write("{\"row_number\":");
        out.write(Long.toString(rowNumber));
    }

    /** A null value is left out. */
    void text(String name, @Nullable String value) throws IOException {
        if (value == null) {
            return;
        }
        name(name);
        out.write('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.write('\\');
                out.write(c);
            } else if (c < ' ') {
                out.write("\\u00");
                out.write(HEX.charAt(c >> 4));
                out.write(HEX.charAt(c & 15));
            } else {
                out.write(c);
            }
        }
        out.write('"');
    }

    void flag(String name, boolean value) throws IOException {
        name(name);
        out.write(Boolean.toString(value));
    }

    void end() throws IOException {
        out.write("}\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void name(String name) throws IOException {
        out.write(",\"");
        out.write(name);
        out.write("\":");
    }
}
