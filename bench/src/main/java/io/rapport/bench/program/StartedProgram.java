package io.rapport.bench.program;

import io.rapport.bench.measure.JavaOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program as a process of its own, small and quick to start.
 *
 * @param jar built by {@code ./rapport}; classes that lie beside it in {@code rapport.jsa} are shared
 * @param folder where its output goes
 */
public record StartedProgram(Path jar, Path folder) {

    private static final long PATIENCE_SECONDS = 300;
    private static final String OUT = "out.txt";
    private static final String ERR = "err.txt";

    /** What came of it; output and errors as text. */
    public record Ended(int code, String out, String err) {}

    public Process start(Path home, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                JavaOptions.CLASSES,
                "-Xshare:auto",
                "-Xlog:disable"));
        command.addAll(JavaOptions.COLLECTOR);
        command.addAll(JavaOptions.QUICK_COMPILER);
        Path archive = jar.resolveSibling("rapport.jsa");
        if (Files.exists(archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(List.of("-jar", jar.toString(), "--home", home.toString(), "--memory", "1GB", "--quiet"));
        command.addAll(words);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(OUT).toFile())
                .redirectError(folder.resolve(ERR).toFile())
                .start();
    }

    /** Waits for its end. */
    public Ended run(Path home, List<String> words) throws IOException, InterruptedException {
        Process process = start(home, words);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(words.get(0) + " still runs after " + PATIENCE_SECONDS + " s");
        }
        return new Ended(
                process.exitValue(), Files.readString(folder.resolve(OUT)), Files.readString(folder.resolve(ERR)));
    }

    /** As {@link #run}, where nothing may fail. */
    public String done(Path home, String... words) throws IOException, InterruptedException {
        Ended ended = run(home, List.of(words));
        if (ended.code() != 0) {
            throw new IllegalStateException(words[0] + " ended with " + ended.code() + ": " + ended.err());
        }
        return ended.out();
    }
}
