package io.rapport.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapport.core.landing.Snapshot;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.Session;
import io.rapport.model.remote.EngineProgram;
import io.rapport.model.remote.RemoteEngine;
import io.rapport.model.run.RunManifest;
import io.rapport.model.run.RunResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar submitted as people submit it: to a real cluster, Spark's own master and two workers, and to this machine. */
class ClusterIT {

    private static final Path JAR = Path.of("target", "rapport-cluster.jar").toAbsolutePath();

    @TempDir
    private static Path folder;

    private static final CompanyExports COMPANY = new CompanyExports();
    private static OneMachine machine = new OneMachine(Path.of("none"));
    private static Path expected = Path.of("none");

    @BeforeAll
    static void count_the_same_exports_on_one_machine() throws IOException {
        assumeTrue(Files.exists(JAR), "the jar is not built: ./mvnw package -pl cluster -am");
        machine = new OneMachine(Files.createDirectory(folder.resolve("machine")));
        COMPANY.write(folder, machine.settings());
        assertThat(folder.resolve("exports").resolve("CalendarView_v0"))
                .isDirectoryContaining("glob:**/part-00000.parquet");
        RunResult run = machine.run(folder.resolve("engagement.yaml"), folder.resolve("exports"), COMPANY.lastDay());
        assertThat(run.enriched()).isPositive();
        assertThat(run.meetings()).isPositive();
        expected = run.folder();
    }

    @Test
    void a_lost_worker_changes_nothing_and_every_row_equals_duckdbs() throws IOException, InterruptedException {
        Path out = folder.resolve("runs").resolve("one");
        List<String> said = new ArrayList<>();
        int code;
        List<List<@Nullable Object>> keys;
        String logs;
        try (StandaloneCluster cluster = new StandaloneCluster(Files.createDirectory(folder.resolve("cluster")))) {
            Process driver = cluster.submit(
                    JAR,
                    List.of(
                            folder.resolve("engagement.yaml").toUri().toString(),
                            "--exports",
                            folder.resolve("exports").toUri().toString(),
                            "--as-of",
                            COMPANY.lastDay().toString(),
                            "--driver-rows",
                            "50",
                            "--out",
                            out.toUri().toString()));
            try (BufferedReader lines = driver.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.add(line);
                    if (line.startsWith("Building email outline")) {
                        cluster.loseWorker();
                    }
                }
            }
            code = driver.waitFor();
            keys = countKeys(cluster);
            logs = cluster.executorLogs();
        }

        assertThat(code).as(String.join("\n", said) + "\n" + logs).isZero();
        String manifest = Files.readString(out.resolve(RunManifest.NAME));
        assertThat(manifest)
                .containsPattern("\"lostExecutors\":[1-9]")
                .contains("\"rejected\":2,\"replaced\":40")
                .contains("\"step\":\"writing Office_Coverage.parquet\"")
                .doesNotContain(CompanyExports.SUBJECT);
        assertThat(String.join("\n", said)).doesNotContain(CompanyExports.SUBJECT);
        assertThat(out).isDirectoryContaining("glob:**/" + RunManifest.COMPLETE);
        try (Stream<Path> left = Files.list(folder.resolve("runs"))) {
            assertThat(left).containsExactly(out);
        }
        assertThat(machine.differences(expected, out, "Office")).isEmpty();
        assertThat(keys).containsExactly(List.of(20_000L));
    }

    /** On the worker that is left, as {@code rapport enrich --engine spark} asks it: a function that its executors have to get. */
    private static List<List<@Nullable Object>> countKeys(StandaloneCluster cluster) {
        Path program = Path.of("..", "model-spark", "target", "model-spark.jar").toAbsolutePath();
        EngineProgram spark = new EngineProgram(
                program.normalize(), List.of(), List.of(cluster.url()), 512L << 20, folder.resolve("tmp"));
        Parameters parameters =
                new Parameters(COMPANY.lastDay(), COMPANY.lastDay(), ZoneOffset.UTC, "", false, false, false, false, 0);
        try (Session session = new RemoteEngine("spark", spark).open(new Snapshot(0, List.of()), parameters)) {
            return session.rows("select count(distinct short_key(cast(id as string))) from range(0, 20000, 1, 2)");
        }
    }

    @Test
    void a_copy_of_the_lake_gives_the_same_tables_on_this_machine_alone() throws IOException, InterruptedException {
        Path list = machine.copyLake(folder.resolve("copy"));
        assertThat(list).content().contains("\tBASE\t").contains("\tCHANGE\t");
        Path out = folder.resolve("from-lake");
        Process driver = new SparkProcesses(Files.createDirectory(folder.resolve("local")))
                .submit(
                        "local[2]",
                        List.of(),
                        JAR,
                        List.of(
                                folder.resolve("engagement.yaml").toString(),
                                "--lake",
                                folder.resolve("copy").toString(),
                                "--snapshot",
                                list.toString(),
                                "--as-of",
                                COMPANY.lastDay().toString(),
                                "--out",
                                out.toString()));
        String said = new String(driver.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(driver.waitFor()).as(said).isZero();
        assertThat(out.resolve(RunManifest.NAME)).content().containsPattern("\"snapshot\":\\{\"commit\":[1-9]");
        assertThat(machine.differences(expected, out, "Office")).isEmpty();
    }
}
