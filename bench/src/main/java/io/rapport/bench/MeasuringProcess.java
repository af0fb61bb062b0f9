package io.rapport.bench;

import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.JavaOptions;
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
    private final int people;
    private int count;

    /** @param folder where homes and files of measurements lie; the caller removes it */
    MeasuringProcess(Path folder) {
        this(folder, 0);
    }

    /** @param people of the company; 0 for as many as one of its size usually has */
    MeasuringProcess(Path folder, int people) {
        this.folder = folder;
        this.people = people;
    }

    /** Where the last measurement left its files. */
    Path work() {
        return folder.resolve("work-" + count);
    }

    /**
     * Waits for the measurement's end.
     *
     * @param memory of the whole process, in megabytes
     */
    Figures run(Measurement measurement, long emails, int memory) {
        return run(
                measurement.needsBothCompilers,
                memory,
                List.of(
                        "measure",
                        measurement.name(),
                        "--emails=" + emails,
                        "--people=" + people,
                        "--home=" + folder.resolve("home-" + emails),
                        "--memory=" + (long) memory * MEGABYTE));
    }

    /**
     * Waits for the end of a hidden command that leaves figures in the folder that {@code --work} names.
     *
     * @param memory of the whole process, in megabytes
     * @param words the command and what it needs, but for {@code --work}
     */
    Figures run(boolean needsBothCompilers, int memory, List<String> words) {
        try {
            Path work = Files.createDirectory(folder.resolve("work-" + ++count));
            Process process = new ProcessBuilder(command(needsBothCompilers, memory, words, work))
                    .inheritIO()
                    .start();
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(
                        "measuring (" + String.join(" ", words) + ") ended with " + code + "; see above");
            }
            return Figures.read(work.resolve(MeasureCommand.FIGURES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring " + words.get(1), e);
        }
    }

    private static List<String> command(boolean needsBothCompilers, int memory, List<String> words, Path work) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory < 1_000 ? "-Xmx256m" : "-Xmx512m"));
        command.addAll(JavaOptions.COLLECTOR);
        if (!needsBothCompilers) {
            command.addAll(JavaOptions.QUICK_COMPILER);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(words);
        command.add("--work=" + work);
        return command;
    }
}
