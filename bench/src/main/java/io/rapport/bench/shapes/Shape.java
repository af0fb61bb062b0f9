package io.rapport.bench.shapes;

/** A way in which exports are written. */
public enum Shape {
    LINES("JSON lines"),
    PRETTY("objects over many lines"),
    LIST("one list"),
    UTF16("JSON lines in UTF-16"),
    GZIP("JSON lines, gzipped"),
    TEXT_COLUMNS("PascalCase, objects as JSON in text"),
    PARQUET("Parquet");

    private final String words;

    Shape(String words) {
        this.words = words;
    }

    /** As a table names it. */
    public String words() {
        return words;
    }
}
