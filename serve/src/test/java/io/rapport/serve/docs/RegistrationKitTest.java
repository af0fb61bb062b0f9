package io.rapport.serve.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.consent.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people are told to allow an app is what the connector needs. */
class RegistrationKitTest {

    private static final Path KIT = Path.of("..", "docs", "connect");
    private static final Pattern ROLE = Pattern.compile("\\{ \"id\": \"([0-9a-f-]{36})\", \"type\": \"Role\" }");
    private static final Pattern LINE = Pattern.compile("\\| ([A-Za-z.]+) \\| ([0-9a-f-]{36}) \\| ([^|]+) \\|");

    @ParameterizedTest
    @EnumSource(Connector.class)
    void the_manifest_asks_for_what_the_connector_needs(Connector connector) throws IOException {
        String manifest = Files.readString(KIT.resolve("manifest-" + connector.word() + ".json"));

        assertThat(ROLE.matcher(manifest).results().map(role -> role.group(1)))
                .containsExactlyElementsOf(
                        connector.permissions().stream().map(Permission::id).toList());
    }

    @ParameterizedTest
    @EnumSource(Connector.class)
    void the_page_gives_each_permission_with_its_reason(Connector connector) throws IOException {
        String page = Files.readString(KIT.resolve(connector.word() + ".md"));

        List<Permission> told = LINE.matcher(page)
                .results()
                .map((MatchResult line) -> new Permission(line.group(1), line.group(2), line.group(3)))
                .toList();

        assertThat(told).containsExactlyElementsOf(connector.permissions());
        assertThat(page).contains("# " + connector.title() + ", by hand");
        assertThat(Files.readString(KIT.resolve("README.md")))
                .contains(connector.permissions().stream()
                        .map(Permission::name)
                        .reduce((a, b) -> a + ", " + b)
                        .orElseThrow());
    }
}
