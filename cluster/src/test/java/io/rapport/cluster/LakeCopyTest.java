package io.rapport.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.landing.SnapshotText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeCopyTest {

    @TempDir
    private Path folder;

    private final List<LandedFile> files = new ArrayList<>();

    @Test
    void knows_what_the_list_names_and_says_so_in_the_manifest() throws IOException {
        land(Datasets.MESSAGE, "Message_v1/month=2026-10/a-1.parquet", 3);
        land(Datasets.MESSAGE, "Message_v1/month=2026-10/b-1.parquet", 2);
        land(Datasets.USER, "User_v1/c-1.parquet", 7);

        LakeCopy copy = open(list());

        assertThat(copy.mostRows(Datasets.MESSAGE)).isEqualTo(5);
        assertThat(copy.mostRows(Datasets.CONTACT)).isZero();
        assertThat(ManifestText.of(copy.fields()))
                .isEqualTo("{\"snapshot\":{\"commit\":9,\"files\":3,\"rows\":12,\"bytes\":30}}");
    }

    @Test
    void names_every_file_that_is_not_there_as_it_should_be_at_once() throws IOException {
        land(Datasets.MESSAGE, "Message_v1/a-1.parquet", 3);
        land(Datasets.MESSAGE, "Message_v1/b-1.parquet", 2);
        land(Datasets.USER, "User_v1/c-1.parquet", 7);
        land(Datasets.USER, "User_v1/d-1.parquet", 7);
        Path list = list();
        Files.delete(folder.resolve("lake/Message_v1/a-1.parquet"));
        Files.writeString(folder.resolve("lake/Message_v1/b-1.parquet"), "half");
        Files.delete(folder.resolve("lake/User_v1/c-1.parquet"));
        Files.createDirectory(folder.resolve("lake/User_v1/c-1.parquet"));

        assertThatThrownBy(() -> open(list))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ClusterError.CLUSTER_LAKE))
                .hasMessageStartingWith("Of 4 files of the snapshot, 3 can't be read in file:")
                .hasMessageContaining("  Message_v1/a-1.parquet is not there\n")
                .hasMessageContaining("  Message_v1/b-1.parquet has 4 bytes, and not 10\n")
                .hasMessageContaining("  User_v1/c-1.parquet is no file\n")
                .hasMessageNotContaining("d-1.parquet");
        assertThat(ClusterError.exitCode(ClusterError.CLUSTER_LAKE)).isEqualTo(3);
    }

    @Test
    void refuses_what_is_no_list_without_quoting_it() throws IOException {
        Path other = Files.writeString(folder.resolve("contacts.csv"), "planted@contoso.com,a1\n");
        Path binary = Files.write(folder.resolve("a.parquet"), new byte[] {'P', (byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> open(other))
                .isInstanceOf(RapportException.class)
                .hasMessageContaining("is no list that rapport snapshot wrote: line 1 is not that of a snapshot's list")
                .hasMessageNotContaining("planted");
        assertThatThrownBy(() -> open(binary)).hasMessageContaining("it is no text in UTF-8");
    }

    private LakeCopy open(Path list) {
        return LakeCopy.open(folder.resolve("lake").toUri().toString(), list, new Configuration());
    }

    private Path list() throws IOException {
        return Files.write(
                folder.resolve("snapshot.tsv"), SnapshotText.lines(new Snapshot(9, files), folder.resolve("lake")));
    }

    private void land(Dataset dataset, String name, long rows) throws IOException {
        Path file = folder.resolve("lake").resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "0123456789");
        files.add(new LandedFile(dataset, file, LandedFile.Kind.BASE, 9, "none", rows, 10));
    }
}
