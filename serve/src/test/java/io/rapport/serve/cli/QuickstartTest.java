package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart page, done as it says. */
class QuickstartTest {

    private static final Pattern FILE = Pattern.compile("<!-- file: (\\S+) -->\n```\\w+\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("<!-- commands -->\n```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ANSWER = Pattern.compile("<!-- answer -->\n```text\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    @Test
    void the_quickstart_does_what_it_says() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "quickstart.md"));
        List<String> names = new ArrayList<>();
        for (Matcher file = FILE.matcher(page); file.find(); ) {
            Files.writeString(folder.resolve(file.group(1)), file.group(2));
            names.add(file.group(1));
        }
        assertThat(names).containsExactly("mail.json", "accounts.csv", "contacts.csv", "engagement.yaml");

        String last = "";
        for (String command : only(COMMANDS, page).lines().toList()) {
            Typed typed = Typed.on(folder.resolve("home"), words(command));
            assertThat(typed.code()).as(command + typed.err()).isZero();
            last = typed.out();
        }

        assertThat(last).isEqualTo(only(ANSWER, page));
        assertThat(folder.resolve("tables"))
                .isDirectoryContaining("glob:**/Office.csv")
                .isDirectoryContaining("glob:**/Office_Coverage.csv");
    }

    @Test
    void the_readme_stays_short_and_names_the_gate() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));

        assertThat(readme.lines()).hasSizeLessThanOrEqualTo(120);
        assertThat(readme).contains("./mvnw -B -ntp verify");
    }

    private static String only(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** File names of the page lie in the test's folder. */
    private String[] words(String command) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(command); word.find(); ) {
            String text = word.group(1) != null ? word.group(1) : word.group(2);
            boolean isFile = text.endsWith(".json") || text.endsWith(".yaml") || text.equals("tables");
            words.add(isFile ? folder.resolve(text).toString() : text);
        }
        assertThat(words.get(0)).isEqualTo("./rapport");
        return words.subList(1, words.size()).toArray(String[]::new);
    }
}
