package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.manifest.LakeState;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the home that {@link UpgradeTest} will open in every later version: once before each release, and never again for
 * tables that are there. Its name keeps it out of the gate.
 *
 * <pre>
 * ./mvnw -B -q -pl serve -am test -Dtest=KeptHomeMaker -Drapport.keepHome=true -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class KeptHomeMaker {

    @TempDir
    Path folder;

    @Test
    @EnabledIfSystemProperty(named = "rapport.keepHome", matches = "true")
    void keeps_a_home_of_the_present_version() throws Exception {
        Path home = folder.resolve("home");
        BackedUpHome.makeSmall(home, folder);
        BackedUpHome.execute(home, "update run set machine = 'example'");
        Path kept = KeptHome.ofVersion(
                LakeState.schema().newest(), ServeState.schema().newest());

        new KeptHome(kept).keep(home);

        assertThat(kept.resolve("state.sql")).isNotEmptyFile();
    }
}
