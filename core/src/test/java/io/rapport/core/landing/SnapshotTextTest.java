package io.rapport.core.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.LandedFile.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotTextTest {

    private static final Path LAKE = Path.of("home", "lake");

    @Test
    void comes_back_as_it_was_written_with_paths_below_the_lake() {
        Path mail = Path.of("Message_v1", "month=2026-10", "0a-1.parquet");
        Path users = Path.of("User_v1", "0b-2.parquet");
        List<String> lines = SnapshotText.lines(
                new Snapshot(
                        7,
                        List.of(
                                new LandedFile(
                                        Datasets.MESSAGE, LAKE.resolve(mail), Kind.BASE, 3, "2026-10", 12, 3_456),
                                new LandedFile(Datasets.USER, LAKE.resolve(users), Kind.REMOVAL, 7, "none", 1, 99))),
                LAKE);

        assertThat(lines)
                .containsExactly(
                        "rapport-snapshot\t1\t7\t2",
                        "Message_v1\t2026-10\tBASE\t3\t12\t3456\tMessage_v1/month=2026-10/0a-1.parquet",
                        "User_v1\tnone\tREMOVAL\t7\t1\t99\tUser_v1/0b-2.parquet");
        assertThat(SnapshotText.of(lines))
                .isEqualTo(new Snapshot(
                        7,
                        List.of(
                                new LandedFile(Datasets.MESSAGE, mail, Kind.BASE, 3, "2026-10", 12, 3_456),
                                new LandedFile(Datasets.USER, users, Kind.REMOVAL, 7, "none", 1, 99))));
    }

    @Test
    void says_everything_that_is_wrong_by_line_and_no_value() {
        List<String> lines = List.of(
                "rapport-snapshot\t1\tplanted\t9",
                "planted_v1\t2026\tNEW\t-1\tmany\t\t../planted.parquet",
                "Message_v1\t2026-10\tBASE\t3\t12\t3456\tplanted/../../etc.parquet",
                "Message_v1\t2026-10\tBASE\t3\t12\t3456\ta.parquet",
                "Message_v1\t2026-10\tBASE\t3\t12\t3456\ta.parquet",
                "Message_v1\tplanted");

        assertThatThrownBy(() -> SnapshotText.of(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1: the commit is none")
                .hasMessageContaining("line 1: there are 5 lines of files, and not as many as it says")
                .hasMessageContaining("line 2: the dataset is unknown")
                .hasMessageContaining("line 2: the month is none")
                .hasMessageContaining("line 2: the kind is unknown")
                .hasMessageContaining("line 2: the path is none of a Parquet file below the lake")
                .hasMessageContaining("line 2: the commit is none")
                .hasMessageContaining("line 2: the number of rows is none")
                .hasMessageContaining("line 2: the number of bytes is none")
                .hasMessageContaining("line 3: the path is none")
                .hasMessageContaining("line 5: the path was named before")
                .hasMessageContaining("line 6 has 2 fields, and not 7")
                .hasMessageNotContaining("planted");
    }

    @Test
    void refuses_other_files_other_forms_and_half_a_list() {
        assertThatThrownBy(() -> SnapshotText.of(List.of())).hasMessage("line 1 is not that of a snapshot's list");
        assertThatThrownBy(() -> SnapshotText.of(List.of("ContactId,AccountId,EmailAddress")))
                .hasMessage("line 1 is not that of a snapshot's list");
        assertThatThrownBy(() -> SnapshotText.of(List.of("rapport-snapshot\t2\t7\t0")))
                .hasMessageContaining("its form is not 1");
        assertThatThrownBy(() -> SnapshotText.of(List.of("rapport-snapshot\t1\t7\t1")))
                .hasMessageContaining("there are 0 lines of files");
        List<String> many = new ArrayList<>(Collections.nCopies(50, "no line of a file"));
        many.add(0, "rapport-snapshot\t1\t7\t50");
        assertThatThrownBy(() -> SnapshotText.of(many)).hasMessageEndingWith("; and 30 more");
    }
}
