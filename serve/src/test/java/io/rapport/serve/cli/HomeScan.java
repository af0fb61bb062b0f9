package io.rapport.serve.cli;

import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Looks for a word in everything that a home holds: raw bytes, and what compressed and paged formats hold as text. */
final class HomeScan {

    private final DuckDb engine;
    private final String word;

    /** @param word searched for without regard to case */
    HomeScan(DuckDb engine, String word) {
        this.engine = engine;
        this.word = word.toLowerCase(Locale.ROOT);
    }

    static List<Path> files(Path home) throws IOException {
        try (Stream<Path> tree = Files.walk(home)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The files that hold the word. */
    List<Path> find(Path home) throws IOException, SQLException {
        List<Path> found = new ArrayList<>();
        for (Path file : files(home)) {
            if (isIn(file)) {
                found.add(file);
            }
        }
        return found;
    }

    boolean isIn(Path file) throws IOException, SQLException {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        return isIn(new String(bytes, StandardCharsets.ISO_8859_1))
                || (name.endsWith(".parquet") && isIn(parquet(file)))
                || (name.endsWith(".db") && isIn(sqlite(file)))
                || (name.endsWith(".gz") && isIn(gzip(bytes)));
    }

    /** Also as UTF-16, where zeros stand between the letters. */
    boolean isIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains(word) || lower.replace("\0", "").contains(word);
    }

    private String parquet(Path file) {
        try (DuckDbSession session = engine.connect()) {
            String path = SqlText.literal(SqlText.path(file));
            List<String> text = new ArrayList<>(session.list(
                    "reading rows",
                    "select cast(landed as varchar) from read_parquet(" + path + ") as landed",
                    row -> row.getString(1)));
            text.addAll(session.list(
                    "reading statistics",
                    "select cast(part as varchar) from parquet_metadata(" + path + ") as part",
                    row -> row.getString(1)));
            return String.join("\n", text);
        }
    }

    private static String gzip(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String sqlite(Path file) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("select name from sqlite_master where type = 'table'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            text.append(rows.getString(i)).append('\n');
                        }
                    }
                }
            }
        }
        return text.toString();
    }
}
