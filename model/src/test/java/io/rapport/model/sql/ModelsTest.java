package io.rapport.model.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.RunInput;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelsTest {

    private static final Pattern RELATION = Pattern.compile("\\b(?:from|join)\\s+([a-z_0-9]+)");
    private static final Pattern STEP = Pattern.compile("(?:with|\\),\\n)\\s*([a-z_0-9]+) as \\(");

    @Test
    void every_file_is_in_the_list_and_every_entry_is_a_file() throws IOException, URISyntaxException {
        Path list = Path.of(
                Objects.requireNonNull(Models.class.getResource("models.txt")).toURI());
        try (Stream<Path> files = Files.walk(list.resolveSibling(""))) {
            List<String> onDisk = files.map(Path::toUri)
                    .map(file -> list.toUri().resolve(".").relativize(file).getPath())
                    .filter(file -> file.endsWith(".sql"))
                    .map(file -> file.replace(".sql", ""))
                    .toList();
            assertThat(Models.all().stream().map(Model::file)).containsExactlyInAnyOrderElementsOf(onDisk);
        }
    }

    static Stream<List<Model>> lists() {
        return Stream.of(
                Models.accountEngagement(), Models.extraction(), Models.contactActivity(), Models.collaboration());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_model_reads_only_what_stands_before_it(List<Model> models) {
        Set<String> known = new HashSet<>();
        Arrays.stream(LandedRelation.values()).map(LandedRelation::relation).forEach(known::add);
        Arrays.stream(RunInput.values()).map(RunInput::relation).forEach(known::add);
        for (Model model : models) {
            Set<String> readable = new HashSet<>(known);
            steps(model.select()).forEach(readable::add);
            if (model.repeats().isPresent()) {
                assertThat(known).as(model.file()).contains(model.repeats().get());
                readable.add(model.name());
            }
            assertThat(relations(model.select())).as(model.file()).isSubsetOf(readable);
            known.add(model.name());
        }
    }

    @Test
    void layers_come_in_order_and_a_mart_is_read_by_none() {
        List<String> layers = Models.accountEngagement().stream()
                .map(model -> model.file().substring(0, model.file().indexOf('/')))
                .distinct()
                .toList();
        assertThat(layers).containsExactly("staging", "intermediate", "marts");
    }

    @Test
    void a_model_keeps_off_the_traps_on_which_engines_differ() {
        for (Model model : Models.all()) {
            assertThat(model.select())
                    .as(model.file())
                    .doesNotContainPattern("\\bconcat\\(|\\bround\\(|->|\\bany_value\\(|\\bfirst\\(|\\blast\\(")
                    .doesNotContainPattern("(?<!cast\\()(?<!coalesce\\()\\bsum\\(")
                    .doesNotContain(";")
                    .doesNotContain("\t");
        }
    }

    @Test
    void a_file_without_its_promises_is_refused() {
        assertThat(ModelFile.parse("a/b", "-- grain: one row per\n-- thing\n-- key: x, y\n-- as: view\nselect 1"))
                .isEqualTo(new Model(
                        "b",
                        "a/b",
                        "one row per thing",
                        List.of("x", "y"),
                        List.of(),
                        java.util.Optional.empty(),
                        false,
                        java.util.Optional.empty(),
                        "\n\n\n\nselect 1"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ModelFile.parse("a/b", "-- as: view\nselect 1"))
                .hasMessageContaining("a/b must say on top what its grain is");
    }

    private static List<String> relations(String select) {
        return RELATION.matcher(select).results().map(found -> found.group(1)).toList();
    }

    private static List<String> steps(String select) {
        Matcher matcher = STEP.matcher(select);
        return matcher.results().map(found -> found.group(1)).toList();
    }
}
