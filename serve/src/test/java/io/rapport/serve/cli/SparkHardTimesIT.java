package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapport.lake.state.StateLocation;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.run.RunState;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run on Spark that can't come to its end: clear words, the log knows it, nothing half-written, the home usable. */
class SparkHardTimesIT {

    /** More than Spark's driver holds, so that models go to files. */
    private static final int MESSAGES = 12_000;

    @TempDir
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void write_a_spec_and_exports() {
        assumeTrue(Files.exists(Typed.SPARK), "model-spark is not built: ./mvnw package -pl model-spark -am");
        home = folder.resolve("home");
        Exports.write(
                folder,
                "mail.json",
                IntStream.range(0, MESSAGES)
                        .mapToObj(i -> Exports.message("m" + i, "2026-%02d-10T08:00:00Z".formatted(1 + i % 10)))
                        .toArray(String[]::new));
        Exports.write(folder, "accounts.csv", "AccountId,Name", "a1,Fabrikam");
        Exports.write(folder, "contacts.csv", "ContactId,AccountId,EmailAddress", "c1,a1,ana@fabrikam.com");
        Exports.write(
                folder,
                "engagement.yaml",
                "name: Account engagement",
                "output: Office",
                "selection: [mira@contoso.com, sam@contoso.com]",
                "contacts: {file: contacts.csv, email: EmailAddress, account: AccountId, id: ContactId}",
                "accounts: {file: accounts.csv, id: AccountId, name: Name}");
    }

