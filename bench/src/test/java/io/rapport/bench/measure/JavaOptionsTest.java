package io.rapport.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JavaOptionsTest {

    @Test
    void are_those_of_the_launcher() throws IOException {
        String launcher = Files.readString(Path.of("..", "rapport"));
        assertThat(launcher)
                .contains("tiers='" + String.join(" ", JavaOptions.REQUESTS) + "'")
                .contains("tiers=" + String.join(" ", JavaOptions.QUICK_COMPILER) + "\n")
                .contains("collector='" + String.join(" ", JavaOptions.COLLECTOR) + "'\n")
                .contains("collector='" + String.join(" ", JavaOptions.SERVER_COLLECTOR) + "'")
                .contains("-Xmx$heap $collector " + JavaOptions.CLASSES + " $tiers");
    }
}
