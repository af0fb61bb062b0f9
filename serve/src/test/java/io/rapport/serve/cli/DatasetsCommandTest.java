package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsCommandTest {

    @TempDir
    Path home;

    @TempDir
    Path exports;

    @Test
    void an_unused_home_is_shown_as_empty_and_not_created() {
        Path none = home.resolve("none");

        Typed typed = Typed.on(none, "datasets");

        assertThat(typed.code()).isZero();
        assertThat(typed.out()).contains("Message_v1").contains("CalendarView_v0");
        assertThat(typed.err())
                .isEqualTo("Nothing has landed in " + none + " yet. To begin: rapport import DATASET FILE.\n");
        assertThat(none).doesNotExist();
    }

    @Test
    void quiet_leaves_the_note_out() {
        assertThat(Typed.on(home, "datasets", "--quiet").err()).isEmpty();
    }

    @Test
    void lists_rows_months_and_files() {
        land();

        assertThat(Typed.on(home, "datasets").out())
                .containsPattern("Message_v1 +2  2026-10 to 2026-11 +2  \\d.* kB  Mail metadata");
    }

    @Test
    void shows_what_a_dataset_may_hold_and_what_has_landed() {
        land();

        assertThat(Typed.on(home, "datasets", "BasicDataSet_v0.Message_v1").out())
                .contains("key              id, puser\n")
                .contains("partition date   sentDateTime, else receivedDateTime\n")
                .contains("filterable       sentDateTime, receivedDateTime, ")
                .contains("landed           2 rows in 2 files, ")
                .contains("      JFMAMJJASOND\n                 2026           ██\n")
                .containsPattern("internetMessageId +text +Message-ID header")
                .containsPattern("    address +address +its address")
                .doesNotContain("subject");
    }

    @Test
    void answers_in_json() {
        land();

        assertThat(Typed.on(home, "datasets", "--json").out())
                .startsWith("{\"datasets\":[{\"name\":\"OutlookContactActivity_v0\"")
                .contains("\"rows\":2,\"files\":2,")
                .contains("\"firstMonth\":\"2026-10\",\"lastMonth\":\"2026-11\"");
        assertThat(Typed.on(home, "datasets", "User_v1", "--json").out())
                .startsWith("{\"name\":\"User_v1\"")
                .contains("\"rows\":0,\"files\":0,\"bytes\":0,\"firstMonth\":null")
                .contains("\"key\":[\"id\"]")
                .contains("{\"name\":\"assignedPlans\",\"type\":\"list of object\"");
    }

    private void land() {
        Path file = Exports.write(
                exports,
                "mail.json",
                Exports.message("m1", "2026-10-01T08:00:00Z"),
                Exports.message("m2", "2026-11-01T08:00:00Z"));
        assertThat(Typed.on(home, "import", "Message_v1", file.toString()).code())
                .isZero();
    }
}
