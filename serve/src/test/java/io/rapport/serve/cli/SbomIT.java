package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bill of materials beside the packaged program: only with the profile sbom. */
@Tag("sbom")
class SbomIT {

    private static final Path TARGET = Path.of("target");

    /** What of the pages' scripts lies in rapport.jar itself. */
    private static final Pattern SCRIPT = Pattern.compile("(htmx\\.org|echarts|zrender|tslib)-.+\\.jar");

    @Test
    void names_every_jar_of_the_program_with_its_bytes_and_licence() throws IOException {
        String text = Files.readString(TARGET.resolve("sbom").resolve("rapport.cdx.json"));
        Tree bill = Tree.of("bill", JsonText.read(text));
        Map<String, String> named = bill.list("components").stream()
                .collect(Collectors.toMap(
                        one -> one.text("name") + "-" + one.text("version") + ".jar",
                        one -> one.item("hashes", "alg", "SHA-256").text("content")));
        Map<String, String> carried = libraries();

        assertThat(carried).hasSizeGreaterThan(50);
        assertThat(named).containsAllEntriesOf(carried);
        assertThat(named.keySet())
                .filteredOn(name -> !carried.containsKey(name))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(name -> SCRIPT.matcher(name).matches());
        assertThat(bill.list("components"))
                .allSatisfy(one ->
                        assertThat(one.list("licenses")).as(one.text("name")).isNotEmpty());
    }

    @Test
    void tells_nothing_of_when_and_where_it_was_written() throws IOException {
        String text = Files.readString(TARGET.resolve("sbom").resolve("rapport.cdx.json"));

        assertThat(Tree.of("bill", JsonText.read(text)).at("metadata").has("timestamp"))
                .isFalse();
        assertThat(text).doesNotContain(Path.of("..").toRealPath().toString());
    }

    /** The jars beside rapport.jar, with their SHA-256. */
    static Map<String, String> libraries() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(TARGET.resolve("lib"))) {
            for (Path file : files.toList()) {
                found.put(String.valueOf(file.getFileName()), sha256(Files.readAllBytes(file)));
            }
        }
        return found;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }
}
