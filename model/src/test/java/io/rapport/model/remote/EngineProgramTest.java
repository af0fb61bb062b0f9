package io.rapport.model.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a program that says what it was started with. */
class EngineProgramTest {

    @TempDir
    private Path folder;

    private Path jar = Path.of("");

    @BeforeEach
    void pack_the_program() throws IOException {
        jar = folder.resolve("echo.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String name = Echo.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file, manifest);
                InputStream code =
                        Objects.requireNonNull(Echo.class.getClassLoader().getResourceAsStream(name))) {
            packed.putNextEntry(new ZipEntry(name));
            code.transferTo(packed);
        }
    }

    @Test
    void starts_with_its_heap_its_words_and_a_folder_of_its_own() throws IOException {
        List<String> said = said(List.of());

        assertThat(said).contains("-Xmx64m").doesNotContain("-XX:SharedArchiveFile=" + archive());
        assertThat(said.get(said.size() - 2)).isEqualTo("word");
        assertThat(Path.of(said.get(said.size() - 1)))
                .hasParentRaw(folder.resolve("tmp"))
                .doesNotExist();
    }

    @Test
    void options_of_whoever_starts_it_outdo_its_own() throws IOException {
        assertThat(said(List.of("-Xmx72m", "-Dcolour=blue")))
                .containsSubsequence("-Xmx64m", "-Xmx72m", "-Dcolour=blue");
    }

    @Test
    void takes_the_archive_of_its_classes_that_lies_beside_it() throws Exception {
        dump();
        Path loaded = folder.resolve("loaded.txt");

        said(List.of("-Xlog:class+load:file=" + loaded));

        assertThat(loaded).content().contains(Echo.class.getName() + " source: shared objects file");
    }

    @Test
    void an_archive_of_another_jar_comes_not_between_the_answers() throws Exception {
        dump();
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));

        assertThat(said(List.of()))
                .contains("-XX:SharedArchiveFile=" + archive())
                .allSatisfy(line -> assertThat(line).matches("-.+|word|/.+|[A-Z]:.+"));
    }

    private void dump() throws IOException, InterruptedException {
        Path list = Files.writeString(
                folder.resolve("classes"), Echo.class.getName().replace('.', '/') + "\n");
        Process dump = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + list,
                        "-XX:SharedArchiveFile=" + archive(),
                        "-cp",
                        jar.toString())
                .redirectErrorStream(true)
                .start();
        String dumped = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(dump.waitFor()).as(dumped).isZero();
    }

    private Path archive() {
        return folder.resolve("echo.jsa");
    }

    private List<String> said(List<String> options) throws IOException {
        EngineProgram program = new EngineProgram(jar, options, List.of("word"), 64L << 20, folder.resolve("tmp"));
        try (EngineProcess process = program.start()) {
            return new String(process.answers().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** Says the options of its Java and its words, each in a line. */
    static final class Echo {

        private Echo() {}

        public static void main(String[] words) {
            ManagementFactory.getRuntimeMXBean().getInputArguments().forEach(System.out::println);
            List.of(words).forEach(System.out::println);
        }
    }
}
