package io.rapport.serve.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program as a process of its own, small and quick to start. */
final class Program {

    private static final Path JAR = Path.of("target", "rapport.jar").toAbsolutePath();

    private static final List<String> SHARED = SharedClasses.options(JAR);

    private Program() {}

    /** Java itself, with the options that the launcher gives it. */
    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1");
    }

    /** What starts it on a home. */
    static List<String> words(Path home, List<String> words) {
        List<String> all = new ArrayList<>(java());
        all.addAll(SHARED);
        all.addAll(List.of("-jar", JAR.toString(), "--home", home.toString(), "--memory", "2GB", "--quiet"));
        all.addAll(words);
        return all;
    }

    /** @param folder in which it runs, and where its output goes */
    static Process start(Path folder, Path home, List<String> words) throws IOException {
        return Finished.prepare(folder, Map.of(), words(home, words)).start();
    }
}
