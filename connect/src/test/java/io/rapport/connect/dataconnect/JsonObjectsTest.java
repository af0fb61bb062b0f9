package io.rapport.connect.dataconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.connect.ConnectError;
import io.rapport.connect.row.RowLimits;
import io.rapport.connect.row.RowReader;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.JsonFactory;

class JsonObjectsTest {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(ImportLimits.DEFAULT.constraints())
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            {'id':'a'}|{'id':'b'}; 1:a 2:b
            {'id':'a'}|{'id':'b'}|; 1:a 2:b
            ||{'id':'a'}|| |{'id':'b'}||; 3:a 6:b
            {'id':'a'}{'id':'b'} {'id':'c'}; 1:a 1:b 1:c
            {|  'id': 'a'|}|{|  'id': 'b'|}; 1:a 4:b
            [{'id':'a'},{'id':'b'}]; 1:a 1:b
            [|  {'id':'a'},|  {'id':'b'}|]|; 2:a 3:b
            [{'id':'a'}]|[{'id':'b'}]; 1:a 2:b
            [|  {|    'id': 'a'|  }|  ,|  {|    'id': 'b'|  }|]; 2:a 6:b
            []; ''
            """)
    void reads_every_shape(String text, String rows) {
        assertThat(read(text, 1 << 20)).isEqualTo(rows.equals("''") ? "" : rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            {'id':'a'}|{'id':'b|{'id':'c'}; 1:a 2!is no valid JSON 3:c
            {'id':'b|{'id':'c'}; 1!is no valid JSON 2:c
            {'id':'a',|{'id':'c'}; 1!is no valid JSON 2:c
            {'id':|{'id':'b'}|{'id':'c'}; 1!is no valid JSON 2:b 3:c
            {'id':'a'}|hello|world|{'id':'c'}; 1:a 2!is no valid JSON 3!is no valid JSON 4:c
            {'id':'a'}|12|'x'|null|[]|{'id':'c'}; 1:a 2!is no JSON object 3!is no JSON object 4!is no JSON object 6:c
            {'id':'a'} x|{'id':'c'}; 1:a 1!is no valid JSON 2:c
            {'id':'a'}|{'id':'b'; 1:a 2!is no valid JSON
            {'id':'a'}|{'id':7}|{'id':'c'}; 1:a 2!column id holds a number, not text 3:c
            {|  'id': 'a'|}|{|  'id' 'b',|  'from': {|    'id': 'x'|  }|}|{|  'id': 'c'|}; 1:a 4!is no valid JSON 10:c
            [{'id':'a'},|{'id':'b},|{'id':'c'}]; 1:a 2!is no valid JSON 3:c
            {'id':'a'}|{'id':'\\ud8'}|{'id':'c'}; 1:a 2!is no valid JSON 3:c
            """)
    void rejects_what_is_broken_and_finds_the_next_object(String text, String rows) {
        assertThat(read(text, 1 << 20)).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            [{'id':'a'},{'id':'b; from byte 12 of its text on (line 1): is no valid JSON, and no object begins after it
            [{'id':'a'},|{'id':'b'}; from byte 23 of its text on (line 2): ends before its list is closed
            [1, 2, 3]; from byte 1 of its text on (line 1): is no JSON object, and no object begins after it
            {|'id':'a'|}|{|'id'; from byte 13 of its text on (line 4): is no valid JSON, and no object begins after it
            """)
    void calls_a_file_damaged_where_it_finds_no_footing(String text, String message) {
        assertThatThrownBy(() -> read(text, 1 << 20))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ConnectError.EXPORT_DAMAGED))
                .hasMessageContaining("x.json can't be read " + message);
    }

    @Test
    void names_what_is_no_utf_8() {
        byte[] text = bytes("{'id':'a'}|{'id':'?'}|{'id':'c'}");
        text[18] = (byte) 0xc3;

        assertThat(read(text, 1 << 20)).isEqualTo("1:a 2!is no valid UTF-8 3:c");
    }

    @Test
    void names_what_nests_too_deeply() {
        String deep = "[".repeat(100_000);

        assertThat(read("{'x':" + deep + "|{'id':'c'}", 1 << 20))
                .isEqualTo("1!nests deeper than 100 levels, which is the limit 2:c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'id':'a'}|{'x':'", "[{'id':'a'},{'x':'", "{|'id':'a'}|{|'x':'"})
    void refuses_an_object_beyond_the_limit(String beginning) {
        assertThatThrownBy(() -> read(beginning + "y".repeat(2_000) + "'}", 1_000))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ConnectError.EXPORT_LINE_TOO_LONG))
                .hasMessageContaining("x.json has a line or object of more than 1000 bytes at line ");
    }

    @Test
    void takes_an_object_of_exactly_the_limit_and_blanks_beyond_it() {
        String object = "{'id':'a','x':'" + "y".repeat(983) + "'}";
        assertThat(object).hasSize(1_000);

        assertThat(read(" ".repeat(5_000) + "|".repeat(5_000) + object + " ".repeat(5_000), 1_000))
                .isEqualTo("5001:a");
    }

    @Test
    void the_size_of_a_block_changes_nothing() {
        Random random = new Random(20_261_120);
        for (int round = 0; round < 300; round++) {
            byte[] text = randomText(random);
            String whole = readOrError(text, 1 << 20);
            for (int limit : new int[] {150, 171, 197, 250}) {
                assertThat(readOrError(text, limit))
                        .as("round %d, limit %d", round, limit)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void no_bytes_whatever_make_it_throw_anything_else() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            byte[] text = randomText(random);
            for (int i = random.nextInt(6); i > 0; i--) {
                text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(text.length) + 1;
            String read = readOrError(Arrays.copyOf(text, length), 64 + random.nextInt(64));
            assertThat(read).isNotNull();
        }
    }

    /** Some objects in one of three shapes, none longer than 60 bytes, now and then a broken one among the lines. */
    private static byte[] randomText(Random random) {
        int shape = random.nextInt(3);
        StringBuilder text = new StringBuilder(shape == 2 ? "[" : "");
        int objects = 1 + random.nextInt(12);
        for (int i = 0; i < objects; i++) {
            String value = "é✓x".repeat(random.nextInt(4));
            String line = "{'id':'" + i + "','n':[" + random.nextInt(1_000) + "],'x':'" + value + "'}";
            if (shape == 0 && random.nextInt(8) == 0) {
                line = line.substring(0, 7 + random.nextInt(8));
            }
            if (shape == 1) {
                line = line.replace("{", "{|  ").replace(",", ",| ").replace("}", "|}");
            }
            text.append(line).append(shape == 2 ? (i < objects - 1 ? ", " : " ]") : "|");
        }
        return bytes(text.toString());
    }

    private static String readOrError(byte[] text, int limit) {
        try {
            return read(text, limit);
        } catch (RapportException e) {
            return e.code().name();
        }
    }

    private static String read(String text, int limit) {
        return read(bytes(text), limit);
    }

    /** Each row as line:id, each reject as line!reason. */
    private static String read(byte[] text, int limit) {
        List<String> read = new ArrayList<>();
        JsonObjects.Sink sink = new JsonObjects.Sink() {
            @Override
            public void row(Row row, long line) {
                read.add(line + ":" + row.value(0));
            }

            @Override
            public void reject(long line, String reason) {
                read.add(line + "!" + reason);
            }
        };
        try {
            new JsonObjects(
                            JSON,
                            new RowReader(JSON, Datasets.MESSAGE, RowLimits.DEFAULT),
                            new Row(Datasets.MESSAGE),
                            Path.of("x.json"),
                            new ByteArrayInputStream(text),
                            new ImportLimits(1, limit),
                            sink)
                    .read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return String.join(" ", read);
    }

    /** Apostrophes for quotes and bars for line ends keep the cases readable. */
    private static byte[] bytes(String text) {
        return text.replace('\'', '"').replace('|', '\n').getBytes(StandardCharsets.UTF_8);
    }
}
