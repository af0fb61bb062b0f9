package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program killed at any moment of an import, a run or an extraction: what is visible afterwards is the state before or
 * after, never one between, and the same words then finish the work with the same result. For more moments:
 * {@code -Drapport.kills=25}.
 */
class KillIT {

    private static final int ROUNDS_EACH = Integer.getInteger("rapport.kills", 6);
    private static final int EXTRACTIONS = ROUNDS_EACH / 2;
    private static final long SEED = 20_261_120;
    private static final String STATE = "select count(*) as n, count(distinct id) as ids,"
            + " count(case when isRead then 1 end) as read_count from Message_v1";

    @TempDir
    static Path folder;

    private static Path first = Path.of("");
    private static Path second = Path.of("");
    private static Path spec = Path.of("");
    private static Path homeBefore = Path.of("");
    private static Path homeAfter = Path.of("");

    @BeforeAll
    static void import_twice_undisturbed() throws IOException {
        first = export("first.json", 0, 3_000, false);
        // 500 of these keys are there already, with other values.
        second = export("second.json", 2_500, 9_000, true);
        Exports.write(folder, "accounts.csv", "AccountId,Name", "a1,Fabrikam");
        Exports.write(folder, "contacts.csv", "ContactId,AccountId,EmailAddress", "c1,a1,ana@fabrikam.com");
        spec = Exports.write(
                folder,
                "engagement.yaml",
                "selection: [mira@contoso.com, sam@contoso.com]",
                "contacts: {file: contacts.csv, email: EmailAddress, account: AccountId, id: ContactId}",
                "accounts: {file: accounts.csv, id: AccountId, name: Name}",
                "asOf: 2026-11-15");
        homeBefore = folder.resolve("before");
        done(Typed.on(homeBefore, "import", "Message_v1", first.toString()));
        homeAfter = copy(homeBefore, folder.resolve("after"));
        done(Typed.on(homeAfter, "import", "Message_v1", second.toString()));
        assertThat(state(homeBefore)).isEqualTo("n,ids,read_count\n3000,3000,0\n");
        assertThat(state(homeAfter)).isEqualTo("n,ids,read_count\n11500,11500,9000\n");
    }

    @Test
    void an_import_is_there_or_is_not() throws Exception {
        Path timed = copy(homeBefore, folder.resolve("timed-import"));
        Pace pace = new Pace(SEED, milliseconds(timed, "import", "Message_v1", second.toString()), 0);
        Map<String, Integer> seen = new TreeMap<>();
        int killed = 0;
        for (int round = 0; round < ROUNDS_EACH; round++) {
            Path home = copy(homeBefore, folder.resolve("import-" + round));
            killed += pace.isKilled(home, "import", "Message_v1", second.toString()) ? 1 : 0;
            seen.merge(state(home), 1, Integer::sum);
            done(Typed.on(home, "import", "Message_v1", second.toString()));
            assertThat(state(home)).isEqualTo(state(homeAfter));
        }
        assertThat(seen.keySet()).isSubsetOf(state(homeBefore), state(homeAfter));
        assertThat(killed)
                .as("imports that were still at work when they were killed")
                .isGreaterThan(ROUNDS_EACH / 3);
    }

    @Test
    void a_run_is_there_or_is_not() throws Exception {
        Path timed = copy(homeAfter, folder.resolve("timed-run"));
        Path expected = folder.resolve("expected");
        Pace pace = new Pace(SEED + 1, milliseconds(timed, "enrich", spec.toString(), "--out", expected.toString()), 0);
        String whole = table(timed).out();
        assertThat(whole).isEqualTo("n\n21\n");
        int killed = 0;
        for (int round = 0; round < ROUNDS_EACH; round++) {
            Path home = copy(homeAfter, folder.resolve("run-" + round));
            Path out = folder.resolve("out-" + round);
            killed += pace.isKilled(home, "enrich", spec.toString(), "--out", out.toString()) ? 1 : 0;
            Typed visible = table(home);
            assertThat(visible.out()).isIn("", whole);
            assertThat(visible.code()).isEqualTo(visible.out().isEmpty() ? 2 : 0);
            requireWholeFiles(out, expected);
            done(Typed.on(home, "enrich", spec.toString(), "--out", out.toString()));
            assertThat(table(home).out()).isEqualTo(whole);
            assertThat(names(out)).isEqualTo(names(expected));
            requireWholeFiles(out, expected);
        }
        assertThat(killed)
                .as("runs that were still at work when they were killed")
                .isGreaterThan(ROUNDS_EACH / 3);
    }

