package io.rapport.connect.dataconnect;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.connect.ConnectError;
import io.rapport.connect.MapLanding;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.ParquetLines;
import io.rapport.core.progress.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportImportTest {

    private static final ParquetLines TWO_ROWS = (file, dataset, consumer) -> {
        consumer.accept(message("p1"), 1);
        consumer.accept(message("p2"), 2);
    };

    @TempDir
    Path folder;

    private final MapLanding landing = new MapLanding();
    private final List<String> rejects = new ArrayList<>();

    @AfterEach
    void every_batch_is_closed() {
        assertThat(landing.openBatches).isZero();
    }

    @Test
    void imports_json_gzip_and_parquet_of_one_folder_in_one_commit() throws IOException {
        write("a.json", bytes(message("m1") + "\n" + message("m2")));
        write("b.json", gzip(bytes(message("m3") + "\n")));
        write("c.txt", bytes("PAR1 and so on"));
        write("_SUCCESS", bytes("no JSON"));

        assertThat(run()).isEqualTo(new ImportSummary(3, 0, 5, 5, 0, 0, 0, 0));
        assertThat(landing.commits).isEqualTo(1);
        assertThat(landing.rows(Datasets.MESSAGE)).containsOnlyKeys("m1|u|", "m2|u|", "m3|u|", "p1|u|", "p2|u|");
        assertThat(landing.checkpoints.values()).containsExactlyInAnyOrder("2", "1", "2");
        assertThat(landing.checkpoints.keySet()).allMatch(name -> name.matches("import/Message_v1/[0-9a-f]{64}"));
    }

    @Test
    void the_same_bytes_again_change_nothing_whatever_their_name() throws IOException {
        write("a.json", bytes(message("m1")));
        run();
        write("renamed.json", bytes(message("m1")));

        assertThat(run()).isEqualTo(new ImportSummary(2, 2, 0, 0, 0, 0, 0, 0));
        assertThat(landing.commits).isEqualTo(1);
    }

    @Test
    void identical_files_of_one_import_count_once() throws IOException {
        write("a.json", bytes(message("m1")));
        write("b.json", bytes(message("m1")));

        assertThat(run()).isEqualTo(new ImportSummary(2, 1, 1, 1, 0, 0, 0, 0));
    }

    @Test
    void the_same_bytes_under_another_dataset_are_not_known() throws IOException {
        write("a.json", bytes(message("m1")));
        run();

        assertThat(run(Datasets.CONTACT, ImportLimits.DEFAULT).filesKnown()).isZero();
    }

    @Test
    void counts_what_the_commit_did() throws IOException {
        write("a.json", bytes(message("m1") + "\n" + message("m2")));
        run();
        write("b.json", bytes(String.join("\n", message("m1"), changed("m2"), message("m3"), changed("m3"))));

        assertThat(run()).isEqualTo(new ImportSummary(2, 1, 4, 1, 1, 1, 1, 0));
    }

    @Test
    void imports_a_stream_that_rests_in_no_file_and_remembers_nothing() {
        ImportSummary first = runStream(message("m1") + "\n" + message("m2") + "\nno JSON\n");
        ImportSummary again = runStream(message("m1") + "\n");

        assertThat(first).isEqualTo(new ImportSummary(1, 0, 3, 2, 0, 0, 0, 1));
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(landing.checkpoints).isEmpty();
        assertThat(rejects).hasSize(1);
    }

    @Test
    void an_empty_file_is_an_export_without_rows() throws IOException {
        write("a.json", new byte[0]);
        write("b.json", bytes("\n \n"));
        write("c.json", gzip(new byte[0]));
        write("d.json", bytes("[]"));

        assertThat(run()).isEqualTo(new ImportSummary(4, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void reads_utf_8_and_utf_16_with_a_mark_and_without() throws IOException {
        write("a", concat(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, bytes(message("é✓"))));
        write("b", concat(new byte[] {(byte) 0xff, (byte) 0xfe}, (message("b😀") + "\r\n").getBytes(UTF_16LE)));
        write("c", concat(new byte[] {(byte) 0xfe, (byte) 0xff}, message("c").getBytes(UTF_16BE)));
        write("d", message("d").getBytes(UTF_16LE));
        write("e", gzip(message("e").getBytes(UTF_16BE)));

        assertThat(run().added()).isEqualTo(5);
        assertThat(landing.rows(Datasets.MESSAGE)).containsOnlyKeys("é✓|u|", "b😀|u|", "c|u|", "d|u|", "e|u|");
    }

    @Test
    void summary_rows_are_no_rows() throws IOException {
        write("a.json", bytes(message("m1") + "\n{\"puser\":\"u\",\"rowinformation\":{\"isUserSummaryRow\":true}}"));

        assertThat(run()).isEqualTo(new ImportSummary(1, 0, 1, 1, 0, 0, 0, 0));
    }

    @Test
    void rejects_within_the_limit_are_logged_by_place_and_reason_only() throws IOException {
        write("a.json", bytes(lines(198) + "{\"id\":\"secret\n{\"id\":\"secret\",\"isDraft\":3}\n"));

        assertThat(run()).isEqualTo(new ImportSummary(1, 0, 200, 198, 0, 0, 0, 2));
        assertThat(rejects)
                .containsExactly(
                        "Message_v1 a.json:199 is no valid JSON",
                        "Message_v1 a.json:200 column isDraft holds a number, not true or false");
    }

    @Test
    void rows_that_the_gate_refuses_are_rejects_too() throws IOException {
        write("a.json", bytes(lines(99) + "{\"puser\":\"u\"}"));

        assertThat(run().rejected()).isEqualTo(1);
        assertThat(rejects).containsExactly("Message_v1 a.json:100 key column id is missing");
    }

    @Test
    void more_rejects_than_the_limit_fail_the_import() throws IOException {
        Path file = write("a.json", bytes(lines(593) + "{\"id\":1}\n".repeat(7)));
        String first = "  " + file + ":%d: column id holds a number, not text\n";

        assertFails(
                this::run,
                ConnectError.EXPORT_TOO_MANY_REJECTS,
                "7 of 600 rows for Message_v1 can't be read: 1.17 %, and the limit is 1.00 %. Nothing was imported.\n"
                        + first.formatted(594) + first.formatted(595) + first.formatted(596) + first.formatted(597)
                        + first.formatted(598) + "  and 2 more, listed in the reject log\n"
                        + "Check that these files hold Message_v1, and export them again; or raise the limit.");
        assertThat(run(Datasets.MESSAGE, new ImportLimits(0.02, 1 << 20)).rejected())
                .isEqualTo(7);
    }

    @Test
    void rows_of_parquet_that_cannot_be_read_are_rejected_by_number() throws IOException {
        write("a.parquet", bytes("PAR1"));
        ParquetLines lines = (file, dataset, consumer) -> {
            consumer.accept("{\"id\":7}", 1);
            consumer.accept("[]", 2);
            consumer.accept("{\"id\"", 3);
            consumer.accept("{\"rowinformation\":{\"isUserSummaryRow\":true}}", 4);
            consumer.accept(message("m1"), 5);
        };
        RejectLog log = (dataset, file, line, reason) -> rejects.add(line + " " + reason);

        ImportSummary summary = new ExportImport(landing, lines, log, new ImportLimits(1, 1 << 20))
                .run(Datasets.MESSAGE, List.of(folder), Progress.NONE);

        assertThat(summary).isEqualTo(new ImportSummary(1, 0, 4, 1, 0, 0, 0, 3));
        assertThat(rejects)
                .containsExactly("1 column id holds a number, not text", "2 is no JSON object", "3 is no valid JSON");
    }

    @Test
    void one_bad_file_keeps_all_others_out() throws IOException {
        write("a.json", bytes(message("m1")));
        Path noise = write("b.json", bytes("no export"));

        assertFails(
                this::run,
                ConnectError.EXPORT_NOT_RECOGNISED,
                noise + " is no export: its content begins neither as JSON ({ or [) nor as gzip of JSON nor as Parquet."
                        + " Name the files that Graph Data Connect wrote. Nothing was imported.");
    }

    @Test
    void a_truncated_gzip_is_named_with_the_byte() throws IOException {
        byte[] whole = gzip(bytes(lines(5_000)));
        Path file = write("a.json.gz", Arrays.copyOf(whole, whole.length / 2));

        assertFails(
                this::run,
                ConnectError.EXPORT_DAMAGED,
                file + " breaks off within its gzip data at byte " + whole.length / 2
                        + ". Export or copy it again. Nothing was imported.");
    }

    @Test
    void a_gzip_that_breaks_off_in_its_last_bytes_is_damaged_too() throws IOException {
        byte[] whole = gzip(bytes(lines(10)));
        for (int missing = 1; missing < 20; missing++) {
            write("a.json.gz", Arrays.copyOf(whole, whole.length - missing));
            assertFails(this::run, ConnectError.EXPORT_DAMAGED, null);
        }
    }

    @Test
    void gzip_of_several_members_is_read_to_its_end() throws IOException {
        byte[] members = concat(gzip(bytes(lines(3_000))), gzip(bytes(message("last"))));
        write("a.json.gz", members);

        assertThat(run().added()).isEqualTo(3_001);
    }

    @Test
    void bytes_after_gzip_that_are_none_are_not_passed_over() throws IOException {
        byte[] whole = gzip(bytes(lines(10)));
        for (int extra : new int[] {1, 8, 17, 18, 19, 30, 200_000}) {
            byte[] noise = new byte[extra];
            Arrays.fill(noise, (byte) 'x');
            Path file = write("a.json.gz", concat(whole, noise));
            assertFails(this::run, ConnectError.EXPORT_DAMAGED, null);
            assertThatThrownBy(this::run).hasMessageContaining(file + " has damaged gzip data near byte ");
        }
    }

    @Test
    void gzip_within_gzip_is_no_export() throws IOException {
        write("a.json.gz", gzip(gzip(bytes(message("m1")))));

        assertFails(this::run, ConnectError.EXPORT_NOT_RECOGNISED, null);
    }

    @Test
    void a_line_that_unpacks_without_end_is_stopped_at_the_limit() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes("{\"id\":\""));
            byte[] piece = new byte[1 << 20];
            Arrays.fill(piece, (byte) 'x');
            for (int i = 0; i < 8; i++) {
                out.write(piece);
            }
        }
        Path file = write("bomb.gz", packed.toByteArray());

        assertFails(
                () -> run(Datasets.MESSAGE, new ImportLimits(0.01, 1 << 20)),
                ConnectError.EXPORT_LINE_TOO_LONG,
                file + " has a line or object of more than 1048576 bytes at line 1, byte 0 of its text; 1048576 is the"
                        + " limit. Check that it is a Graph Data Connect export. Nothing was imported.");
    }

    @Test
    void utf_16_that_breaks_off_within_a_character_is_damaged() throws IOException {
        byte[] text = message("m1").getBytes(UTF_16LE);
        Path file = write("a.json", Arrays.copyOf(text, text.length - 1));

        assertFails(
                this::run,
                ConnectError.EXPORT_DAMAGED,
                file + " begins as UTF-16 and is none near byte " + (text.length - 1)
                        + ". Export or copy it again. Nothing was imported.");
    }

    @Test
    void no_file_whatever_makes_it_throw_anything_else() throws IOException {
        Random random = new Random(42);
        byte[][] wholes = {
            bytes(lines(40)), gzip(bytes(lines(40))), lines(40).getBytes(UTF_16LE), bytes("[" + message("m") + "]")
        };
        int failed = 0;
        for (int round = 0; round < 200; round++) {
            byte[] whole = wholes[round % wholes.length];
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int i = random.nextInt(4); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            if (round % 10 == 0) {
                random.nextBytes(damaged);
            }
            write("a.json", damaged);
            try {
                run();
            } catch (RapportException e) {
                failed++;
                assertThat(e.code()).isInstanceOf(ConnectError.class);
                assertThat(e.text()).contains("Nothing was imported.").doesNotContain("secret");
            }
        }
        assertThat(failed).isBetween(100, 200);
    }

    @Test
    void progress_goes_up_to_all_bytes() throws IOException {
        long size = Files.size(write("a.json", bytes(lines(5_000))))
                + Files.size(write("b.json.gz", gzip(bytes(changed("x")))));
        List<String> reports = new ArrayList<>();
        Progress progress = (task, done, total) -> {
            assertThat(done).isBetween(0L, total);
            assertThat(total).isEqualTo(size);
            reports.add(task + " " + done);
        };
        new ExportImport(landing, TWO_ROWS, RejectLog.NONE, ImportLimits.DEFAULT)
                .run(Datasets.MESSAGE, List.of(folder), progress);

        assertThat(reports)
                .contains("Checking 2 files " + size)
                .anyMatch(report -> report.startsWith("Importing Message_v1: 2,048 rows "))
                .endsWith("Importing Message_v1: 5,001 rows " + size);
    }

    /** Fails as expected, commits nothing, and leaves no checkpoint. */
    private void assertFails(ThrowingCallable call, ConnectError code, @Nullable String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RapportException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            if (message != null) {
                assertThat(e).hasMessage(message);
            }
        });
        assertThat(landing.commits).isZero();
        assertThat(landing.checkpoints).isEmpty();
    }

    private ImportSummary run() {
        return run(Datasets.MESSAGE, ImportLimits.DEFAULT);
    }

    private ImportSummary run(Dataset dataset, ImportLimits limits) {
        RejectLog log = (of, file, line, reason) ->
                rejects.add(of.name() + " " + file.getFileName() + ":" + line + " " + reason);
        return new ExportImport(landing, TWO_ROWS, log, limits).run(dataset, List.of(folder), Progress.NONE);
    }

    private ImportSummary runStream(String text) {
        RejectLog log = (of, file, line, reason) -> rejects.add(file + ":" + line + " " + reason);
        return new ExportImport(landing, TWO_ROWS, log, new ImportLimits(0.5, 1 << 20))
                .run(Datasets.MESSAGE, new ByteArrayInputStream(bytes(text)), Path.of("a stream"), Progress.NONE);
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static String message(String id) {
        return "{\"id\":\"" + id + "\",\"puser\":\"u\",\"subject\":\"secret\"}";
    }

    private static String changed(String id) {
        return "{\"id\":\"" + id + "\",\"puser\":\"u\",\"isRead\":true}";
    }

    private static String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(message("m" + i)).append('\n');
        }
        return lines.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
