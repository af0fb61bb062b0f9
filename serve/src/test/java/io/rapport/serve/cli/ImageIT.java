package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The container image as it was built, and what is in it: only with the profiles sbom and image. */
@Tag("image")
class ImageIT {

    private static final Path TARGET = Path.of("target");
    private static final String HOME = "var/lib/rapport";

    private static ImageTar image = new ImageTar(Tree.of("", null), List.of());
    private static List<ImageTar.Entry> entries = List.of();

    @BeforeAll
    static void read_it() throws IOException {
        image = ImageTar.read(TARGET.resolve("rapport-image.tar"));
        entries = image.entries();
    }

    @Test
    void the_program_is_nobody_and_serves() {
        Tree config = image.config().at("config");

        assertThat(config.text("User")).isEqualTo("10001:10001");
        assertThat(config.texts("Entrypoint"))
                .startsWith("java", "-Xmx512m")
                .endsWith("-cp", "@/app/jib-classpath-file", "io.rapport.serve.cli.Main");
        assertThat(config.texts("Cmd")).containsExactly("serve", "--address", "0.0.0.0");
        assertThat(config.map("ExposedPorts").keySet()).hasToString("[8080/tcp]");
        assertThat(config.map("Volumes").keySet()).hasToString("[/" + HOME + "]");
        assertThat(config.texts("Env"))
                .contains("RAPPORT_HOME=/" + HOME, "LC_ALL=C.UTF-8")
                .filteredOn(variable -> variable.startsWith("RAPPORT_"))
                .hasSize(1);
        assertThat(entries)
                .filteredOn(entry -> entry.path.equals(HOME + "/"))
                .singleElement()
                .satisfies(home -> assertThat(home.mode).isEqualTo(0777));
    }

    @Test
    void every_jar_of_the_program_is_there_and_no_other() throws Exception {
        Map<String, String> libraries = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.path.startsWith("app/libs/") && !entry.path.endsWith("/"))
                .forEach(
                        entry -> libraries.put(entry.path.substring("app/libs/".length()), SbomIT.sha256(entry.bytes)));

        assertThat(libraries).isEqualTo(SbomIT.libraries());
        assertThat(file("app/classpath/rapport.jar")).isEqualTo(Files.readAllBytes(TARGET.resolve("rapport.jar")));
        String classPath = new String(file("app/jib-classpath-file"), StandardCharsets.UTF_8);
        assertThat(classPath.split(":")).hasSize(libraries.size() + 1).doesNotHaveDuplicates();
        assertThat(file("app/LICENSE")).isEqualTo(Files.readAllBytes(Path.of("..", "LICENSE")));
    }

    @Test
    void what_seldom_changes_lies_below() {
        assertThat(layer("app/libs/duckdb_jdbc-")).isLessThan(layer("app/libs/core-"));
        assertThat(layer("app/libs/core-")).isLessThan(layer("app/classpath/rapport.jar"));
        assertThat(image.layers().size()).isGreaterThan(layer("app/libs/duckdb_jdbc-"));
    }

    @Test
    void nothing_tells_when_and_where_it_was_built() throws Exception {
        String here = Path.of("..").toRealPath().toString();
        int first = layer("app/libs/duckdb_jdbc-");

        assertThat(image.config().text("created")).startsWith("1970-01-01T00:00:00");
        assertThat(entries)
                .filteredOn(entry -> entry.layer >= first)
                .allSatisfy(entry -> assertThat(entry.seconds).isEqualTo(1))
                .allSatisfy(entry -> assertThat(entry.user).isZero());
        assertThat(image.config().all().map(part -> String.valueOf(part.value())))
                .noneMatch(text -> text.contains(here));
        for (ImageTar.Entry entry : entries) {
            boolean isOurs = entry.path.endsWith("-SNAPSHOT.jar") || entry.path.endsWith("/rapport.jar");
            if (isOurs || (entry.layer >= first && !entry.path.endsWith(".jar"))) {
                assertThat(unpacked(entry)).as(entry.path).doesNotContain(here);
            }
        }
    }

    @Test
    void the_bill_of_materials_is_in_it() throws IOException {
        assertThat(file("app/rapport.cdx.json"))
                .isEqualTo(Files.readAllBytes(TARGET.resolve("sbom").resolve("rapport.cdx.json")));
    }

    private static byte[] file(String path) {
        return entries.stream()
                .filter(entry -> entry.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + path))
                .bytes;
    }

    private static int layer(String path) {
        return entries.stream()
                .filter(entry -> entry.path.startsWith(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + path))
                .layer;
    }

    /** Byte for byte as text; of a jar, what is in it. */
    private static String unpacked(ImageTar.Entry file) throws IOException {
        if (!file.path.endsWith(".jar")) {
            return new String(file.bytes, StandardCharsets.ISO_8859_1);
        }
        StringBuilder all = new StringBuilder();
        try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(file.bytes))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                all.append(new String(jar.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
