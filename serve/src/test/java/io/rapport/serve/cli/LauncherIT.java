package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a build and a Java that only say what they were asked for. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant SOON = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path root = Path.of("");
    private Path java = Path.of("");

    @BeforeEach
    void build_a_house_of_cards() throws IOException {
        root = Files.createDirectory(folder.resolve("a root"));
        Files.copy(Path.of("..", "rapport"), root.resolve("rapport"));
        script(root.resolve("rapport"), Files.readString(root.resolve("rapport")));
        for (String module :
                List.of("core", "connect", "lake", "model", "model-duckdb", "model-spark", "simulator", "serve")) {
            age(Files.writeString(
                    Files.createDirectories(root.resolve(module).resolve("src/main"))
                            .resolve("A.java"),
                    ""));
            age(root.resolve(module).resolve("src/main"));
            age(Files.writeString(root.resolve(module).resolve("pom.xml"), ""));
        }
        age(Files.writeString(root.resolve("pom.xml"), ""));
        script(root.resolve("mvnw"), """
                #!/bin/sh
                echo build >>builds.txt
                echo "mvnw $*"
                case $* in *model-spark*) : >model-spark/target/model-spark.jar ;; *) : >serve/target/rapport.jar ;; esac
                """);
        java = folder.resolve("jdk 17");
        script(java.resolve("bin/java"), """
                #!/bin/sh
                case " $* " in *" -Xshare:dump "*) isDump=yes ;; esac
                for word in "$@"; do
                    case $word in
                        -XX:ArchiveClassesAtExit=*) : >"${word#*=}" ;;
                        -XX:SharedArchiveFile=*) [ -z "${isDump:-}" ] || : >"${word#*=}" ;;
                    esac
                    printf '%s\\n' "$word"
                done
                echo "for Spark: ${RAPPORT_SPARK_OPTIONS:-}"
                """);
        script(java.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.15\"\n");
    }

    @Test
    void builds_what_is_missing_says_so_and_runs() throws Exception {
        Finished finished = launch("datasets", "--home", "my home");

        assertThat(finished.code()).isZero();
        assertThat(finished.err()).startsWith("rapport: building;");
        assertThat(finished.out().lines())
                .contains("-Xmx512m", "-XX:SharedArchiveFile=" + root.resolve("serve/target/rapport.jsa"))
                .endsWith(
                        "-jar",
                        root.resolve("serve/target/rapport.jar").toString(),
                        "datasets",
                        "--home",
                        "my home",
                        "for Spark: ");
        assertThat(Files.readString(root.resolve("serve/target/build.log"))).contains("package -pl serve -am");
    }

    @Test
    void builds_once() throws Exception {
        launch("datasets");
        Finished second = launch("datasets");

        assertThat(second.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void builds_again_when_a_source_is_newer() throws Exception {
        launch("datasets");
        Files.setLastModifiedTime(root.resolve("lake/src/main/A.java"), FileTime.from(SOON));
        launch("datasets");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void a_failed_build_names_its_log() throws Exception {
        script(root.resolve("mvnw"), "#!/bin/sh\necho broken\nexit 1\n");

        Finished finished = launch("datasets");

        Path log = root.resolve("serve/target/build.log");
        assertThat(finished.code()).isEqualTo(1);
        assertThat(finished.err()).contains("rapport: the build failed. Its output: " + log);
        assertThat(log).content().isEqualTo("broken\n");
        assertThat(root.resolve(".rapport-build")).doesNotExist();
    }

    @Test
    void a_missing_archive_is_no_hindrance() throws Exception {
        launch("datasets");
        Files.delete(root.resolve("serve/target/rapport.jsa"));

        Finished finished = launch("datasets");

        assertThat(finished.code()).isZero();
        assertThat(finished.out()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void spark_is_built_when_asked_for_and_prepared_by_a_small_run() throws Exception {
        Path target = root.resolve("model-spark/target");

        Finished finished = launch("enrich", "spec.yaml", "--engine", "spark");

        assertThat(finished.code()).isZero();
        assertThat(finished.err()).contains("rapport: building Spark;").contains("rapport: preparing Spark,");
        assertThat(finished.out().lines()).containsSubsequence("enrich", "spec.yaml", "--engine", "spark");
        assertThat(Files.readString(target.resolve("share.log")).lines())
                .containsSubsequence("demo", "--tables", "for Spark: ")
                .containsSubsequence("enrich", "for Spark: -XX:DumpLoadedClassList=classes", "-Xshare:dump");
        assertThat(target).isDirectoryContaining("glob:**/model-spark.jsa").isDirectoryNotContaining("glob:**/trial");
        assertThat(launch("enrich", "spec.yaml", "--engine=spark").err()).isEmpty();
    }

    @Test
    void spark_that_was_built_anew_is_prepared_anew() throws Exception {
        launch("enrich", "spec.yaml", "--engine", "spark");
        Files.setLastModifiedTime(root.resolve("model-spark/target/model-spark.jar"), FileTime.from(SOON));

        assertThat(launch("enrich", "spec.yaml", "--engine", "spark").err()).startsWith("rapport: preparing Spark,");
    }

    @Test
    void spark_that_cant_be_prepared_runs_as_it_is_and_is_not_tried_again() throws Exception {
        script(java.resolve("bin/java"), "#!/bin/sh\ncase $* in *--tables*) exit 1 ;; esac\n");

        Finished first = launch("enrich", "spec.yaml", "--engine", "spark");

        assertThat(first.code()).isZero();
        assertThat(root.resolve("model-spark/target")).isDirectoryNotContaining("glob:**/model-spark.jsa");
        assertThat(launch("enrich", "spec.yaml", "--engine", "spark").err()).isEmpty();
    }

    @Test
    void runs_through_a_link_from_another_folder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("rapport-link"), Path.of("a root", "rapport"));
        Finished finished = run(link, "datasets");

        assertThat(finished.code()).isZero();
        assertThat(finished.out())
                .contains(root.resolve("serve/target/rapport.jar").toString());
    }

    @Test
    void little_memory_means_a_small_heap() throws Exception {
        assertThat(launch("datasets", "--memory", "768MB").out()).contains("-Xmx256m");
        assertThat(launch("--memory=900mb", "datasets").out()).contains("-Xmx256m");
        assertThat(launch("--memory", "1GB", "datasets").out()).contains("-Xmx512m");
    }

    @Test
    void long_work_gets_both_compilers() throws Exception {
        assertThat(launch("datasets").out()).contains("-XX:TieredStopAtLevel=1");
        assertThat(launch("sync").out()).doesNotContain("TieredStopAtLevel");
        Path exports = Files.createDirectory(folder.resolve("some exports"));
        Files.write(exports.resolve("small.json"), new byte[1 << 20]);
        assertThat(launch("import", "Message_v1", exports.toString()).out()).contains("-XX:TieredStopAtLevel=1");
        Files.write(exports.resolve("large.json"), new byte[17 << 20]);
        assertThat(launch("import", "Message_v1", exports.toString()).out()).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void what_answers_people_gets_a_collector_that_stops_it_for_less() throws Exception {
        assertThat(launch("serve").out()).contains("-XX:+UseG1GC").doesNotContain("UseSerialGC");
        assertThat(launch("demo").out()).contains("-XX:+UseG1GC").contains("-Xmx640m");
        assertThat(launch("sync").out()).contains("-XX:+UseSerialGC").contains("-Xmx512m");
    }

    @Test
    void an_old_java_is_refused_with_its_version() throws Exception {
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

        Finished finished = launch("datasets");

        assertThat(finished.code()).isEqualTo(1);
        assertThat(finished.err())
                .startsWith("rapport: Rapport needs a JDK 17 or later; ")
                .contains("is version 11.0.2");
    }

    @Test
    void a_java_home_that_is_none_is_refused() throws Exception {
        Files.delete(java.resolve("bin/java"));

        assertThat(launch("datasets").err()).startsWith("rapport: JAVA_HOME is " + java + ", but ");
    }

    private Finished launch(String... words) throws IOException, InterruptedException {
        return run(root.resolve("rapport"), words);
    }

    private Finished run(Path launcher, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(words));
        return Finished.run(folder, Map.of("JAVA_HOME", java.toString(), "RAPPORT_JAVA_OPTIONS", ""), command);
    }

    private long builds() throws IOException {
        return Files.readAllLines(root.resolve("builds.txt")).size();
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void age(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
    }
}
