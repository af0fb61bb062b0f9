package io.rapport.serve.run;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables that runs have delivered: for each name the files of the latest run. */
public final class DeliveredTables {

    private static final String ENDING = ".parquet";

    private DeliveredTables() {}

    /** Files by table name. */
    public static Map<String, List<Path>> of(Home home, RunLog runs) {
        Map<String, List<Path>> tables = new HashMap<>();
        for (Run run : runs.list()) {
            Path folder = home.output().resolve(run.request().output()).resolve(run.id());
            if (run.state().isDelivered() && Files.isDirectory(folder)) {
                for (Path file : parquetFiles(folder)) {
                    String name = file.getFileName().toString();
                    tables.putIfAbsent(name.substring(0, name.length() - ENDING.length()), List.of(file));
                }
            }
        }
        return tables;
    }

    private static List<Path> parquetFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED, "The folder " + folder + " can't be read. Check its owner.", e);
        }
    }
}