    @Test
    void a_master_where_nobody_answers_is_named() throws IOException {
        land();

        Typed typed = Typed.on(home, "enrich", spec(), "--engine", "spark", "--spark-master", "spark://localhost:1");

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).startsWith("rapport: Nobody answers at the Spark master spark://localhost:1 within");
        assertThat(runs()).singleElement().satisfies(run -> failed(run, "SPARK_UNREACHABLE"));
        requireNothingLeft();
    }

    @Test
    void a_file_that_is_damaged_under_a_run_is_named() throws IOException {
        land();
        Path landed = landed();
        byte[] bytes = Files.readAllBytes(landed);
        byte[] damaged = bytes.clone();
        // The footer stays, so that it is found out in the middle of the run.
        Arrays.fill(damaged, 4, damaged.length / 2, (byte) 0);
        Files.write(landed, damaged);

        Typed typed = Typed.on(home, "enrich", spec(), "--engine", "spark");

        assertThat(typed.code()).as(typed.err()).isEqualTo(1);
        assertThat(typed.err()).contains("the file " + landed.getFileName() + " of the lake can't be read");
        assertThat(runs()).singleElement().satisfies(run -> failed(run, "UNREADABLE_FILE"));
        requireNothingLeft();
        Files.write(landed, bytes);
        requireUsable();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_process_that_is_killed_fails_the_run() throws Exception {
        land();
        Process run = start(List.of());
        ProcessHandle spark = awaitModels(run);

        spark.destroyForcibly();
        Finished finished = Finished.await(run, folder);

        assertThat(finished.code()).as(finished.err()).isEqualTo(1);
        assertThat(finished.err())
                .startsWith("rapport: The engine's process ended in the middle of the run: somebody, or the machine,"
                        + " killed it.");
        assertThat(runs()).singleElement().satisfies(one -> failed(one, "ENGINE_LOST"));
        requireNothingLeft();
        requireUsable();
    }

    /** In a terminal Ctrl-C reaches both processes. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void ctrl_c_cancels_the_run_and_ends_spark() throws Exception {
        assumeFalse(
                Finished.isInterruptIgnored(),
                "what runs in the background of a shell ignores Ctrl-C, and all that it starts");
        land();
        Process run = start(List.of("setsid"));
        ProcessHandle spark = awaitModels(run);

        new ProcessBuilder("kill", "-INT", "--", "-" + run.pid()).start().waitFor();
        Finished finished = Finished.await(run, folder);

        assertThat(finished.code()).as(finished.err()).isEqualTo(130);
        assertThat(finished.err()).isEqualTo("rapport: Interrupted. What was not finished left nothing behind.\n");
        assertThat(spark.isAlive()).isFalse();
        assertThat(runs())
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(RunState.CANCELED));
        requireNothingLeft();
        requireUsable();
    }

    /** From no room for the run's line in the log to too little for what Spark writes. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_fails_the_run() throws Exception {
        SmallDisk disk = new SmallDisk(folder);

        disk.run("""
                rapport import import Message_v1 mail.json
                for left in 64 1024; do
                    free=$(df -k --output=avail disk | tail -n 1)
                    head -c $(( (free - left) * 1024 )) /dev/zero >disk/filler
                    rapport "full-$left" enrich engagement.yaml --engine spark --spark-master local[2]
                    rm disk/filler
                    find disk/home/output disk/home/tmp -type f >>left.out
                done
                rapport enrich enrich engagement.yaml
                """);

        assertThat(disk.finished("import").code()).isZero();
        for (int left : new int[] {64, 1024}) {
            Finished full = disk.finished("full-" + left);
            assertThat(full.code()).as(full.err()).isEqualTo(1);
            assertThat(full.err())
                    .startsWith("rapport: ")
                    .containsPattern(
                            "[Ff]ree (some |the )?(disk )?space|disk's free space|that the disk has room|Look for space")
                    .doesNotContain("Exception")
                    .doesNotContain("Something in Rapport itself failed");
        }
        assertThat(folder.resolve("left.out")).isEmptyFile();
        assertThat(disk.finished("enrich").code())
                .as(disk.finished("enrich").err())
                .isZero();
    }

    private void land() {
        assertThat(Typed.on(
                                home,
                                "import",
                                "Message_v1",
                                folder.resolve("mail.json").toString())
                        .code())
                .isZero();
    }

    private String spec() {
        return folder.resolve("engagement.yaml").toString();
    }

    private Process start(List<String> before) throws IOException {
        List<String> command = Stream.concat(
                        before.stream(),
                        SmallDisk.words(home, "enrich", spec(), "--engine", "spark", "--spark-master", "local[2]")
                                .stream())
                .toList();
        return Finished.prepare(folder, Map.of("RAPPORT_SPARK", Typed.SPARK.toString()), command)
                .start();
    }

    /** Waits until Spark has written its first model, and answers with its process. */
    private ProcessHandle awaitModels(Process run) throws IOException, InterruptedException {
        while (!run.waitFor(50, TimeUnit.MILLISECONDS)) {
            if (Files.exists(home.resolve("tmp")) && isModelThere()) {
                return run.children().findFirst().orElseThrow();
            }
        }
        throw new AssertionError("the run has ended: " + Files.readString(folder.resolve("err.txt")));
    }

    private boolean isModelThere() throws IOException {
        try (Stream<Path> engines = Files.list(home.resolve("tmp"))) {
            for (Path engine : engines.filter(Files::isDirectory).toList()) {
                try (Stream<Path> files = Files.list(engine)) {
                    if (files.anyMatch(file -> file.getFileName().toString().startsWith("models-"))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Path landed() throws IOException {
        return files(home.resolve("lake")).stream()
                .filter(file -> file.toString().endsWith(".parquet"))
                .findFirst()
                .orElseThrow();
    }

    private List<Run> runs() {
        return new RunLog(ServeState.open(StateLocation.file(home.resolve("rapport.db"))), () -> Typed.NOON).list();
    }

    private static void failed(Run run, String code) {
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.errorCode()).isEqualTo(code);
    }

    private void requireNothingLeft() throws IOException {
        assertThat(files(home.resolve("output"))).isEmpty();
        assertThat(files(home.resolve("tmp"))).isEmpty();
    }

    private void requireUsable() {
        assertThat(Typed.on(home, "enrich", spec()).out()).contains("emails    12,000, joined from 12,000 copies");
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
