package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.landing.SnapshotText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotCommandTest {

    @TempDir
    Path home;

    @TempDir
    Path folder;

    @Test
    void lists_the_files_that_count_now_and_nothing_of_anybody() throws IOException {
        Path list = folder.resolve("snapshot.tsv");
        assertThat(Typed.on(home, "snapshot", list.toString()).err()).contains("Nothing has landed in ");
        Path mail = Exports.write(folder, "mail.json", Exports.message("m1", "2026-11-01T08:00:00Z"));
        assertThat(Files.readString(mail)).contains("@contoso.com");
        assertThat(Typed.on(home, "import", "Message_v1", mail.toString()).code())
                .isZero();

        Typed typed = Typed.on(home, "snapshot", list.toString());

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("snapshot.tsv: commit 1 of the lake, 1 file, 1 row, ");
        assertThat(list).content().startsWith("rapport-snapshot\t1\t1\t1\n").doesNotContain("@");
        Snapshot snapshot = SnapshotText.of(Files.readAllLines(list));
        LandedFile file = snapshot.files().get(0);
        assertThat(home.resolve("lake").resolve(file.path())).hasSize(file.bytes());
        Typed again = Typed.on(home, "snapshot", list.toString(), "--json");
        assertThat(again.code()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(again.err()).contains("it is there already");
        assertThat(Typed.on(home, "snapshot", folder.resolve("two.tsv").toString(), "--json")
                        .out())
                .contains("\"commit\":1,\"files\":1,\"rows\":1,\"bytes\":" + file.bytes() + "}");
    }
}
