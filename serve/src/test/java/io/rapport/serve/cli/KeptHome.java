package io.rapport.serve.cli;

import io.rapport.lake.state.PostgresServer;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * A home as an earlier version left it, in {@code src/test/resources/homes/lake-N-serve-M}: its files, and its state as SQL,
 * one statement a line. N and M are the versions of the tables. {@code KeptHomeMaker} makes one of the present version.
 */
record KeptHome(Path folder) {

    private static final Path ALL = Path.of("src", "test", "resources", "homes");
    private static final String STATE = "state.sql";

    static List<KeptHome> all() throws IOException {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(KeptHome::new)
                    .toList();
        }
    }

    static Path ofVersion(int lake, int serve) {
        return ALL.resolve("lake-" + lake + "-serve-" + serve);
    }

    int lake() {
        return version(1);
    }

    int serve() {
        return version(3);
    }

    private int version(int part) {
        return Integer.parseInt(folder.getFileName().toString().split("-", -1)[part]);
    }

    /** Puts it into an empty home, with its state in SQLite. */
    void open(Path home) throws IOException, SQLException {
        copyFiles(home);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("rapport.db"));
                Statement statement = connection.createStatement()) {
            for (String line : lines()) {
                statement.execute(line);
            }
        }
    }

    /** Puts it into an empty home, with its state in PostgreSQL. */
    void openOnPostgres(Path home) throws IOException {
        copyFiles(home);
        String schema = PostgresServer.schema(home);
        migrate(PostgresServer.url(schema), "lake", lake());
        migrate(PostgresServer.url(schema), "serve", serve());
        PostgresServer.execute(
                schema,
                "set session_replication_role = replica; "
                        + lines().stream()
                                .filter(line -> line.startsWith("insert into ")
                                        && !line.startsWith("insert into flyway")
                                        && !line.startsWith("insert into sqlite"))
                                .map(line -> line.replaceFirst("\\) values \\(", ") overriding system value values ("))
                                .collect(Collectors.joining(" "))
                        + " select setval(pg_get_serial_sequence('lake_commit', 'id'), (select max(id) from lake_commit));"
                        + " select setval(pg_get_serial_sequence('lake_file', 'id'), (select max(id) from lake_file));");
    }

    /** Brings a PostgreSQL schema's tables to a version, as that version's program did. */
    static void migrate(String url, String room, int version) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/" + room + "/common", "classpath:db/" + room + "/postgresql")
                .table("flyway_schema_history_" + room)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(Integer.toString(version))
                .load()
                .migrate();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve(STATE));
    }

    private void copyFiles(Path home) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().equals(STATE)) {
                    Path copy = home.resolve(folder.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** Keeps a home of the present version, whose state is in SQLite. */
    void keep(Path home) throws IOException, SQLException {
        for (String part : List.of("lake", "output", "profiles", "home.id")) {
            try (Stream<Path> tree = Files.walk(home.resolve(part))) {
                for (Path file : tree.filter(Files::isRegularFile).toList()) {
                    Path copy = folder.resolve(home.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("rapport.db"));
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet objects = statement.executeQuery(
                    "select type, name, sql from sqlite_master where sql is not null and name not like 'sqlite%'"
                            + " order by case type when 'table' then 0 when 'index' then 1 else 2 end, rowid")) {
                while (objects.next()) {
                    if (objects.getString("type").equals("table")) {
                        tables.add(objects.getString("name"));
                    }
                    lines.add(oneLine(objects.getString("sql")) + ";");
                }
            }
            for (String table : tables) {
                lines.addAll(rows(statement, table));
            }
        }
        Files.write(folder.resolve(STATE), lines, StandardCharsets.UTF_8);
    }

    /** Comments of the migrations go, or they would swallow the rest of the line. */
    private static String oneLine(String sql) {
        return sql.lines()
                .map(line -> line.replaceFirst("--.*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("select name, type from pragma_table_info('" + table + "')")) {
            while (found.next()) {
                columns.add("\"" + found.getString(1) + "\"");
                types.add(found.getString(2).toLowerCase(java.util.Locale.ROOT));
            }
        }
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select " + String.join(", ", columns) + " from " + table)) {
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(literal(rows.getObject(i), types.get(i - 1)));
                }
                lines.add("insert into " + table + " (" + String.join(", ", columns) + ") values ("
                        + String.join(", ", values) + ");");
            }
        }
        return lines;
    }

    private static String literal(Object value, String type) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Number number) {
            return type.equals("boolean") ? Boolean.toString(number.longValue() != 0) : number.toString();
        }
        String text = value.toString();
        if (value instanceof byte[] || text.contains("\n")) {
            throw new IllegalStateException("a value that is no text of one line");
        }
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
