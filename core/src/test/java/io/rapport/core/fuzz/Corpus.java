package io.rapport.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The inputs of a fuzz target that are worth keeping: {@code src/test/resources/fuzz/<target>} of its module. */
public final class Corpus {

    private Corpus() {}

    /** A reader and what must hold of it. */
    public interface Target {
        void fuzz(byte[] input) throws Exception;
    }

    /** A test for each kept input, which hands it to the target. */
    public static Stream<DynamicTest> replay(Class<?> target, Target read) {
        Path folder = Path.of("src", "test", "resources", "fuzz", target.getSimpleName());
        List<Path> inputs = files(folder);
        assertThat(inputs).as("inputs in %s", folder).isNotEmpty();
        return inputs.stream()
                .map(input -> DynamicTest.dynamicTest(
                        folder.getFileName() + " " + input.getFileName(), () -> read.fuzz(Files.readAllBytes(input))));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(folder + " can't be listed", e);
        }
    }
}
