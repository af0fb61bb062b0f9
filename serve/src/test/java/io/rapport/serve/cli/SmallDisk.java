package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk of 48 MB in memory, which a process may mount in a namespace of its own.
 *
 * @param folder where scripts run; the disk is {@code disk} in it, and the home {@code disk/home}
 */
record SmallDisk(Path folder) {

    private static final Path JAR = Path.of("target", "rapport.jar").toAbsolutePath();
    private static final int NO_MOUNT = 77;

    /**
     * Runs a script in which {@code rapport NAME WORDS...} leaves NAME.code, NAME.out and NAME.err behind. Skips the test
     * where nobody may mount.
     */
    void run(String script) throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("disk"));
        String whole = "set -u\n"
                + "mount -t tmpfs -o size=48m tmpfs disk || exit " + NO_MOUNT + "\n"
                + "rapport() { name=$1; shift; " + String.join(" ", words(Path.of("disk/home")))
                + " \"$@\" >\"$name.out\" 2>\"$name.err\"; echo $? >\"$name.code\"; }\n" + script;
        Path file = Files.writeString(folder.resolve("script"), whole);
        ProcessBuilder builder = new ProcessBuilder("unshare", "-rm", "sh", file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("script.log").toFile());
        builder.environment().put("RAPPORT_SPARK", Typed.SPARK.toString());
        int code = builder.start().waitFor();
        String log = Files.readString(folder.resolve("script.log"));
        Assumptions.assumeFalse(
                code == NO_MOUNT || log.contains("unshare"),
                "this machine lets nobody mount a disk of his own: " + log);
        assertThat(code).as(log).isZero();
    }

    Finished finished(String name) throws IOException {
        return new Finished(
                Integer.parseInt(
                        Files.readString(folder.resolve(name + ".code")).strip()),
                Files.readString(folder.resolve(name + ".out")),
                Files.readString(folder.resolve(name + ".err")));
    }

    /** The program on a home, as a process is started. */
    static List<String> words(Path home, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                JAR.toString(),
                "--home",
                home.toString(),
                "--memory",
                "2GB",
                "--quiet"));
        command.addAll(List.of(words));
        return command;
    }
}
