package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.api.client.RemoteCode;
import io.rapport.serve.api.client.ServerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings the tables of a server's latest run here, or a segment: all files or none, and all of one run. */
final class ServedExport {

    private static final List<String> TABLES = List.of("engagement", "score");
    private static final List<String> OF_ADMINISTRATORS = List.of("people", "coverage");
    private static final int NOT_FOUND = 404;

    private final Session session;
    private final ServerApi server;
    private final ExportFormat format;

    ServedExport(Session session, ServerApi server, ExportFormat format) {
        this.session = session;
        this.server = server;
        this.format = format;
    }

    /** @param enrichment whose segment it is; empty for any */
    void run(String name, String enrichment, Path out) {
        if (format == ExportFormat.CDM) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    "A server sends csv, parquet and jsonl. It writes Common Data Model folders after each run: set that at"
                            + " the enrichment, or use this command on the home.");
        }
        Path target = out.toAbsolutePath().normalize();
        Path unfinished = ServedFolder.unfinished(target);
        try {
            Map<?, ?> run = enrichment.isEmpty() ? findRun(name).orElse(null) : null;
            if (run == null) {
                run = bringSegment(name, enrichment, unfinished);
            } else {
                bringTables(String.valueOf(run.get("run")), unfinished);
            }
            show(name, run, place(unfinished, target));
        } catch (IOException e) {
            throw ServedFolder.deleted(unfinished, ServedFolder.unwritable(out, e));
        } catch (RapportException refused) {
            throw ServedFolder.deleted(unfinished, refused);
        }
    }

    /** The latest run of an output table, as the server resolves it; empty where there is no such table. */
    private Optional<Map<?, ?>> findRun(String output) {
        try {
            return Optional.of(query(server.get("/overview", Map.of("enrichment", output))));
        } catch (RapportException refused) {
            if (refused.code() instanceof RemoteCode remote && remote.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private void bringTables(String run, Path folder) {
        String tables = "/runs/" + ServerApi.encoded(run) + "/tables/";
        TABLES.forEach(table -> bring(tables + table, folder));
        try {
            OF_ADMINISTRATORS.forEach(table -> bring(tables + table, folder));
        } catch (RapportException refused) {
            if (!(refused.code() instanceof RemoteCode remote && remote.isRefusal())) {
                throw refused;
            }
            session.console().note("People and coverage are for administrators, and this key is not one's.");
        }
    }

    private Map<?, ?> bringSegment(String name, String enrichment, Path folder) {
        Map<String, ?> segments = server.list("/segments", Map.of("enrichment", enrichment), ServerApi.MOST);
        String members = "/segments/" + ServerApi.encoded(SegmentsCommand.id(segments, name)) + "/members";
        Map<?, ?> run = query(server.get(members, Map.of("enrichment", enrichment, "limit", "1")));
        bring(members + (enrichment.isEmpty() ? "" : "?enrichment=" + ServerApi.encoded(enrichment)), folder);
        return run;
    }

    private void bring(String path, Path folder) {
        server.download(path, format.mediaType(), name -> ServedFolder.plain(folder, name));
    }

    /** Into the folder, which is made where it is missing; files of the same names are replaced. */
    private static List<Path> place(Path unfinished, Path target) throws IOException {
        Files.createDirectories(target);
        List<Path> placed = new ArrayList<>();
        try (Stream<Path> come = Files.list(unfinished)) {
            for (Path file : come.sorted().toList()) {
                placed.add(Files.move(
                        file, target.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING));
            }
        }
        long unused = FolderTree.delete(unfinished);
        return placed;
    }

    private void show(String name, Map<?, ?> run, List<Path> files) {
        if (session.console().isJson()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("name", name);
            fields.put("output", run.get("output"));
            fields.put("run", run.get("run"));
            fields.put("asOf", run.get("asOf"));
            fields.put("files", files);
            session.console().json(fields);
            return;
        }
        session.console().line(name + ", as of " + run.get("asOf") + ":");
        files.forEach(file -> session.console().line("  " + file));
    }

    private static Map<?, ?> query(Map<String, @Nullable Object> answer) {
        return answer.get("query") instanceof Map<?, ?> query ? query : Map.of();
    }
}
