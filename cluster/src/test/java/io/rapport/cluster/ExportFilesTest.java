package io.rapport.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.core.error.RapportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFilesTest {

    @TempDir
    private Path folder;

    @Test
    void finds_the_files_of_each_dataset_in_the_order_of_folders_and_names() throws IOException {
        write("one/BasicDataSet_v0.Message_v1/2026/b.json", "{}");
        write("one/BasicDataSet_v0.Message_v1/2026/a.json", "\uFEFF{}");
        write("one/BasicDataSet_v0.Message_v1/_temporary/c.json", "{}");
        write("one/BasicDataSet_v0.Message_v1/manifest.json", "[]");
        write("one/User_v1.json", " {}");
        write("one/TeamChat_v2/x.json", "{}");
        gzip("two/SentItems_v1/d.json.gz");

        List<ExportFile> found = find(Set.of("TeamChat_v2"), "one", "two");

        assertThat(found)
                .extracting(file -> file.path().getName())
                .containsExactly("a.json", "b.json", "User_v1.json", "d.json.gz");
        assertThat(found)
                .extracting(file -> file.dataset().name())
                .containsExactly("Message_v1", "Message_v1", "User_v1", "Message_v1");
        assertThat(found).extracting(ExportFile::number).containsExactly(0, 1, 2, 3);
    }

    @Test
    void says_everything_at_once_that_workers_could_not_read() throws IOException {
        write("one/Mesage_v1/a.json", "{}");
        write("one/User_v1/list.json", "[{}]");
        write("one/User_v1/text.json", "nothing of the kind");
        write("one/User_v1/a[b].json", "{}");
        Files.write(folder.resolve("one/User_v1/wide.json"), "{}".getBytes(StandardCharsets.UTF_16));
        gzip("one/User_v1/packed.json");
        write("one/User_v1/pretty.json", "{\r\n  \"id\": \"u1\"\r\n}\r\n");
        write("one/User_v1/wrapped.json", "{\"id\":\"u1\", \n\"mail\":\"a@b.com\"}\n");
        write("one/User_v1/broken.json", "{\"id\":\"u1\",\"mai\n{\"id\":\"u2\"}\n");
        write("one/User_v1/native.json.zst", "no frame");

        assertThatThrownBy(() -> find(Set.of(), "one", "nowhere"))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ClusterError.CLUSTER_EXPORTS))
                .hasMessageContaining("Mesage_v1 is named as no dataset")
                .hasMessageContaining("list.json is one list")
                .hasMessageContaining("text.json is no export")
                .hasMessageContaining("a[b].json has one of")
                .hasMessageContaining("wide.json is UTF-16")
                .hasMessageContaining("packed.json is gzip and its name says nothing of it")
                .hasMessageContaining("pretty.json has objects over several lines")
                .hasMessageContaining("wrapped.json has objects over several lines")
                .hasMessageContaining("native.json.zst ")
                .hasMessageNotContaining("broken.json")
                .hasMessageContaining("nowhere is not there");
    }

    @Test
    void words_that_can_not_be_followed_are_said_at_once_before_spark_is_asked() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = Main.run(
                List.of("--as-of", "tomorrow", "--driver-rows", "-1", "--owt"),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InstantSource.fixed(Instant.EPOCH));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("rapport: The words can't be followed: ")
                .contains("there is no option --owt")
                .contains("the spec is missing")
                .contains("--exports is missing, or --lake and --snapshot in its place")
                .contains("--out is missing")
                .contains("--driver-rows is -1")
                .contains("--as-of is no date");
    }

    @Test
    void a_run_reads_exports_or_a_lake_with_its_list() {
        String both = refused("--exports", "a", "--lake", "b");

        assertThat(both)
                .contains("--lake needs with --snapshot the list of its files")
                .contains("a run reads --exports or a --lake")
                .doesNotContain("is missing");
        assertThat(refused("--snapshot", "a", "--skip", "b"))
                .contains("--snapshot lists files of a --lake, which is missing")
                .contains("take one of them out");
        assertThat(ClusterWords.parse(List.of("a.yaml", "--out", "o", "--lake", "l", "--snapshot", "s"))
                        .findLake())
                .contains("l");
    }

    private static String refused(String... words) {
        List<String> all = new ArrayList<>(List.of("a.yaml", "--out", "o"));
        all.addAll(List.of(words));
        return String.valueOf(catchThrowableOfType(RapportException.class, () -> ClusterWords.parse(all))
                .getMessage());
    }

    @Test
    void a_place_without_a_scheme_is_one_of_the_storage_that_the_cluster_presets() {
        Storage storage = new Storage(new Configuration());

        assertThat(storage.whole("/runs/one")).isEqualTo("file:/runs/one");
        assertThat(storage.whole("runs/one/")).startsWith("file:/").endsWith("/runs/one");
        assertThatThrownBy(() -> storage.whole("elsewhere://host/runs"))
                .isInstanceOf(RapportException.class)
                .hasMessageContaining("elsewhere://host/runs can't be looked at");
    }

    @Test
    void refuses_versions_of_spark_that_the_models_were_not_compared_on() {
        SparkVersion.require("4.2.0");
        SparkVersion.require("4.3.1-amzn-0");
        for (String other : List.of("3.5.5", "4.1.1", "5.0.0", "")) {
            assertThatThrownBy(() -> SparkVersion.require(other)).hasMessageContaining("the models need 4.2");
        }
    }

    private List<ExportFile> find(Set<String> skipped, String... roots) {
        return ExportFiles.find(
                List.of(roots).stream()
                        .map(root -> folder.resolve(root).toUri().toString())
                        .toList(),
                skipped,
                new Configuration());
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).resolveSibling("."));
        Files.writeString(folder.resolve(name), text);
    }

    private void gzip(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).resolveSibling("."));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write("{}\n".getBytes(StandardCharsets.UTF_8));
        }
    }
}
