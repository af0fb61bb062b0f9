package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.lake.manifest.Durable;
import io.rapport.serve.api.client.ServerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Extracts a dataset on a server and brings its files here, all or nothing: until all are there and are what the server's
 * manifests say, they lie beside their place. Then the server's are deleted.
 */
final class ServedExtract {

    private static final String MANIFEST = "manifest.json";

    private ServedExtract() {}

    /** @param request fields of the request; absent ones are null */
    static void run(Session session, ServerApi server, Map<String, @Nullable Object> request, Path out) {
        if (Files.exists(out)) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    "--out is " + out + ", which is there already. Name a folder that is not.");
        }
        Map<String, Object> said = new LinkedHashMap<>();
        request.forEach((name, value) -> {
            if (value != null && !value.equals(List.of())) {
                said.put(name, value);
            }
        });
        Map<String, @Nullable Object> made = server.post("/extractions", said);
        String path = "/extractions/" + ServerApi.encoded(String.valueOf(made.get("id")));
        if (made.get("job") != null) {
            ServedJob.await(session, server, made.get("job"));
        }
        Map<String, @Nullable Object> done = server.get(path, Map.of());
        Path target = out.toAbsolutePath().normalize();
        Path unfinished = ServedFolder.unfinished(target);
        long files;
        try {
            files = bring(server, path, done, unfinished);
            Files.move(unfinished, target);
        } catch (IOException e) {
            throw ServedFolder.deleted(unfinished, ServedFolder.unwritable(out, e));
        } catch (RapportException refused) {
            throw ServedFolder.deleted(unfinished, refused);
        }
        server.delete(path);
        if (session.console().isJson()) {
            session.console().json(done);
        } else {
            session.console()
                    .line(Words.many(done.get("rows") instanceof Long rows ? rows : 0, "row") + " of "
                            + done.get("dataset") + " in " + Words.many(files, "file") + ": " + out);
        }
    }

    private static long bring(ServerApi server, String path, Map<String, ?> done, Path out) throws IOException {
        long files = 0;
        for (Map<?, ?> region : objects(done.get("regions"))) {
            String name = String.valueOf(region.get("region"));
            Path folder = folder(out, name);
            String below = path + "/files/" + ServerApi.encoded(name) + "/";
            for (Map<?, ?> file : objects(region.get("files"))) {
                String called = String.valueOf(file.get("name"));
                Path target = ServedFolder.plain(folder, called);
                server.download(below + ServerApi.encoded(called), target);
                if (!Durable.digestAndSync(target).equals(file.get("sha256"))) {
                    throw new RapportException(
                            CliError.ANSWER_DAMAGED,
                            name + "/" + called + " is not what the server's manifest says: its SHA-256 is another one."
                                    + " The extraction is still on the server; ask for it again.");
                }
                files++;
            }
            server.download(below + MANIFEST, folder.resolve(MANIFEST));
        }
        return files;
    }

    private static Path folder(Path out, String region) throws IOException {
        return Files.createDirectories(ServedFolder.plain(out, region));
    }

    private static List<Map<?, ?>> objects(@Nullable Object list) {
        return list instanceof List<?> found
                ? found.stream()
                        .<Map<?, ?>>map(one -> one instanceof Map<?, ?> map ? map : Map.of())
                        .toList()
                : List.of();
    }
}
