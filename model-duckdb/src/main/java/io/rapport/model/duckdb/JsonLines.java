package io.rapport.model.duckdb;

/**
 * Files with an object a line, in DuckDB's words. Whoever writes one puts each line together as a text: the engine's own way
 * over a struct takes half as long again.
 */
public final class JsonLines {

    /** Of a copy of one column of lines, which the engine shall not quote; no JSON holds this character unescaped. */
    public static final String COPY = "format csv, header false, delimiter e'\\x01', quote '', escape ''";

    private JsonLines() {}

    /** A text, a number or a flag as JSON; null where it is absent. */
    public static String value(String expression) {
        return "cast(to_json(" + expression + ") as varchar)";
    }
}
