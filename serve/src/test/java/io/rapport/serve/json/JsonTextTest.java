package io.rapport.serve.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void writes_plain_values() {
        assertThat(JsonText.of(Map.of("a", Arrays.asList(1, 2L, new BigDecimal("1.50"), true, null, "x\"y"))))
                .isEqualTo("{\"a\":[1,2,1.50,true,null,\"x\\\"y\"]}");
    }

    @Test
    void writes_everything_else_as_its_text() {
        assertThat(JsonText.of(List.of(Path.of("a", "b").getFileName(), LocalDate.parse("2026-10-31"), Double.NaN)))
                .isEqualTo("[\"b\",\"2026-10-31\",\"NaN\"]");
    }

    @Test
    void reads_back_what_it_writes() {
        List<?> values = Arrays.asList(1L, 2.5, true, false, null, "x\"y", List.of(), Map.of("a", List.of("b")));

        assertThat(JsonText.read(JsonText.of(values))).isEqualTo(values);
        assertThatThrownBy(() -> JsonText.read("{\"a\": zebra}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("zebra");
    }

    @Test
    void reads_back_strings() {
        List<String> texts = List.of("", "a\nb", "\"", "Zürich");

        assertThat(JsonText.strings(JsonText.of(texts))).isEqualTo(texts);
    }
}
