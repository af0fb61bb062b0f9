package io.rapport.bench.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CampaignTest {

    private static final int KILLS = 5;

    @TempDir
    Path folder;

    /** Two files have to be there, one after the other. */
    private record TwoFiles(boolean isCareless) implements Stage {

        @Override
        public String name() {
            return "two-files";
        }

        @Override
        public void prepare() {
            // A place is empty at first.
        }

        @Override
        public void lay(Path place) throws IOException {
            Files.createDirectories(home(place));
        }

        @Override
        public Path home(Path place) {
            return place.resolve("home");
        }

        @Override
        public List<String> words(Path place) {
            return List.of(
                    "sh",
                    "-c",
                    (isCareless ? "test -e first ||" : "rm -f first;")
                            + " { echo 1 > first; sleep 0.3; echo 2 > second; }");
        }

        @Override
        public List<String> anyWords() {
            return List.of("true");
        }

        @Override
        public boolean look(Path place, Path calm) {
            return Files.exists(home(place).resolve("second"));
        }

        @Override
        public String result(Path place) throws IOException {
            return String.valueOf(Trees.kinds(place, List.of("home")));
        }
    }

    private StageResult run(boolean isCareless) throws IOException, InterruptedException {
        Launcher shell = (home, words) ->
                new ProcessBuilder(words).directory(home.toFile()).start();
        return new Campaign(shell, folder, new Random(3)).run(new TwoFiles(isCareless), KILLS);
    }

    @Test
    void what_is_done_again_after_each_kill_ends_as_it_does_undisturbed() throws Exception {
        StageResult result = run(false);

        assertThat(result.faults()).isEmpty();
        assertThat(result.kills()).isEqualTo(KILLS);
        assertThat(result.midst()).isPositive();
        assertThat(new KillsReport(List.of(result), 3).markdown())
                .startsWith("5 kills with seed 3, ")
                .contains("nothing was lost, twice or half", "| two-files | 5 | ");
    }

    @Test
    void what_takes_its_own_half_for_the_whole_is_found_out() throws Exception {
        StageResult result = run(true);

        assertThat(result.faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault)
                        .contains("not what it is undisturbed: it lacks [")
                        .contains("second"));
        assertThat(new KillsReport(List.of(result), 3).markdown()).contains(" faults, below", "\n- two-files, kill ");
    }

    @Test
    void names_without_what_differs_are_kinds() throws IOException {
        Path home = Files.createDirectories(folder.resolve("kinds/output/Office/20261120T120000Z-2bcb61cf"));
        Files.writeString(home.resolve("Office.parquet"), "x");

        assertThat(Trees.kinds(folder.resolve("kinds"), List.of("output", "profiles")))
                .containsExactly("output/Office/#T#Z-#/Office.parquet");
    }
}
