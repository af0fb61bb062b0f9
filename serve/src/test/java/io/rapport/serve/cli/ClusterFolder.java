package io.rapport.serve.cli;

import io.rapport.model.run.OutputColumn;
import io.rapport.model.run.RunManifest;
import io.rapport.model.run.RunManifest.TableFile;
import io.rapport.serve.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder that a cluster's run delivers, out of the tables of a home's run: both write the same files. */
final class ClusterFolder {

    private ClusterFolder() {}

    /**
     * @param home in which an enrichment into Office ran once
     * @param folder not there yet
     */
    static Path write(Path home, Path folder, String enrichment, String... accounts) throws IOException {
        Path run;
        try (Stream<Path> runs = Files.list(home.resolve("output").resolve("Office"))) {
            run = runs.findFirst().orElseThrow();
        }
        Files.createDirectories(folder.resolve("pages"));
        List<String> names = new ArrayList<>();
        for (String table :
                List.of("Office", "Office_UserTable", "Office_Score", "Office_Coverage", "pages/relations")) {
            names.add(table + ".parquet");
            Files.copy(run.resolve(table + ".parquet"), folder.resolve(table + ".parquet"));
        }
        names.add(RunManifest.ACCOUNTS);
        Files.write(folder.resolve(RunManifest.ACCOUNTS), List.of(accounts));
        List<TableFile> files = new ArrayList<>();
        for (String name : names) {
            files.add(new TableFile(name, Files.size(folder.resolve(name)), sha256(folder.resolve(name))));
        }
        RunManifest manifest = new RunManifest(
                "0.1.0",
                OutputColumn.FORMULA_VERSION,
                java.util
                        .UUID
                        .nameUUIDFromBytes(folder.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString(),
                enrichment,
                "Office",
                LocalDate.of(2026, 11, 15),
                ZoneId.of("UTC"),
                "spark",
                Map.of("Recency", 10),
                Map.of("rollUp", false),
                Typed.NOON,
                Typed.NOON,
                42,
                List.of(),
                files);
        Files.writeString(folder.resolve(RunManifest.NAME), JsonText.of(manifest.fields()));
        Files.createFile(folder.resolve(RunManifest.COMPLETE));
        return folder;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
