package io.rapport.serve.enrichment;

import io.rapport.core.error.RapportException;
import io.rapport.model.remote.EngineProcess;
import io.rapport.model.remote.EngineStart;
import io.rapport.model.run.RunError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Starts Spark in a process of its own.
 *
 * @param program the jar that has it; names its libraries itself
 * @param master where it runs, as Spark writes it
 * @param heapBytes Java's heap there
 * @param temporary the home's folder for what doesn't fit into memory
 */
public record SparkStart(Path program, String master, long heapBytes, Path temporary) implements EngineStart {

    @Override
    public EngineProcess start() {
        RunFolder folder = RunFolder.create(temporary.resolve("spark-" + UUID.randomUUID()));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-Xmx" + (heapBytes >> 20) + "m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:ReservedCodeCacheSize=128m",
                "-XX:+UseParallelGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + folder.path(),
                "-jar",
                program.toString(),
                master,
                folder.path().toString());
        try {
            return new SparkProcess(
                    new ProcessBuilder(command)
                            // What Spark prints may quote rows.
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start(),
                    folder);
        } catch (IOException e) {
            folder.close();
            throw new RapportException(
                    RunError.ENGINE_LOST, "Spark can't be started: " + command.get(0) + " doesn't run.", e);
        }
    }
}
