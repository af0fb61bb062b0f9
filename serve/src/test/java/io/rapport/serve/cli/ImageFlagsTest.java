package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The image starts Java as the launcher does for a server. */
class ImageFlagsTest {

    private static final Pattern FLAG = Pattern.compile("<jvmFlag>([^<]+)</jvmFlag>");

    @Test
    void the_image_s_java_has_the_launcher_s_options() throws IOException {
        String launcher = Files.readString(Path.of("..", "rapport"));
        String options = find(launcher, "(?m)^options=\"(.+) \\$\\{RAPPORT_JAVA_OPTIONS:-}\"$")
                .replace("$heap", find(launcher, "(?m)^heap=(\\w+)$"))
                .replace("$collector", find(launcher, "collector='(-XX:\\+UseG1GC[^']+)'"))
                .replace("$tiers", find(launcher, "tiers='(-XX:Tier4[^']+)'"));
        List<String> flags = FLAG.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();

        // In rapport.jar's manifest, which counts only where Java is given the jar.
        assertThat(flags).contains("--enable-native-access=ALL-UNNAMED");
        assertThat(flags.stream().filter(flag -> flag.startsWith("-X"))).containsExactly(options.split(" "));
    }

    private static String find(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s in the launcher", pattern).isTrue();
        return found.group(1);
    }
}
