package io.rapport.lake.parquet;

import io.rapport.lake.parquet.EngineType.Field;
import io.rapport.lake.parquet.EngineType.ListType;
import io.rapport.lake.parquet.EngineType.Plain;
import io.rapport.lake.parquet.EngineType.StructType;
import java.util.ArrayList;
import java.util.List;

/** Reads the engine's descriptions of types, from left to right. */
final class EngineTypeParser {

    private static final String STRUCT = "STRUCT(";

    private final String text;
    private int at;

    EngineTypeParser(String text) {
        this.text = text;
    }

    EngineType type() {
        EngineType type = text.startsWith(STRUCT, at) ? struct() : plain();
        while (at < text.length() && text.charAt(at) == '[') {
            at = text.indexOf(']', at) + 1;
            type = new ListType(type);
        }
        return type;
    }

    private EngineType struct() {
        at += STRUCT.length();
        List<Field> fields = new ArrayList<>();
        while (text.charAt(at) != ')') {
            String name = name();
            at++;
            fields.add(new Field(name, type()));
            if (text.charAt(at) == ',') {
                at += 2;
            }
        }
        at++;
        return new StructType(fields);
    }

    private String name() {
        if (text.charAt(at) != '"') {
            int from = at;
            at = text.indexOf(' ', at);
            return text.substring(from, at);
        }
        StringBuilder name = new StringBuilder();
        for (at++; ; at++) {
            if (text.charAt(at) == '"') {
                at++;
                if (at == text.length() || text.charAt(at) != '"') {
                    return name.toString();
                }
            }
            name.append(text.charAt(at));
        }
    }

    /** Up to the comma, bracket or end that stands outside its own brackets. */
    private EngineType plain() {
        int from = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (depth == 0 && (c == ',' || c == ')' || c == '[')) {
                break;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            at++;
        }
        return new Plain(text.substring(from, at));
    }
}
