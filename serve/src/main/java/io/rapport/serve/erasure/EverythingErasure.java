package io.rapport.serve.erasure;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.retention.Erased;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.erasure.Certificate.FileCount;
import io.rapport.serve.erasure.DataErasures.Open;
import io.rapport.serve.home.Home;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Erases everything that a home holds of anybody: all datasets, tables of runs, profiles, extractions, counts, logs, connections,
 * and what the state database says of them. What stays is how the home is set up, the access log, the suppression list and
 * the certificates. Broken off anywhere, it is done by running it again.
 */
public final class EverythingErasure {

    /** Tables of the state database that stay: they hold nothing of the data. */
    static final Set<String> KEPT = Set.of(
            "access_log",
            "api_key",
            "data_erasure",
            "lake_change",
            "lake_checkpoint",
            "lake_commit",
            "lake_ended_source",
            "lake_file",
            "lake_home",
            "lake_suppression",
            "lake_writer",
            "person_erasure",
            "scheduled_tasks",
            "setting",
            "sign_in_provider");

    private final Home home;
    private final ServeState state;
    private final Lake lake;
    private final InstantSource instants;
    private final DataErasures asked;

    public EverythingErasure(Home home, ServeState state, Lake lake, InstantSource instants) {
        this.home = home;
        this.state = state;
        this.lake = lake;
        this.instants = instants;
        this.asked = new DataErasures(home, state, instants);
    }

    /**
     * Erases it, and writes the certificate. What other processes land meanwhile without a connection lands afterwards.
     *
     * @param by who does, as people know them
     * @param from where, as the access log has it
     * @throws RapportException {@link PersonErasureError#NOT_EMPTY} where something is left
     */
    public EverythingCertificate erase(String by, String from, Progress progress) {
        asked.noteFinished(from);
        Open one = begin(by, from);
        progress.report("Ending connections, and erasing what is in the lake", 0, -1);
        for (GraphConnection connection : new GraphConnections(state).list()) {
            lake.end(connection.source());
        }
        for (Connection connection : new Connections(state).list()) {
            lake.end(connection.source());
        }
        Erased erased = lake.eraseAll();
        progress.report("Erasing what was made of the data", 0, -1);
        Map<String, Long> files = new TreeMap<>();
        for (Path folder : folders()) {
            long deleted = delete(folder);
            if (deleted > 0) {
                files.put(String.valueOf(folder.getFileName()), deleted);
            }
        }
        Map<String, Long> tables = emptyTables();
        asked.forgetConnections();
        lake.settleErasure();
        progress.report("Looking whether anything is left", 0, -1);
        prove();
        EverythingCertificate certificate = new EverythingCertificate(
                one.erasure(),
                instants.instant(),
                erased,
                files,
                tables,
                one.found().home(),
                FileCount.of(home));
        new Certificates(home).write(certificate.name(), certificate.fields(), certificate.lines());
        asked.finish(one.erasure(), from);
        return certificate;
    }

    /** One that was broken off goes on. */
    private Open begin(String by, String from) {
        for (Open open : asked.listOpen()) {
            if (open.erasure().isOfEverything()) {
                asked.resume(open.erasure(), by, from);
                return open;
            }
        }
        return asked.begin("", new Found("", List.of(), 0, FileCount.of(home)), null, by, from);
    }

    private List<Path> folders() {
        return List.of(
                home.output(), home.profiles(), home.extractions(), home.insights(), home.rejects(), home.logs());
    }

    private static long delete(Path folder) {
        try {
            return FolderTree.delete(folder);
        } catch (IOException e) {
            throw new RapportException(
                    PersonErasureError.PERSON_FILES,
                    folder + " can't be deleted. Check its owner, and that no program holds its files; then run the"
                            + " erasure again.",
                    e);
        }
    }

    /** Rows by table, of those that held any. */
    private Map<String, Long> emptyTables() {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : tables()) {
            long count = count(table);
            int unused = state.run(db -> db.sql("delete from " + name(table)).update());
            if (count > 0) {
                rows.put(table, count);
            }
        }
        return rows;
    }

    private List<String> tables() {
        return state.textColumns().keySet().stream()
                .filter(table -> !KEPT.contains(table) && !table.startsWith("sqlite_") && !table.startsWith("flyway_"))
                .sorted()
                .toList();
    }

    private long count(String table) {
        return state.run(db ->
                db.sql("select count(*) from " + name(table)).query(Long.class).single());
    }

    private void prove() {
        List<String> rest = new ArrayList<>();
        lake.snapshot()
                .files()
                .forEach(file -> rest.add(home.folder().relativize(file.path()).toString()));
        for (Path folder : folders()) {
            FileTraces.files(folder)
                    .forEach(file -> rest.add(home.folder().relativize(file).toString()));
        }
        FileTraces.files(home.lake())
                .forEach(file -> rest.add(home.folder().relativize(file).toString()));
        tables().stream().filter(table -> count(table) > 0).forEach(table -> rest.add("table " + table));
        if (!rest.isEmpty()) {
            throw new RapportException(
                    PersonErasureError.NOT_EMPTY,
                    "The erasure is not complete: " + rest.size() + " places still hold something, the first is "
                            + rest.get(0)
                            + ". End servers and other commands on this home, then run the erasure again.");
        }
    }

    private static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
