package io.rapport.lake.duckdb;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/** Writes names, texts and lists of files into SQL. */
public final class SqlText {

    private SqlText() {}

    /** A name in double quotes. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    public static String names(Collection<String> names) {
        return names.stream().map(SqlText::name).collect(Collectors.joining(", "));
    }

    /** A text in single quotes. */
    public static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** A list of files, as {@code read_parquet} takes it. */
    public static String files(Collection<Path> files) {
        return files.stream().map(file -> literal(path(file))).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A file's path as the engine names it: absolute, with slashes. */
    public static String path(Path file) {
        return file.toAbsolutePath().normalize().toString().replace('\\', '/');
    }
}
