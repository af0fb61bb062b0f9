package io.rapport.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapport.model.run.RunManifest;
import io.rapport.model.run.RunResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real cluster: Spark's own master and two workers, the jar submitted as people submit it. */
class ClusterIT {

    private static final Path JAR = Path.of("target", "rapport-cluster.jar").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void a_lost_worker_changes_nothing_and_every_row_equals_duckdbs() throws IOException, InterruptedException {
        assumeTrue(Files.exists(JAR), "the jar is not built: ./mvnw package -pl cluster -am");
        CompanyExports company = new CompanyExports();
        company.write(folder);
        assertThat(Files.readString(folder.resolve("exports")
                        .resolve("BasicDataSet_v0.Message_v1")
                        .resolve("part-00002.json")))
                .contains("\"isDraft\":true");
        Path out = folder.resolve("runs").resolve("one");
        List<String> said = new ArrayList<>();
        int code;
        String logs;
        try (StandaloneCluster cluster = new StandaloneCluster(Files.createDirectory(folder.resolve("cluster")))) {
            Process driver = cluster.submit(
                    JAR,
                    List.of(
                            folder.resolve("engagement.yaml").toUri().toString(),
                            "--exports",
                            folder.resolve("exports").toUri().toString(),
                            "--as-of",
                            company.lastDay().toString(),
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
            logs = cluster.executorLogs();
        }

        assertThat(code).as(String.join("\n", said) + "\n" + logs).isZero();
        String manifest = Files.readString(out.resolve(RunManifest.NAME));
        assertThat(manifest)
                .containsPattern("\"lostExecutors\":[1-9]")
                .contains("\"rejected\":2,\"replaced\":40")
                .doesNotContain(CompanyExports.SUBJECT);
        assertThat(String.join("\n", said)).doesNotContain(CompanyExports.SUBJECT);
        assertThat(out).isDirectoryContaining("glob:**/" + RunManifest.COMPLETE);
        try (Stream<Path> left = Files.list(folder.resolve("runs"))) {
            assertThat(left).containsExactly(out);
        }
        OneMachine machine = new OneMachine(Files.createDirectory(folder.resolve("machine")));
        RunResult expected =
                machine.run(folder.resolve("engagement.yaml"), folder.resolve("exports"), company.lastDay());
        assertThat(expected.enriched()).isPositive();
        assertThat(machine.differences(expected.folder(), out, "Office")).isEmpty();
    }
}
