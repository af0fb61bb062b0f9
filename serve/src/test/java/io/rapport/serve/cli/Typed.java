package io.rapport.serve.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of a line that somebody typed.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Typed(int code, String out, String err) {

    /** Where a build leaves Spark's program. */
    static final Path SPARK = Path.of("..", "model-spark", "target", "model-spark.jar")
            .toAbsolutePath()
            .normalize();

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /** Types words on a home, in this process. */
    static Typed on(Path home, String... words) {
        return at(NOON, home, words);
    }

    /** As {@link #on}, at another time than noon. */
    static Typed at(Instant now, Path home, String... words) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString(), "--memory", "2GB"));
        all.addAll(List.of(words));
        return words(now, Surroundings.Terminal.NONE, SPARK, all);
    }

    /** As {@link #on}, where Spark is not built. */
    static Typed withoutSpark(Path home, String... words) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString(), "--memory", "2GB"));
        all.addAll(List.of(words));
        return words(NOON, Surroundings.Terminal.NONE, SPARK.resolveSibling("none.jar"), all);
    }

    /** Types words and nothing else. */
    static Typed words(String... words) {
        return words(Surroundings.Terminal.NONE, List.of(words));
    }

    static Typed words(Surroundings.Terminal terminal, List<String> words) {
        return words(NOON, terminal, SPARK, words);
    }

    private static Typed words(Instant now, Surroundings.Terminal terminal, Path spark, List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Map.of("RAPPORT_HOME", "target/home-of-the-environment", "RAPPORT_SPARK", spark.toString()),
                terminal,
                () -> now,
                () -> 16_000_000_000L);
        int code = Main.run(words, surroundings, new Interruption(Thread.currentThread()));
        return new Typed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
