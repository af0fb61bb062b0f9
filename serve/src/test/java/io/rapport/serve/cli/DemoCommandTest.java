package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_company_is_made_up_shown_and_lives_on() throws Exception {
        Path home = folder.resolve("home");

        Typed first = demo(home, "--people", "14", "--accounts", "20", "--months", "8");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .startsWith("Lanternfield, a made-up company of 14 people: ")
                .contains("The most engaged accounts")
                .containsPattern("\\n[A-Z][a-z]+ [A-Z][a-z]+ +[0-9]{2,3}\\.[0-9] ")
                .contains("What to try next")
                .doesNotContain("nightjar");
        assertThat(home.resolve("demo/tables")).isDirectoryContaining("glob:**/Office.csv");
        assertThat(home.resolve("demo/exports/Message_v1")).isDirectoryContaining("glob:**/*-eur.json.gz");
        assertThat(home.resolve("rejects")).doesNotExist();

        Typed later = Typed.at(Typed.NOON.plus(Duration.ofDays(20)), home, "demo", "--tables");

        assertThat(later.code()).as(later.err()).isZero();
        assertThat(later.out()).contains("Since the last start: ").contains("in the year to 2026-12-10");
    }

    @Test
    void another_company_does_not_move_in() {
        Path home = folder.resolve("home");
        assertThat(demo(home, "--people", "10", "--accounts", "5", "--months", "1")
                        .code())
                .isZero();

        Typed other = demo(home, "--people", "11");

        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("holds a company of 10 people and 5 accounts, seed 1");
    }

    @Test
    void a_home_that_holds_data_is_left_alone() throws Exception {
        Path home = folder.resolve("home");
        Path mail = Files.writeString(folder.resolve("users.json"), "{\"id\":\"1\",\"mail\":\"ana@contoso.com\"}\n");
        assertThat(Typed.on(home, "import", "User_v1", mail.toString()).code()).isZero();

        Typed refused = demo(home);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("holds data that no demonstration made");
    }

    @Test
    void a_company_of_nobody_is_refused() {
        Typed refused = demo(folder.resolve("home"), "--people", "3");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--people is 3; it goes from 10 to 2500.");
        assertThat(folder.resolve("home/demo")).doesNotExist();
    }

    private static Typed demo(Path home, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "demo";
        words[1] = "--tables";
        System.arraycopy(options, 0, words, 2, options.length);
        return Typed.on(home, words);
    }
}
