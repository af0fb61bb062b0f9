package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.privacy.SuppressionKey;
import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.backup.HomeBytes;
import io.rapport.serve.backup.StateRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupPostgresIT {

    private static final List<String> OF_THE_RESTORE = List.of("lake_home", "access_log");

    @TempDir
    Path folder;

    @Test
    void every_row_and_every_byte_survives_the_way_from_sqlite_to_postgresql_and_back() throws IOException {
        Path home = folder.resolve("home");
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path third = folder.resolve("third");
        BackedUpHome.make(home, folder);
        backUpAndRestore(home, List.of(), first, List.of());
        String url = PostgresServer.url(PostgresServer.schema(second));
        String other = PostgresServer.url(PostgresServer.schema(third));

        backUpAndRestore(first, List.of(), second, List.of("--state-url", url));
        backUpAndRestore(second, List.of("--state-url", url), third, List.of("--state-url", other));
        backUpAndRestore(third, List.of("--state-url", other), folder.resolve("last"), List.of());

        Map<String, List<String>> settled = StateRows.of(StateLocation.file(first.resolve("rapport.db")));
        assertThat(settled).hasSizeGreaterThan(30);
        assertSame(settled, StateRows.of(StateLocation.url(url, null)));
        assertSame(settled, StateRows.of(StateLocation.url(other, null)));
        assertSame(settled, StateRows.of(StateLocation.file(folder.resolve("last/rapport.db"))));
        assertThat(HomeBytes.of(second)).isEqualTo(HomeBytes.of(home)).hasSizeGreaterThan(8);
        assertThat(HomeBytes.of(third)).isEqualTo(HomeBytes.of(home));
        assertThat(HomeBytes.of(folder.resolve("last"))).isEqualTo(HomeBytes.of(home));
        assertThat(second.resolve("rapport.db")).doesNotExist();

        // Keys stay out of a backup without a password; without this one nobody knows who was erased.
        Path mail = Exports.write(folder, "more.json", Exports.message("m3", "2026-11-02T08:00:00Z"));
        Typed withoutKey = Typed.on(second, "import", "Message_v1", mail.toString(), "--state-url", url);
        assertThat(withoutKey.code()).isEqualTo(3);
        assertThat(withoutKey.err()).contains("suppression.key is missing");
        SuppressionKey unused = SuppressionKey.make(second.resolve("keys/suppression.key"));

        // New numbers go on where the old ones ended.
        assertThat(BackedUpHome.type(second, "import", "Message_v1", mail.toString(), "--state-url", url)
                        .out())
                .contains("1 added");
        assertThat(BackedUpHome.type(second, "access-log", "verify", "--state-url", url)
                        .out())
                .contains("is sound");

        Typed taken = Typed.on(
                folder.resolve("fourth"),
                "restore",
                folder.resolve("backup-of-first").toString(),
                "--state-url",
                url);
        assertThat(taken.code()).isEqualTo(3);
        assertThat(taken.err()).contains("belongs to a home already");
    }

    private void backUpAndRestore(Path home, List<String> from, Path restored, List<String> to) {
        String backup = folder.resolve("backup-of-" + home.getFileName()).toString();
        BackedUpHome.type(
                home,
                java.util.stream.Stream.concat(List.of("backup", backup).stream(), from.stream())
                        .toArray(String[]::new));
        BackedUpHome.type(
                restored,
                java.util.stream.Stream.concat(List.of("restore", backup).stream(), to.stream())
                        .toArray(String[]::new));
    }

    private static void assertSame(Map<String, List<String>> expected, Map<String, List<String>> actual) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((table, rows) -> {
            if (table.equals("setting")) {
                // When the last backup was taken is noted after it.
                assertThat(rows).containsAll(actual.get(table));
            } else if (OF_THE_RESTORE.contains(table)) {
                assertThat(actual.get(table)).as(table).hasSizeGreaterThanOrEqualTo(rows.size());
            } else {
                assertThat(actual.get(table)).as(table).isEqualTo(rows);
            }
        });
    }
}
