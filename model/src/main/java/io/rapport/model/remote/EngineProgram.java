package io.rapport.model.remote;

import io.rapport.core.error.RapportException;
import io.rapport.model.run.RunError;
import io.rapport.model.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An engine that is a program of its own in Java: starts it in a process, with a folder that goes when the process does.
 *
 * <p>Where an archive of its classes lies beside it under its name ({@code model-spark.jsa}), it starts with that; one of
 * another jar or Java is passed over in silence.
 *
 * @param jar the program; names its libraries itself
 * @param options more for its Java, after those that every engine gets
 * @param words what the program is told, before its folder
 * @param heapBytes Java's heap there
 * @param temporary the home's folder for what doesn't fit into memory
 */
public record EngineProgram(Path jar, List<String> options, List<String> words, long heapBytes, Path temporary)
        implements EngineStart {

    public EngineProgram {
        options = List.copyOf(options);
        words = List.copyOf(words);
    }

    @Override
    public EngineProcess start() {
        RunFolder folder = RunFolder.create(temporary.resolve("engine-" + UUID.randomUUID()));
        List<String> command = command(folder);
        try {
            return new ProgramProcess(
                    new ProcessBuilder(command)
                            // What an engine prints may quote rows.
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start(),
                    folder);
        } catch (IOException e) {
            folder.close();
            throw new RapportException(
                    RunError.ENGINE_LOST, "The engine can't be started: " + command.get(0) + " doesn't run.", e);
        }
    }

    private List<String> command(RunFolder folder) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                // What Java itself has to say may not come between the answers.
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xmx" + (heapBytes >> 20) + "m",
                "-XX:MaxMetaspaceSize=256m",
                // Of which it takes half anyway: it need not be collected on the way there.
                "-XX:MetaspaceSize=128m",
                // An engine generates and loads much that it calls a few times: compiling that takes more than it
                // gives.
                "-XX:CompileThresholdScaling=3",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:ReservedCodeCacheSize=128m",
                "-XX:+UseParallelGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + folder.path()));
        Path classes = classes();
        if (Files.isRegularFile(classes)) {
            command.add("-XX:SharedArchiveFile=" + classes);
        }
        command.addAll(options);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(words);
        command.add(folder.path().toString());
        return command;
    }

    private Path classes() {
        return jar.resolveSibling(String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "") + ".jsa");
    }
}
