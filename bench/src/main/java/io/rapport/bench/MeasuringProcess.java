package io.rapport.bench;

import io.rapport.bench.measure.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a process for each measurement, with the options that the launcher gives the commands, so that peak memory is
 * the measurement's own. Not thread-safe.
 */
final class MeasuringProcess {

    private static final int MEGABYTE = 1_000_000;

    private final Path folder;
    private int count;

    /** @param folder where homes and files of measurements lie; the caller removes it */
    MeasuringProcess(Path folder) {
        this.folder = folder;
    }

    /**
     * Waits for the measurement's end.
     *
     * @param memory of the whole process, in megabytes
     */
    Figures run(Measurement measurement, long emails, int memory) {
        try {
            Path work = Files.createDirectory(folder.resolve("work-" + ++count));
            Process process = new ProcessBuilder(command(measurement, emails, memory, work))
                    .inheritIO()
                    .start();
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(
                        "measuring " + measurement + " at " + emails + " emails ended with " + code + "; see above");
            }
            return Figures.read(work.resolve(MeasureCommand.FIGURES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring " + measurement, e);
        }
    }

    private List<String> command(Measurement measurement, long emails, int memory, Path work) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory < 1_000 ? "-Xmx256m" : "-Xmx512m",
                "-XX:+UseSerialGC"));
        if (!measurement.needsBothCompilers) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "measure",
                measurement.name(),
                "--emails=" + emails,
                "--home=" + folder.resolve("home-" + emails),
                "--work=" + work,
                "--memory=" + (long) memory * MEGABYTE));
        return command;
    }
}
