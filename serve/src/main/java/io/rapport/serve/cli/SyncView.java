package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.SyncSummary;
import io.rapport.serve.connection.WatchedFile;
import io.rapport.serve.connection.WatchedFile.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A round of syncs on the command line: lines, or one JSON object. */
final class SyncView {

    private final Console console;

    SyncView(Console console) {
        this.console = console;
    }

    void show(
            Map<Connection, SyncSummary> summaries,
            Map<GraphConnection, io.rapport.connect.sync.SyncSummary> read,
            Map<String, RapportException> failures,
            List<Path> rejects) {
        if (console.isJson()) {
            List<Object> connections = new ArrayList<>();
            summaries.forEach((connection, summary) -> connections.add(json(connection, summary)));
            read.forEach((connection, summary) -> connections.add(TenantSyncView.json(connection, summary)));
            failures.forEach((connection, failure) -> connections.add(
                    Map.of("name", connection, "error", failure.code().name())));
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("connections", connections);
            fields.put("rejects", rejects);
            console.json(fields);
            return;
        }
        summaries.forEach(this::show);
        read.forEach((connection, summary) -> TenantSyncView.show(console, connection, summary));
        rejects.forEach(path -> console.line("Places and reasons of the rejected rows: " + path));
    }

    private void show(Connection connection, SyncSummary summary) {
        console.line(connection.name() + ": " + Words.many(summary.imported(), "file") + " imported, "
                + Words.count(summary.known()) + " already known, " + Words.count(summary.waiting()) + " waiting, "
                + Words.count(summary.setAside().size()) + " set aside");
        if (summary.imported() > 0) {
            console.line("  " + Words.many(summary.read(), "row") + " read: " + Words.count(summary.added())
                    + " added, " + Words.count(summary.replaced()) + " replaced, "
                    + Words.count(summary.unchanged()) + " unchanged, " + Words.count(summary.superseded())
                    + " superseded, " + Words.count(summary.rejected()) + " rejected");
            former(console, summary.former());
        }
        if (summary.waiting() > 0) {
            console.note("Files that changed in the last 30 seconds may still be written; a later sync imports them.");
        }
        summary.setAside().forEach(file -> console.note("Set aside: " + file.reason()));
    }

    /** What retention keeps out. */
    static void former(Console console, long rows) {
        if (rows > 0) {
            console.line("  " + Words.many(rows, "row") + " of months that are no longer kept did not land");
        }
    }

    private static Map<String, Object> json(Connection connection, SyncSummary summary) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", connection.name());
        fields.put("imported", summary.imported());
        fields.put("known", summary.known());
        fields.put("waiting", summary.waiting());
        fields.put("newlySetAside", summary.newlySetAside());
        fields.put("setAside", setAside(summary.setAside()));
        fields.put("read", summary.read());
        fields.put("added", summary.added());
        fields.put("replaced", summary.replaced());
        fields.put("unchanged", summary.unchanged());
        fields.put("superseded", summary.superseded());
        fields.put("rejected", summary.rejected());
        fields.put("former", summary.former());
        return fields;
    }

    /** The files that are set aside, for programs. */
    static List<Map<String, @Nullable Object>> setAside(List<WatchedFile> files) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (WatchedFile file : files) {
            if (file.state() == State.SET_ASIDE) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                fields.put("path", file.path());
                fields.put("code", file.reasonCode());
                fields.put("reason", file.reason());
                fields.put("sha256", file.sha256());
                all.add(fields);
            }
        }
        return all;
    }
}
