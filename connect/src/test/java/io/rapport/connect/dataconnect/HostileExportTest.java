package io.rapport.connect.dataconnect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.connect.ConnectError;
import io.rapport.connect.MapLanding;
import io.rapport.connect.row.RowReader;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Row;
import io.rapport.core.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.json.JsonFactory;

/**
 * Files made to exhaust whoever reads them. The streams are generated, and larger than the heap of the tests: a
 * reader that held one would die.
 */
class HostileExportTest {

    private static final long TWO_GIGABYTES = 2L << 30;
    private static final String GOOD = "{\"id\":\"good\",\"puser\":\"u\"}";

    @TempDir
    Path folder;

    private final List<String> rejects = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            {'id':'; a
            {'; a
            {'x':; 1
            [{'id':'; a
            {'x':[; [1],
            {'toRecipients':[; {},
            {; 'k':1,
            """)
    void a_line_of_two_gigabytes_is_refused_by_the_limit_of_a_line(String beginning, String rest) {
        Generated text = new Generated(beginning.replace('\'', '"'), rest.replace('\'', '"'), TWO_GIGABYTES);

        refused(() -> read(text), ConnectError.EXPORT_LINE_TOO_LONG, "16777216 is the limit", "Check that");
        assertThat(text.taken()).isLessThan(40L << 20);
    }

    @Test
    void a_gigabyte_without_an_object_is_no_row() throws IOException {
        assertThat(read(new Generated("", " ", TWO_GIGABYTES / 2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            {'x':      ; [              ; 1000000; ''           ; nests deeper than 100 levels, which is the limit
            {'from':   ; {'a':          ; 1000000; ''           ; nests deeper than 100 levels, which is the limit
            {'         ; k              ; 2000000; ':1}         ; has a field's name of more than 1000 characters, which is the limit
            {'from':{' ; k              ; 2000000; ':1}}        ; has a field's name of more than 1000 characters, which is the limit
            {'x':      ; 9              ; 1000000; }            ; has a number of absurd length
            {'id':'a'  ; ,'k':1         ; 1000000; }            ; the row has more than 10,000 fields, which is the limit
            {'from':{'a':1; ,'k':1      ; 1000000; }}           ; column from has more than 10,000 fields, which is the limit
            {'toRecipients':[{}; ,{}    ; 2000000; ]}           ; column toRecipients has more than 100,000 entries, which is the limit
            {'toRecipients':'[{}; ,{}   ; 2000000; ]'}          ; column toRecipients has more than 100,000 entries, which is the limit
            {'from':'  ; [              ; 1000000; '}           ; column from, which is JSON in text, nests deeper than 100 levels, which is the limit
            """)
    void a_row_beyond_a_limit_is_rejected_by_its_name_and_the_next_one_is_read(
            String beginning, String rest, int times, String end, String reason) throws IOException {
        String line = beginning.strip().replace('\'', '"')
                + rest.strip().replace('\'', '"').repeat(times)
                + end.strip().replace("''", "").replace('\'', '"');

        assertThat(read(new Generated(line + "\n" + GOOD, "", 0))).containsExactly("good");
        assertThat(rejects).containsExactly("1 " + reason);
    }

    @Test
    void names_that_never_repeat_are_not_remembered() throws IOException {
        byte[] name = new byte[900];
        Arrays.fill(name, (byte) 'k');
        String filler = new String(name, US_ASCII);
        StringBuilder line = new StringBuilder("{");
        for (int i = 0; i < 9_000; i++) {
            line.append('"').append(i).append(filler).append("\":1,");
        }
        String row = line + "\"id\":\"a\"}\n";

        assertThat(read(new Generated("", row, 5L * row.length()))).hasSize(5);
    }

    @Test
    void a_gzip_file_of_two_gigabytes_of_blanks_is_refused_by_the_limit_of_inflation() throws IOException {
        Path bomb = folder.resolve("bomb.json.gz");
        byte[] member = gzip(" ".repeat(64 << 20));
        try (OutputStream out = Files.newOutputStream(bomb)) {
            for (int i = 0; i < TWO_GIGABYTES >> 26; i++) {
                out.write(member);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(4 << 20);

        refused(
                () -> imports(bomb),
                ConnectError.EXPORT_INFLATES,
                "a gzip file of " + String.format(Locale.ROOT, "%,d", Files.size(bomb)),
                "300 times its size is the limit",
                "unpack it",
                "Nothing was imported");
    }

    @Test
    void a_gzip_file_of_rows_beyond_the_limit_of_inflation_lands_none_of_them() throws IOException {
        Path bomb = folder.resolve("rows.json.gz");
        String row = "{\"id\":\"good\",\"puser\":\"u\",\"x\":\"" + "y".repeat(100_000) + "\"}\n";
        Files.write(bomb, gzip(row.repeat((80 << 20) / row.length())));

        refused(() -> imports(bomb), ConnectError.EXPORT_INFLATES, "holds more than 67,108,864");
    }

    @Test
    void a_small_gzip_file_may_hold_what_repeats_a_lot() throws IOException {
        Path file = folder.resolve("rows.json.gz");
        Files.write(file, gzip((GOOD + "\n").repeat((4 << 20) / GOOD.length())));

        assertThat(imports(file).rejected()).isZero();
    }

    private ImportSummary imports(Path file) {
        MapLanding landing = new MapLanding();
        try {
            return new ExportImport(
                            landing,
                            (path, dataset, consumer) -> {
                                throw new AssertionError("no Parquet here");
                            },
                            RejectLog.NONE,
                            ImportLimits.DEFAULT)
                    .run(Datasets.MESSAGE, List.of(file), Progress.NONE);
        } finally {
            assertThat(landing.openBatches).isZero();
        }
    }

    /** The ids of the rows. */
    private List<String> read(InputStream text) throws IOException {
        List<String> ids = new ArrayList<>();
        Dataset dataset = Datasets.MESSAGE;
        ImportLimits limits = ImportLimits.DEFAULT;
        JsonFactory json = JsonFactory.builder()
                .streamReadConstraints(limits.constraints())
                .build();
        JsonObjects.Sink sink = new JsonObjects.Sink() {
            @Override
            public void row(Row row, long line) {
                ids.add(MapLanding.text(row.value(dataset.index("id"))));
            }

            @Override
            public void reject(long line, String reason) {
                rejects.add(line + " " + reason);
            }
        };
        new JsonObjects(
                        json,
                        new RowReader(json, dataset, limits.row()),
                        new Row(dataset),
                        Path.of("x.json"),
                        text,
                        limits,
                        sink)
                .read();
        return ids;
    }

    private static void refused(ThrowingCallable work, ConnectError code, String... words) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContainingAll(words);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(US_ASCII));
        }
        return out.toByteArray();
    }

    /** A beginning, and then a piece of text over and over, up to a length. */
    private static final class Generated extends InputStream {

        private final byte[] beginning;
        private final byte[] piece;
        private final long length;
        private long at;

        Generated(String beginning, String piece, long more) {
            this.beginning = beginning.getBytes(US_ASCII);
            this.piece = piece.repeat(piece.isEmpty() ? 1 : 1 + (64 << 10) / piece.length())
                    .getBytes(US_ASCII);
            this.length = this.beginning.length + more;
        }

        /** How many bytes were taken. */
        long taken() {
            return at;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) {
            if (at == length) {
                return -1;
            }
            boolean isBeginning = at < beginning.length;
            byte[] source = isBeginning ? beginning : piece;
            int from = (int) (isBeginning ? at : (at - beginning.length) % piece.length);
            int count = (int) Math.min(Math.min(wanted, source.length - from), length - at);
            System.arraycopy(source, from, target, offset, count);
            at += count;
            return count;
        }
    }
}
