package io.rapport.serve.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.ColumnType.ListOf;
import io.rapport.core.dataset.ColumnType.Scalar;
import io.rapport.core.dataset.ColumnType.Struct;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a column holds, who is no administrator reads nothing of a person in it. */
class SampleRowTest {

    private static final String SECRET = "zebra-quartz@contoso.com";

    static Stream<Dataset> datasets() {
        return Datasets.all().stream();
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void a_secret_in_every_column_is_in_none_that_is_shown(Dataset dataset) {
        assertThat(written(new SampleRow(false), dataset)).contains(SECRET);
        assertThat(written(new SampleRow(true), dataset))
                .doesNotContain("zebra")
                .doesNotContain("quartz")
                .doesNotContain("12:34");
    }

    @Test
    void the_same_value_has_the_same_name_and_known_words_stay() {
        Dataset dataset = Datasets.OUTLOOK_CONTACT_ACTIVITY;
        SampleRow row = new SampleRow(true);

        assertThat(row.text(column(dataset, "puser"), "ana")).isEqualTo("value 1");
        assertThat(row.text(column(dataset, "Id"), "s1")).isEqualTo("value 2");
        assertThat(row.text(column(dataset, "OId"), "ANA")).isEqualTo("value 1");
        assertThat(row.text(column(dataset, "SignalType"), "AddContact")).isEqualTo("AddContact");
        assertThat(row.text(column(dataset, "puser"), "AddContact")).isEqualTo("value 3");
        assertThat(row.text(column(dataset, "StartTime"), "2026-10-31T12:34:56Z"))
                .isEqualTo("2026-10-31");
        assertThat(row.text(column(dataset, "AppName"), null)).isEmpty();
    }

    private static String written(SampleRow row, Dataset dataset) {
        return dataset.columns().stream()
                .map(column -> row.text(column, planted(column.type())))
                .collect(Collectors.joining("\n"));
    }

    private static Object planted(ColumnType type) {
        if (type instanceof ListOf list) {
            return List.of(planted(list.element()), planted(list.element()));
        }
        if (type instanceof Struct struct) {
            Map<String, Object> fields = new LinkedHashMap<>();
            struct.fields().forEach(field -> fields.put(field.name(), planted(field.type())));
            fields.put("more", SECRET);
            return fields;
        }
        return type == Scalar.INSTANT ? "2026-10-31T12:34:56Z" : SECRET;
    }

    private static Column column(Dataset dataset, String name) {
        return dataset.columns().get(dataset.index(name));
    }
}
