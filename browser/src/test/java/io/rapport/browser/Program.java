package io.rapport.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line on a home, in a process of its own: what it needs is gone when the browser comes. */
final class Program {

    private Program() {}

    static void run(Path home, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx600m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.rapport.serve.cli.Main"));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", home.toString(), "--memory=2GB"));
        Path log = home.resolve(words[0] + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(words[0] + " failed; see " + log);
        }
    }
}
