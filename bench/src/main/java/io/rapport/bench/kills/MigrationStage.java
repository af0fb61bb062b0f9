package io.rapport.bench.kills;

import io.rapport.bench.program.FolderCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The first command on a home of an earlier version: the next one goes on where it was killed.
 *
 * @param homes kept homes: their files, and their state as SQL in {@code state.sql}
 */
record MigrationStage(Ground ground, Path homes) implements Stage {

    private static final String STATE = "state.sql";

    @Override
    public String name() {
        return "migration";
    }

    @Override
    public void prepare() throws IOException {
        if (!Files.isDirectory(homes)) {
            throw new IOException(
                    homes.toAbsolutePath() + " is not there. Name the homes of earlier versions: --homes.");
        }
    }

    /** The oldest one has the most to be done. */
    private Path oldest() throws IOException {
        try (Stream<Path> found = Files.list(homes)) {
            return found.sorted().findFirst().orElseThrow();
        }
    }

    @Override
    public void lay(Path place) throws IOException {
        FolderCopy.copy(oldest(), home(place));
        List<String> lines = Files.readAllLines(home(place).resolve(STATE));
        Files.delete(home(place).resolve(STATE));
        try (Connection connection = open(place);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String line : lines) {
                statement.execute(line);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IOException("the state of " + oldest() + " can't be laid out", e);
        }
    }

    private Connection open(Path place) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + home(place).resolve("rapport.db"));
    }

    @Override
    public Path home(Path place) {
        return place.resolve("home");
    }

    @Override
    public List<String> words(Path place) {
        return List.of("profiles");
    }

    /** The same: what opens the lake would migrate that too, which the calm trial's command does not. */
    @Override
    public List<String> anyWords() {
        return List.of("profiles");
    }

    /** Before it is done nobody sees anything of it. */
    @Override
    public boolean look(Path place, Path calm) throws IOException {
        return state(place).equals(state(calm));
    }

    @Override
    public String result(Path place) throws IOException, InterruptedException {
        return String.join("\n", state(place)) + "\n"
                + ground.program().done(home(place), "profiles", "--json")
                + ground.rows().settled(home(place)) + "\n"
                + Trees.kinds(home(place), Ground.PARTS);
    }

    /** Tables and rows, but for the times at which tables were made and what a process says of itself. */
    private Set<String> state(Path place) throws IOException {
        Set<String> state = new TreeSet<>();
        try (Connection connection = open(place);
                Statement statement = connection.createStatement()) {
            try (ResultSet tables =
                    statement.executeQuery("select name, sql from sqlite_master where type = 'table'")) {
                while (tables.next()) {
                    state.add(tables.getString(1) + " " + tables.getString(2));
                }
            }
            for (String table : List.copyOf(state)) {
                String name = table.substring(0, table.indexOf(' '));
                if (!name.startsWith("sqlite")) {
                    try (ResultSet rows = statement.executeQuery("select * from \"" + name + "\"")) {
                        while (rows.next()) {
                            state.add(name + line(rows));
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new Fault("the state database can't be read after a kill: " + e.getMessage());
        }
        return state;
    }

    private static String line(ResultSet rows) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String column = rows.getMetaData().getColumnName(i);
            if (!Set.of("installed_on", "execution_time", "lease_until").contains(column)) {
                line.append(' ').append(rows.getString(i));
            }
        }
        return line.toString();
    }
}