    @Test
    void an_extraction_is_there_or_is_not_and_goes_on() throws Exception {
        Path expected = folder.resolve("extracted");
        Path timed = copy(homeBefore, folder.resolve("timed-extraction"));
        // The first half of the time the program only starts.
        Pace pace = new Pace(SEED + 2, milliseconds(timed, "extract", "Message_v1", "--out", expected.toString()), 0.5);
        List<String> whole = files(expected);
        assertThat(whole).anyMatch(file -> file.endsWith(".json"));
        int killed = 0;
        for (int round = 0; round < EXTRACTIONS; round++) {
            Path home = copy(homeBefore, folder.resolve("extraction-" + round));
            Path out = folder.resolve("extracted-" + round);
            killed += pace.isKilled(home, "extract", "Message_v1", "--out", out.toString()) ? 1 : 0;
            if (Files.exists(out)) {
                assertThat(files(out)).isEqualTo(whole);
            } else {
                done(Typed.on(home, "extract", "Message_v1", "--out", out.toString()));
            }
            assertThat(files(out)).isEqualTo(whole);
            for (String file : whole) {
                if (!file.endsWith("manifest.json")) {
                    assertThat(out.resolve(file)).hasSameBinaryContentAs(expected.resolve(file));
                }
            }
            assertThat(out.resolveSibling("_" + out.getFileName())).doesNotExist();
        }
        assertThat(killed)
                .as("extractions that were still at work when they were killed")
                .isPositive();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static Path export(String name, int from, int count, boolean isRead) {
        return Exports.write(
                folder,
                name,
                IntStream.range(from, from + count)
                        .mapToObj(i -> Exports.message("m" + i, "2026-%02d-10T08:00:00Z".formatted(1 + i % 10))
                                .replace("\"isDraft\":false", "\"isDraft\":false,\"isRead\":" + isRead))
                        .toArray(String[]::new));
    }

    private static String state(Path home) {
        return done(Typed.on(home, "query", STATE, "--format", "csv")).out();
    }

    private static Typed table(Path home) {
        return Typed.on(home, "query", "select count(*) as n from Office", "--format", "csv");
    }

    private static Typed done(Typed typed) {
        assertThat(typed.code()).as(typed.err()).isZero();
        return typed;
    }

    private static long milliseconds(Path home, String... words) throws IOException, InterruptedException {
        long start = System.nanoTime();
        assertThat(start(home, words).waitFor()).isZero();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static Process start(Path home, String... words) throws IOException {
        return Program.start(folder, home, List.of(words));
    }

    private static void requireWholeFiles(Path out, Path expected) throws IOException {
        for (String name : names(out)) {
            if (!name.startsWith("_") && !name.startsWith(".")) {
                assertThat(out.resolve(name)).hasSameBinaryContentAs(expected.resolve(name));
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }

    /** When to kill: at random moments of the time that the work took where it was quickest. */
    private static final class Pace {

        private final Random random;
        private final double from;
        private long usual;

        /** @param from the share of that time that goes by first, from 0 to less than 1 */
        Pace(long seed, long usual, double from) {
            this.random = new Random(seed);
            this.usual = usual;
            this.from = from;
        }

        /** Kills the program after a while; answers whether it was still at work. */
        boolean isKilled(Path home, String... words) throws IOException, InterruptedException {
            long begun = System.nanoTime();
            Process process = start(home, words);
            long earliest = (long) (from * usual);
            boolean isOver = process.waitFor(earliest + random.nextLong(usual - earliest), TimeUnit.MILLISECONDS);
            if (isOver) {
                usual = Math.min(usual, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            }
            process.destroyForcibly().waitFor();
            return !isOver;
        }
    }
}
