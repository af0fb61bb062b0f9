package io.rapport.serve.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportPlanTest {

    @TempDir
    Path folder;

    @Test
    void all_that_is_wrong_is_told_at_once() throws IOException {
        Home home = new Home(Files.createDirectories(folder.resolve("home")));
        Path unused = Files.createDirectories(home.output());
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), home.folder());

        Map<String, String> problems = PlanCheck.problems("exports", "xlsx", "not an address", home);

        assertThat(problems).containsOnlyKeys(PlanCheck.FOLDER, PlanCheck.FORMAT, PlanCheck.LOCATION);
        assertThat(problems.get(PlanCheck.FOLDER)).contains("whole path");
        assertThat(folderProblem(folder.resolve("missing"), home)).contains("is not there");
        assertThat(folderProblem(home.output(), home)).contains("lies in the home");
        assertThat(folderProblem(linked.resolve("output"), home)).contains("lies in the home");
        assertThat(PlanCheck.problems(folder.toString(), "cdm", "", home)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://contoso.dfs.core.windows.net/data/exports",
                "https://contoso.dfs.core.windows.net/data/exports/",
                "abfss://data@contoso.dfs.core.windows.net/exports",
                ""
            })
    void an_address_is_kept_without_a_slash_at_its_end(String address) {
        assertThat(ExportPlan.requireLocation(address)).isEqualTo(address.replaceAll("/$", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exports",
                "https://contoso.net/x?sig=secret",
                "https://me:word@contoso.net/x",
                "javascript:alert(1)",
                "https://contoso.net/a b"
            })
    void what_is_no_address_or_has_a_secret_in_it_is_refused(String address) {
        assertThatThrownBy(() -> ExportPlan.requireLocation(address)).hasMessageContaining("The address of the folder");
    }

    private static String folderProblem(Path folder, Home home) {
        return PlanCheck.problems(folder.toString(), "csv", "", home).getOrDefault(PlanCheck.FOLDER, "");
    }
}
