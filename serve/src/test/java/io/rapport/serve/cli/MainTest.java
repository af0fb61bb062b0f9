package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    @TempDir
    Path home;

    static Set<String> commands() {
        return new TreeSet<>(Commands.addTo(new CommandLine(new RapportCommand()))
                .getSubcommands()
                .keySet());
    }

    @Test
    void helps_without_a_home() {
        Typed typed = Typed.words("--help");

        assertThat(typed.code()).isZero();
        assertThat(typed.out()).contains("rapport datasets").contains("Exit codes: 0 done");
        assertThat(typed.err()).isEmpty();
        assertThat(commands()).allSatisfy(command -> assertThat(typed.out()).contains("\n  " + command));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_command_helps_with_an_example(String command) {
        Typed typed = Typed.words(command, "--help");

        assertThat(typed.code()).isZero();
        assertThat(typed.out())
                .contains("Usage: rapport " + command)
                .contains("--home=DIR")
                .containsPattern("Examples?:\n  rapport " + command);
    }

    @Test
    void says_its_version() {
        assertThat(Typed.words("--version").out()).matches("rapport \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
        assertThat(Typed.words("--version", "--json").out()).matches("\\{\"version\":\"\\d.*\"}\n");
    }

    @Test
    void no_command_is_wrong_use_and_names_them() {
        Typed typed = Typed.words();

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).startsWith("rapport: There is no command. Commands: demo, import, datasets");
    }

    @Test
    void an_unknown_command_is_wrong_use_and_the_nearest_is_named() {
        Typed typed = Typed.words("imprt", "Message_v1");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).startsWith("rapport: There is no command imprt. Did you mean import?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--jsn", "--jsn=x"})
    void an_unknown_option_is_wrong_use_and_the_nearest_is_named(String option) {
        Typed typed = Typed.words("datasets", option);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .isEqualTo("rapport: There is no option --jsn. Did you mean --json?"
                        + " What it takes: rapport datasets --help.\n");
    }

    @Test
    void a_missing_argument_is_wrong_use() {
        Typed typed = Typed.words("import");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("DATASET").endsWith("What it takes: rapport import --help.\n");
    }

    @Test
    void one_argument_too_many_is_wrong_use() {
        Typed typed = Typed.words("datasets", "User_v1", "Contact_v1");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("one argument too many: \"Contact_v1\"");
    }

    @Test
    void an_unreadable_size_is_wrong_use() {
        Typed typed = Typed.on(home, "--memory", "much", "datasets");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("--memory");
    }

    @Test
    void an_unreadable_state_url_is_wrong_use_and_not_repeated() {
        Typed typed = Typed.on(home, "query", "select 1", "--state-url", "postgres://ann:secret@db/rapport");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("jdbc:postgresql://db.example.com").doesNotContain("secret");
    }

    @Test
    void errors_are_json_objects_where_json_is_wanted() {
        assertThat(Typed.words("--json", "nothing").err())
                .startsWith(
                        "{\"code\":\"UNKNOWN_COMMAND\",\"kind\":\"USER\",\"retryable\":false,\"message\":\"There is no");
        assertThat(Typed.words("datasets", "nothing", "--json").err()).startsWith("{\"code\":\"UNKNOWN_DATASET\",");
    }

    @Test
    void global_options_stand_before_or_after_the_command() {
        Typed before = Typed.words("--json", "--home", home.toString(), "datasets");
        Typed after = Typed.words("datasets", "--json", "--home", home.toString());

        assertThat(before.code()).isZero();
        assertThat(before).isEqualTo(after);
    }

    @Test
    void help_fits_a_narrow_terminal() {
        Typed typed = Typed.words(new Surroundings.Terminal(true, true, 60), List.of("import", "--help"));

        assertThat(typed.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    }
}
