package io.rapport.serve.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.connect.ConnectError;
import io.rapport.connect.dataconnect.ImportSummary;
import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.connection.WatchedFile.State;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a sync makes of imports that fail; the imports are made up. */
class FolderSyncTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private final List<String> tried = new ArrayList<>();
    private Instant now = NOON;

    @BeforeEach
    void put_three_files() throws IOException {
        connections().add(connection());
        for (String name : List.of("a", "b", "c")) {
            Path file = Files.writeString(folder.resolve("Message_v1-" + name), name);
            Files.setLastModifiedTime(file, FileTime.from(NOON.minusSeconds(3600)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ConnectError.class,
            names = {"EXPORT_CHANGED", "EXPORT_NOT_FOUND"})
    void a_file_that_changes_while_it_is_imported_waits(ConnectError code) {
        SyncSummary first = sync(failing("b", code));
        SyncSummary second = sync(failing("", code));

        assertThat(first.imported()).isEqualTo(2);
        assertThat(first.waiting()).isEqualTo(1);
        assertThat(second.imported()).isEqualTo(1);
        assertThat(tried).containsExactly("a", "b", "c", "b");
    }

    @Test
    void what_no_file_is_to_blame_for_ends_the_sync_and_what_was_imported_stays() {
        assertThatThrownBy(() -> sync(failing("b", LakeError.HOME_FAILED)))
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(LakeError.HOME_FAILED);

        assertThat(states()).isEqualTo(Map.of("Message_v1-a", State.IMPORTED));
        assertThat(sync(failing("", LakeError.HOME_FAILED)).imported()).isEqualTo(2);
    }

    @Test
    void an_interruption_says_nothing_about_the_file_that_it_hits() {
        FileImport interrupted = (connection, dataset, file) -> {
            Thread.currentThread().interrupt();
            throw new RapportException(ConnectError.EXPORT_NOT_READABLE, "its channel was closed");
        };

        assertThatThrownBy(() -> sync(interrupted)).isInstanceOf(RapportException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(states()).isEmpty();
        assertThat(sync(failing("", ConnectError.EXPORT_DAMAGED)).imported()).isEqualTo(3);
    }

    @Test
    void a_damaged_file_is_not_tried_again_and_an_unreadable_one_is() {
        sync(failing("a", ConnectError.EXPORT_DAMAGED));
        sync(failing("a", ConnectError.EXPORT_DAMAGED));
        assertThat(tried).containsExactly("a", "b", "c");

        connections().remove(connection());
        connections().add(connection());
        tried.clear();
        sync(failing("a", ConnectError.EXPORT_NOT_READABLE));
        SyncSummary second = sync(failing("a", ConnectError.EXPORT_NOT_READABLE));

        assertThat(tried).containsExactly("a", "b", "c", "a");
        assertThat(second.newlySetAside()).isZero();
        assertThat(second.setAside()).hasSize(1);
    }

    @Test
    void damaged_parquet_is_set_aside() {
        assertThat(sync(failing("b", LakeError.UNREADABLE_PARQUET)).setAside())
                .singleElement()
                .satisfies(file -> assertThat(file.reasonCode()).isEqualTo("UNREADABLE_PARQUET"));
    }

    @Test
    void a_file_that_is_gone_is_forgotten() throws IOException {
        sync(failing("a", ConnectError.EXPORT_DAMAGED));
        Files.delete(folder.resolve("Message_v1-a"));

        assertThat(sync(failing("", ConnectError.EXPORT_DAMAGED)).setAside()).isEmpty();
        assertThat(states()).doesNotContainKey("Message_v1-a");
    }

    @Test
    void a_file_that_waits_when_the_clock_is_put_back_waits_no_longer_than_others() throws IOException {
        Files.setLastModifiedTime(folder.resolve("Message_v1-c"), FileTime.from(NOON.minusSeconds(5)));
        assertThat(sync(failing("", ConnectError.EXPORT_DAMAGED)).waiting()).isEqualTo(1);

        now = NOON.minusSeconds(86_400);
        assertThat(sync(failing("", ConnectError.EXPORT_DAMAGED)).waiting()).isEqualTo(1);
        now = now.plus(FolderSync.QUIET);
        assertThat(sync(failing("", ConnectError.EXPORT_DAMAGED)).imported()).isEqualTo(1);
    }

    private FileImport failing(String content, ErrorCode code) {
        return (connection, dataset, file) -> {
            String name = file.getFileName().toString().replace("Message_v1-", "");
            tried.add(name);
            if (name.equals(content)) {
                throw new RapportException(code, "it failed");
            }
            return new ImportSummary(1, 0, 1, 1, 0, 0, 0, 0);
        };
    }

    private SyncSummary sync(FileImport imports) {
        return new FolderSync(state(), () -> now, imports).sync(connection(), true);
    }

    private Map<String, State> states() {
        return new WatchedFiles(state())
                .list(connection()).stream().collect(Collectors.toMap(WatchedFile::path, WatchedFile::state));
    }

    private Connection connection() {
        return new Connection("exports", folder, null, NOON, null);
    }

    private Connections connections() {
        return new Connections(state());
    }

    private ServeState state() {
        return ServeState.open(StateLocation.file(home.resolve("rapport.db")));
    }
}
