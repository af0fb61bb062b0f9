package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.state.StateLocation;
import io.rapport.model.extract.ExtractWords;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.dataset.ExtractionPlace;
import io.rapport.serve.dataset.Extractions;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.home.Home;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.server.Approved;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncCommandTest {

    private static final Instant LONG_AGO = Typed.NOON.minus(Duration.ofDays(2));
    private static final String SENT_AT = "2026-10-01T08:00:00Z";

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private Instant now = Typed.NOON;

    @BeforeEach
    void connect_the_folder() {
        assertThat(type("connect", "data-connect", "--folder", folder.toString())
                        .code())
                .isZero();
    }

    @Test
    void imports_what_is_there_once() throws IOException {
        put("Message_v1/a.json", LONG_AGO, Exports.message("m1", SENT_AT));
        put("BasicDataSet_v0.Message_v1-b.json", LONG_AGO, Exports.message("m2", SENT_AT));

        Typed first = type("sync");
        Typed second = type("sync");

        assertThat(first.code()).isZero();
        assertThat(first.out()).isEqualTo("""
                data-connect: 2 files imported, 0 already known, 0 waiting, 0 set aside
                  2 rows read: 2 added, 0 replaced, 0 unchanged, 0 superseded, 0 rejected
                """);
        assertThat(second.out()).isEqualTo("data-connect: 0 files imported, 2 already known, 0 waiting, 0 set aside\n");
        assertThat(landed()).isEqualTo("m1,m2");
    }

    @Test
    void the_same_bytes_under_another_name_are_known() throws IOException {
        put("Message_v1/a.json", LONG_AGO, Exports.message("m1", SENT_AT));
        type("sync");
        put("Message_v1/copy.json", LONG_AGO, Exports.message("m1", SENT_AT));

        assertThat(type("sync").out()).startsWith("data-connect: 0 files imported, 2 already known");
    }

    @Test
    void what_a_command_imported_is_known_too() throws IOException {
        Path file = put("Message_v1/a.json", LONG_AGO, Exports.message("m1", SENT_AT));
        type("import", "Message_v1", file.toString());

        assertThat(type("sync").out()).startsWith("data-connect: 0 files imported, 1 already known");
    }

    @Test
    void a_file_that_changed_just_now_waits_for_a_later_sync() throws IOException {
        put("Message_v1/a.json", now.minusSeconds(29), Exports.message("m1", SENT_AT));

        Typed early = type("sync");
        now = now.plusSeconds(1);
        Typed late = type("sync");

        assertThat(early.code()).isZero();
        assertThat(early.out()).isEqualTo("data-connect: 0 files imported, 0 already known, 1 waiting, 0 set aside\n");
        assertThat(early.err()).contains("may still be written");
        assertThat(late.out()).startsWith("data-connect: 1 file imported");
    }

    @Test
    void a_file_of_a_clock_that_is_ahead_waits_from_its_first_look_on() throws IOException {
        put("Message_v1/a.json", now.plus(Duration.ofHours(3)), Exports.message("m1", SENT_AT));

        type("sync");
        now = now.plusSeconds(29);
        Typed early = type("sync");
        now = now.plusSeconds(1);
        Typed late = type("sync");

        assertThat(early.out()).contains("1 waiting");
        assertThat(late.out()).startsWith("data-connect: 1 file imported");
    }

    @Test
    void a_file_that_grows_begins_to_wait_again() throws IOException {
        Instant ahead = now.plus(Duration.ofHours(3));
        put("Message_v1/a.json", ahead, Exports.message("m1", SENT_AT));
        type("sync");
        now = now.plusSeconds(20);
        put("Message_v1/a.json", ahead, Exports.message("m1", SENT_AT), Exports.message("m2", SENT_AT));
        type("sync");
        now = now.plusSeconds(20);

        Typed early = type("sync");
        now = now.plusSeconds(10);
        Typed late = type("sync");

        assertThat(early.out()).contains("1 waiting");
        assertThat(late.out()).startsWith("data-connect: 1 file imported").contains("2 rows read");
    }

    @Test
    void a_file_that_changed_after_its_import_is_imported_again() throws IOException {
        put("Message_v1/a.json", LONG_AGO, Exports.message("m1", SENT_AT));
        type("sync");
        put(
                "Message_v1/a.json",
                LONG_AGO.plusSeconds(60),
                Exports.message("m1", SENT_AT),
                Exports.message("m2", SENT_AT));

        assertThat(type("sync").out()).contains("2 rows read: 1 added, 0 replaced, 1 unchanged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Message_v1/a.json.tmp",
                "Message_v1/a.PART",
                "Message_v1/a.json.crdownload",
                "Message_v1/_SUCCESS",
                "Message_v1/.a.json",
                "_temporary/Message_v1/a.json",
                ".staging/Message_v1.json"
            })
    void what_writers_have_not_finished_is_left_alone(String path) throws IOException {
        put(path, LONG_AGO, Exports.message("m1", SENT_AT));

        assertThat(type("sync").out())
                .isEqualTo("data-connect: 0 files imported, 0 already known, 0 waiting, 0 set aside\n");
    }

    @Test
    void a_bad_file_is_set_aside_untouched_and_the_rest_goes_on() throws IOException {
        Path bad = put("Message_v1/a-bad.json", LONG_AGO, "planted-subject is no JSON");
        byte[] before = Files.readAllBytes(bad);
        put("Message_v1/b.json", LONG_AGO, Exports.message("m1", SENT_AT));

        Typed typed = type("sync");

        assertThat(typed.code()).isZero();
        assertThat(typed.out()).startsWith("data-connect: 1 file imported, 0 already known, 0 waiting, 1 set aside\n");
        assertThat(typed.err())
                .isEqualTo("Set aside: " + bad + " is no export: its content begins neither as JSON ({ or"
                        + " [) nor as gzip of JSON nor as Parquet. Name the files that Graph Data Connect wrote. Nothing was"
                        + " imported.\n");
        assertThat(Files.readAllBytes(bad)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(bad).toInstant()).isEqualTo(LONG_AGO);
        assertThat(type("connections").out())
                .contains("data-connect set aside: " + bad + " is no export")
                .doesNotContain("planted");
        assertThat(type("connections", "--json").out())
                .contains("\"imported\":1,\"waiting\":0,\"setAside\":[{\"path\":\"Message_v1/a-bad.json\","
                        + "\"code\":\"EXPORT_NOT_RECOGNISED\"")
                .containsPattern("\"sha256\":\"[0-9a-f]{64}\"");
    }

    @Test
    void a_file_with_too_many_rejects_is_set_aside_however_many_good_ones_there_are() throws IOException {
        put("Message_v1/a.json", LONG_AGO, Exports.message("m1", SENT_AT), "{\"isDraft\":7}");
        put("Message_v1/b.json", LONG_AGO, Exports.message("m2", SENT_AT));

        Typed typed = type("sync");

        assertThat(typed.out())
                .startsWith("data-connect: 1 file imported, 0 already known, 0 waiting, 1 set aside\n")
                .contains("Places and reasons of the rejected rows: ");
        assertThat(landed()).isEqualTo("m2");
    }

    @Test
    void a_file_that_is_set_aside_is_tried_again_when_its_bytes_change_even_unseen_by_size_and_time()
            throws IOException {
        String good = Exports.message("m1", SENT_AT);
        put("Message_v1/a.json", LONG_AGO, good.replace("{\"id\"", "x\"id\""));
        type("sync");
        Typed same = type("sync", "--json");
        put("Message_v1/a.json", LONG_AGO, good);

        Typed repaired = type("sync");

        assertThat(same.out()).contains("\"newlySetAside\":0,\"setAside\":[{\"path\":\"Message_v1/a.json\"");
        assertThat(repaired.out())
                .startsWith("data-connect: 1 file imported, 0 already known, 0 waiting, 0 set aside\n");
    }

    @Test
    void a_file_that_names_no_dataset_is_set_aside() throws IOException {
        put("Message_v10.json", LONG_AGO, Exports.message("m1", SENT_AT));

        assertThat(type("sync").err()).contains("Message_v10.json has no dataset in its name");
        assertThat(type("sync", "--json").out()).contains("DATASET_NOT_NAMED");
    }

    @Test
    void a_file_that_may_not_be_read_is_tried_at_every_sync() throws IOException {
        Path file = put("Message_v1/a.json", LONG_AGO, Exports.message("m1", SENT_AT));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        boolean isRoot = Files.isReadable(file);
        Typed before = type("sync");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Typed after = type("sync");

        assertThat(before.out()).contains(isRoot ? "1 file imported" : "1 set aside");
        assertThat(after.out()).contains(isRoot ? "1 already known" : "1 file imported");
    }

    @Test
    void a_folder_within_that_may_not_be_read_is_told_and_the_rest_goes_on() throws IOException {
        put("Message_v1/a.json", LONG_AGO, Exports.message("m1", SENT_AT));
        Path closed = Files.createDirectory(folder.resolve("User_v1"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        boolean isRoot = Files.isReadable(closed);

        Typed typed = type("sync");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));

        assertThat(typed.out())
                .startsWith("data-connect: 1 file imported")
                .contains(isRoot ? "0 set aside" : "1 set aside");
    }

    @Test
    void a_dataset_of_the_connection_holds_for_all_its_files() throws IOException {
        Path mail = Files.createDirectory(folder.resolve("_mail"));
        type("disconnect", "data-connect");
        type("connect", "data-connect", "--folder", mail.toString(), "--name", "mail", "--dataset", "inbox_v1");
        put("_mail/User_v1/whatever.json", LONG_AGO, Exports.message("m1", SENT_AT));

        assertThat(type("sync", "mail").out()).startsWith("mail: 1 file imported");
        assertThat(landed()).isEqualTo("m1");
    }

    @Test
    void a_folder_that_is_gone_fails_after_the_others_are_synced(@TempDir Path other) throws IOException {
        type("connect", "data-connect", "--folder", other.toString(), "--name", "a-second");
        Files.delete(other);
        put("Message_v1/a.json", LONG_AGO, Exports.message("m1", SENT_AT));

        Typed typed = type("sync");

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out()).startsWith("data-connect: 1 file imported");
        assertThat(typed.err())
                .isEqualTo(
                        "rapport: The folder " + other
                                + " is not there or can't be read. Check that it is mounted and that this account may read it.\n");
    }

    @Test
    void what_came_of_a_folder_is_erased_and_can_be_imported_again() throws IOException {
        put("Message_v1/a.json", LONG_AGO, Exports.message("m1", SENT_AT));
        type("sync");
        type(
                "import",
                "Message_v1",
                Exports.write(folder, "b.json", Exports.message("m2", SENT_AT)).toString());

        Typed erased = type("disconnect", "data-connect", "--erase");
        String left = landed();
        type("import", "Message_v1", folder.resolve("Message_v1/a.json").toString());

        assertThat(erased.out())
                .isEqualTo("data-connect is disconnected. What it brought is erased: 1 row in 1 file. Everything in "
                        + folder + " stays.\nCertificate: " + home.resolve("certificates/connection-1.txt") + "\n");
        assertThat(left).isEqualTo("m2");
        assertThat(landed()).isEqualTo("m1,m2");
    }

    @Test
    void an_erasure_takes_extractions_in_the_home_along_and_names_those_outside() throws IOException {
        put("Message_v1/a.json", LONG_AGO, Exports.message("m1", SENT_AT));
        type("sync");
        Path outside = folder.resolve("outside");
        type("extract", "Message_v1", "--out", outside.toString());
        String id;
        try (ServeState state = ServeState.open(StateLocation.file(home.resolve("rapport.db")))) {
            Person mira = new Person("mira", "Mira", Role.ADMINISTRATOR);
            var unused = Approved.all(approvals(state), mira, Datasets.MESSAGE);
            id = kept(state)
                    .request(
                            new ExtractWords(
                                    Datasets.MESSAGE,
                                    null,
                                    null,
                                    null,
                                    List.of(),
                                    List.of(),
                                    "mail eq 'a@b.c'",
                                    null,
                                    null,
                                    null),
                            mira,
                            "a test");
        }
        Path complete = Files.createDirectories(home.resolve("extractions").resolve(id));
        Files.writeString(complete.resolve("rows"), "rows of it");
        Path half = Files.createDirectories(home.resolve("extractions").resolve("_" + id + "x"));
        Files.writeString(half.resolve("rows"), "rows of it");

        Typed erased = type("disconnect", "data-connect", "--erase");

        assertThat(erased.err()).contains("lie outside of the home").contains(outside.toString());
        assertThat(home.resolve("extractions")).isEmptyDirectory();
        assertThat(outside).isNotEmptyDirectory();
        try (ServeState state = ServeState.open(StateLocation.file(home.resolve("rapport.db")))) {
            assertThat(kept(state).log().find(id)).hasValueSatisfying(line -> {
                assertThat(line.words()).isNull();
                assertThat(line.removedAt()).isNotNull();
            });
        }
    }

    private KeptExtractions kept(ServeState state) {
        Home folders = new Home(home);
        return new KeptExtractions(
                new Extractions(state, () -> now),
                new ExtractionPlace(folders),
                () -> new Snapshot(0, List.of()),
                new DuckDbSettings(128L << 20, 1, folders.temporary()),
                approvals(state));
    }

    private Approvals approvals(ServeState state) {
        return new Approvals(state, () -> now, new AccessLog(state, () -> now));
    }

    @Test
    void answers_in_json() throws IOException {
        put("Message_v1/a.json", LONG_AGO, Exports.message("m1", SENT_AT));

        assertThat(type("sync", "--json").out())
                .isEqualTo("{\"connections\":[{\"name\":\"data-connect\",\"imported\":1,\"known\":0,\"waiting\":0,"
                        + "\"newlySetAside\":0,\"setAside\":[],\"read\":1,\"added\":1,\"replaced\":0,\"unchanged\":0,"
                        + "\"superseded\":0,\"rejected\":0,\"former\":0}],\"rejects\":[]}\n");
    }

    @Test
    void once_and_follow_exclude_each_other() {
        assertThat(type("sync", "--once", "--follow").code()).isEqualTo(2);
    }

    private Typed type(String... words) {
        return Typed.at(now, home, words);
    }

    private Path put(String path, Instant modified, String... lines) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Exports.write(folder, path, lines);
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private String landed() {
        return type("query", "--format", "csv", "select string_agg(id, ',' order by id) as ids from Message_v1")
                .out()
                .replace("ids\n", "")
                .replace("\"", "")
                .strip();
    }
}
