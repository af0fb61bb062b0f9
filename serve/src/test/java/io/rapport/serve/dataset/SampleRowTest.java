package io.rapport.serve.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.ColumnType.ListOf;
import io.rapport.core.dataset.ColumnType.Scalar;
import io.rapport.core.dataset.ColumnType.Struct;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretError;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a column holds, who is no administrator reads nothing of a person in it. */
class SampleRowTest {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String SECRET = "zebra-quartz@contoso.com";

    static Stream<Dataset> datasets() {
        return Datasets.all().stream();
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("datasets")
    void a_secret_in_every_column_is_in_none_that_is_shown(Dataset dataset) {
        assertThat(written(SampleRow.open(), dataset)).contains(SECRET);
        assertThat(written(SampleRow.disguised(home("one")), dataset))
                .doesNotContain("zebra")
                .doesNotContain("quartz")
                .doesNotContain("12:34");
    }

    @Test
    void the_same_value_has_the_same_pseudonym_and_known_words_stay() {
        Dataset dataset = Datasets.OUTLOOK_CONTACT_ACTIVITY;
        SampleRow row = SampleRow.disguised(home("one"));

        String ana = row.text(column(dataset, "puser"), "ana");
        assertThat(ana).matches("value [0-9a-f]{12}");
        assertThat(row.text(column(dataset, "Id"), "s1"))
                .matches("value [0-9a-f]{12}")
                .isNotEqualTo(ana);
        assertThat(row.text(column(dataset, "OId"), "ANA")).isEqualTo(ana);
        assertThat(row.text(column(dataset, "SignalType"), "AddContact")).isEqualTo("AddContact");
        assertThat(row.text(column(dataset, "puser"), "AddContact")).matches("value [0-9a-f]{12}");
        assertThat(row.text(column(dataset, "StartTime"), "2026-10-31T12:34:56Z"))
                .isEqualTo("2026-10-31");
        assertThat(row.text(column(dataset, "AppName"), null)).isEmpty();
    }

    @Test
    void a_pseudonym_is_the_same_within_a_home_and_another_one_in_another_home_even_under_one_key() {
        String here = home("one").of("address", SECRET);

        assertThat(here).matches("[0-9a-f]{12}");
        assertThat(home("one").of("address", SECRET.toUpperCase(Locale.ROOT)))
                .as("after a restart")
                .isEqualTo(here);
        assertThat(home("one").of("value", SECRET)).isNotEqualTo(here);
        assertThat(home("two").of("address", SECRET)).isNotEqualTo(here);
        assertThat(settings("one").find("pseudonym-key")).get().asString().startsWith("v1.");
    }

    @Test
    void another_key_of_the_home_gives_no_pseudonym_at_all() {
        String unused = home("one").of("address", SECRET);
        Pseudonyms others = new Pseudonyms(
                settings("one"), new SecretBox(SecretKey.open(null, folder.resolve("other/secrets.key"))));

        assertThatThrownBy(() -> others.of("address", SECRET))
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(SecretError.SECRET_UNREADABLE);
    }

    /** Opened anew each time. */
    private Pseudonyms home(String name) {
        return new Pseudonyms(settings(name), new SecretBox(SecretKey.open(KEY, folder.resolve("none"))));
    }

    private Settings settings(String name) {
        return new Settings(
                ServeState.open(StateLocation.file(folder.resolve(name + ".db"))),
                InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z")));
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
