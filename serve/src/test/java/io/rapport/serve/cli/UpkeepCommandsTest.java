package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepCommandsTest {

    @TempDir
    Path home;

    @TempDir
    Path exports;

    @Test
    void former_months_leave_stay_away_and_come_back_where_all_is_kept() {
        land("m1", "2025-09-30T23:59:59Z");
        land("m2", "2025-10-01T00:00:00Z");

        Typed dry = Typed.on(home, "retention", "--dry-run");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out())
                .contains("Kept: 2025-10 and later\n", "  Message_v1 2025-09: 1 row, ")
                .doesNotContain("2025-10:");
        assertThat(rows()).isEqualTo("2");

        Typed retention = Typed.on(home, "retention");
        assertThat(retention.code()).as(retention.err()).isZero();
        assertThat(retention.out()).contains("  1 row left. Their files are deleted in a day.");
        assertThat(rows()).isEqualTo("1");
        assertThat(land("m3", "2025-08-01T00:00:00Z").out())
                .contains(
                        "1 row read: 0 added, 0 replaced, 0 unchanged, 1 of months that are no longer kept, 0 rejected");
        assertThat(Typed.on(home, "retention").out()).contains("Nothing is older.");

        assertThat(Typed.on(home, "retention", "--months", "0").out()).contains("Kept: everything");
        assertThat(land("m4", "2025-08-01T00:00:00Z").out()).contains("1 added");
        assertThat(Typed.on(home, "retention", "--months", "14", "--json").out())
                .contains("{\"keptFrom\":\"2025-09\",\"former\":[{\"dataset\":\"Message_v1\",\"month\":\"2025-08\",")
                .contains("\"dryRun\":false,\"rowsLeft\":1}");
    }

    @Test
    void files_are_folded_and_deleted_a_day_later() {
        for (int i = 0; i < 5; i++) {
            land("m" + i, "2026-11-0" + (i + 1) + "T08:00:00Z");
        }

        Typed compact = Typed.on(home, "compact", "Message_v1");
        assertThat(compact.code()).as(compact.err()).isZero();
        assertThat(compact.out()).startsWith("Message_v1: 5 files folded into 1, ");
        assertThat(rows()).isEqualTo("5");
        assertThat(Typed.on(home, "compact").out()).isEqualTo("There is nothing to fold.\n");

        assertThat(files()).isEqualTo(6);
        Typed later = Typed.at(Typed.NOON.plus(Duration.ofHours(24)), home, "compact", "--json");
        assertThat(later.out()).isEqualTo("{\"datasets\":[]}\n");
        assertThat(files()).isEqualTo(1);
        assertThat(rows()).isEqualTo("5");
    }

    @Test
    void wrong_words_change_nothing() {
        land("m1", "2020-01-01T00:00:00Z");

        Typed months = Typed.on(home, "retention", "--months", "many");
        assertThat(months.code()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(months.err()).contains("can't be kept for \"many\" months");
        assertThat(Typed.on(home, "compact", "Mesage_v1").code()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(rows()).isEqualTo("1");
    }

    private Typed land(String id, String sentAt) {
        Path file = Exports.write(exports, id + ".json", Exports.message(id, sentAt));
        Typed typed = Typed.on(home, "import", "Message_v1", file.toString());
        assertThat(typed.code()).as(typed.err()).isZero();
        return typed;
    }

    private long files() {
        try (Stream<Path> tree = Files.walk(home.resolve("lake"))) {
            return tree.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String rows() {
        return Typed.on(home, "query", "select count(*) as n from Message_v1", "--format", "csv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
    }
}
