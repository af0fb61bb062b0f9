package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.state.StateLocation;
import io.rapport.serve.backup.HomeBytes;
import io.rapport.serve.backup.StateRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {

    private static final List<String> LEFT_OUT =
            List.of("lake_writer", "pending_consent", "scheduled_tasks", "spring_session", "spring_session_attributes");

    @TempDir
    static Path folder;

    private static Path home = Path.of("");
    private static Path backup = Path.of("");
    private static Path sealed = Path.of("");
    private static Path password = Path.of("");

    @BeforeAll
    static void back_up_a_home_that_has_something_of_everything() {
        home = folder.resolve("home");
        backup = folder.resolve("backup");
        sealed = folder.resolve("deep/sealed");
        BackedUpHome.make(home, folder);
        assertThat(BackedUpHome.type(home, "backup", backup.toString()).out())
                .startsWith("Backed up to " + backup + ": the home as it was at 2026-11-20T12:00:00Z, ");
        password = Exports.write(folder, "password", "correct-horse-battery");
        BackedUpHome.type(home, "backup", sealed.toString(), "--key-password-file", password.toString());
    }

    @Test
    void a_restored_home_has_every_row_and_every_byte() throws IOException {
        Path restored = folder.resolve("restored");

        assertThat(BackedUpHome.type(restored, "restore", backup.toString()).out())
                .contains("every byte as it was");

        Map<String, List<String>> before = StateRows.of(StateLocation.file(home.resolve("rapport.db")));
        Map<String, List<String>> after = StateRows.of(StateLocation.file(restored.resolve("rapport.db")));
        assertThat(before).hasSizeGreaterThan(30).allSatisfy((table, rows) -> {
            // Leases that have run out are swept.
            if (!table.equals("lake_writer")) {
                assertThat(rows).as(table).isNotEmpty();
            }
        });
        assertThat(after).hasSameSizeAs(before);
        before.forEach((table, rows) -> {
            switch (table) {
                case "lake_home" -> assertThat(after.get(table)).hasSize(1).isNotEqualTo(rows);
                case "job", "run", "extraction" ->
                    assertThat(after.get(table))
                            .as(table)
                            .hasSameSizeAs(rows)
                            .containsAll(rows.stream()
                                    .filter(row -> !row.contains("RUNNING") && !row.contains("REFRESHING"))
                                    .toList())
                            .noneMatch(row -> row.contains("RUNNING") || row.contains("REFRESHING"));
                // The backup's own note came after it, and that of the second one too.
                case "access_log" -> assertThat(after.get(table)).anyMatch(row -> row.contains("restore of the home"));
                case "setting" -> assertThat(rows).containsAll(after.get(table));
                default ->
                    assertThat(after.get(table)).as(table).isEqualTo(LEFT_OUT.contains(table) ? List.of() : rows);
            }
        });
        assertThat(after.get("job")).anyMatch(row -> row.contains("JOB_LOST"));
        assertThat(HomeBytes.of(restored)).isEqualTo(HomeBytes.of(home)).hasSizeGreaterThan(8);
        assertThat(BackedUpHome.type(restored, "query", "select count(*) as n from Office", "--format", "csv")
                        .out())
                .isEqualTo(BackedUpHome.type(home, "query", "select count(*) as n from Office", "--format", "csv")
                        .out());
        assertThat(BackedUpHome.type(restored, "access-log", "verify").out()).contains("is sound");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(restored)))
                .isEqualTo("rwx------");
        assertThat(restored.resolve("keys")).doesNotExist();
    }

    @Test
    void a_backup_holds_no_key_no_session_and_no_password() throws IOException {
        assertThat(Files.readString(home.resolve("keys/secrets.key"))).contains("planted-key-of-the-home");
        assertThat(StateRows.of(StateLocation.file(home.resolve("rapport.db"))).get("spring_session"))
                .anyMatch(row -> row.contains("planted-session"));

        for (Path one : List.of(backup, sealed)) {
            try (Stream<Path> tree = Files.walk(one)) {
                assertThat(tree.filter(Files::isRegularFile).toList()).allSatisfy(file -> {
                    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    assertThat(text)
                            .doesNotContain("planted-key-of-the-home")
                            .doesNotContain("cGxhbnRlZC1rZXktb2YtdGhlLWhvbWUK")
                            .doesNotContain("planted-session")
                            .doesNotContain("correct-horse");
                });
            }
        }
    }

    @Test
    void sealed_keys_come_back_with_the_password_alone() throws IOException {
        Path restored = folder.resolve("restored-with-keys");
        Path other = Exports.write(folder, "other", "wrong-horse-battery");

        Typed wrong = Typed.on(restored, "restore", sealed.toString(), "--key-password-file", other.toString());
        Typed shorter = Typed.on(
                restored,
                "restore",
                sealed.toString(),
                "--key-password-file",
                Exports.write(folder, "short", "horse").toString());
        BackedUpHome.type(restored, "restore", sealed.toString(), "--key-password-file", password.toString());

        assertThat(wrong.code()).isEqualTo(3);
        assertThat(wrong.err()).contains("The password does not open its keys").doesNotContain("horse");
        assertThat(shorter.code()).isEqualTo(2);
        assertThat(restored.resolve("keys/secrets.key")).hasSameBinaryContentAs(home.resolve("keys/secrets.key"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(restored.resolve("keys/secrets.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void all_that_speaks_against_a_restore_is_told_at_once_and_nothing_changes() throws IOException {
        Path damaged = copy("damaged");
        Files.delete(damaged.resolve("home/public-mail-domains.txt"));
        Files.writeString(damaged.resolve("home/rejects/one.jsonl"), "{} \n");
        Path used = Files.createDirectories(folder.resolve("used"));
        Files.writeString(used.resolve("somebody's"), "x");

        Typed typed = Typed.on(used, "restore", damaged.toString(), "--key-password-file", password.toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err())
                .contains("Nothing was changed.")
                .contains("home/public-mail-domains.txt is missing.")
                .contains("home/rejects/one.jsonl has 4 bytes, not 3.")
                .contains("is not empty: it holds somebody's.")
                .contains("It holds no keys");
        assertThat(used.resolve("somebody's")).hasContent("x");
        assertThat(used).isDirectoryNotContaining("glob:**/*.db").isDirectoryNotContaining("glob:**/_restoring");
    }

    @Test
    void a_byte_that_changed_is_found_before_anything_counts() throws IOException {
        Path damaged = copy("flipped");
        Files.writeString(damaged.resolve("home/public-mail-domains.txt"), "fabrikam.exampl3\n");
        Path fresh = folder.resolve("fresh");

        Typed typed = Typed.on(fresh, "restore", damaged.toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).contains("home/public-mail-domains.txt is damaged: its SHA-256 is not the backup's.");
        // The log of errors alone.
        assertThat(fresh).isDirectoryContaining("glob:**/logs");
        assertThat(HomeBytes.of(fresh)).isEmpty();
        assertThat(BackedUpHome.type(fresh, "restore", backup.toString()).out()).contains("Restored");
    }

    @Test
    void a_backup_of_a_newer_version_one_that_is_not_whole_and_one_that_leads_out_are_refused() throws IOException {
        Path newer = copy("newer");
        String manifest = Files.readString(newer.resolve("backup.json"));
        Files.writeString(newer.resolve("backup.json"), manifest.replaceFirst("\"serve\":\\d+", "\"serve\":999"));
        Path half = copy("half");
        Files.delete(half.resolve("backup.json"));
        Path hostile = copy("hostile");
        Files.writeString(hostile.resolve("backup.json"), manifest.replace("home/rejects/one", "home/../../one"));
        Path fresh = folder.resolve("never");

        assertThat(Typed.on(fresh, "restore", newer.toString()).err())
                .contains("It was taken by a newer Rapport, ")
                .contains("serve schema 999, known up to ");
        assertThat(Typed.on(fresh, "restore", half.toString()).err()).contains("It is no whole backup");
        assertThat(Typed.on(fresh, "restore", hostile.toString()).err()).contains("backup.json is damaged");
        assertThat(HomeBytes.of(fresh)).isEmpty();
    }

    @Test
    void a_backup_goes_to_a_folder_that_is_new_or_empty_and_not_into_the_home() throws IOException {
        Path used = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(used.resolve("mine"), "x");

        Typed taken = Typed.on(home, "backup", used.toString());
        Typed inside = Typed.on(home, "backup", home.resolve("backups").toString());
        Typed nothing = Typed.on(
                folder.resolve("no-home"),
                "backup",
                folder.resolve("of-nothing").toString());

        assertThat(taken.code()).isEqualTo(2);
        assertThat(taken.err()).contains("is not empty");
        assertThat(used).isDirectoryContaining("glob:**/mine");
        assertThat(inside.err()).contains("lies in the home");
        assertThat(nothing.code()).isEqualTo(3);
        assertThat(folder.resolve("of-nothing")).doesNotExist();
    }

    @Test
    void a_file_of_the_lake_that_is_not_as_it_landed_is_named_and_nothing_is_left() throws IOException {
        Path restored = folder.resolve("to-be-damaged");
        BackedUpHome.type(restored, "restore", backup.toString());
        String listed = HomeBytes.of(restored).keySet().stream()
                .filter(path -> path.startsWith("lake/"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(restored.resolve(listed));
        bytes[bytes.length / 2] ^= 1;
        Files.write(restored.resolve(listed), bytes);
        Path target = folder.resolve("of-damaged");

        Typed typed = Typed.on(restored, "backup", target.toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).contains(listed).contains("not as they landed");
        assertThat(target).doesNotExist();
    }

    private static Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> tree = Files.walk(backup)) {
            for (Path from : tree.toList()) {
                Files.copy(from, copy.resolve(backup.relativize(from).toString()));
            }
        }
        return copy;
    }
}
