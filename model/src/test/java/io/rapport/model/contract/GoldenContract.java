package io.rapport.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/** All golden cases, from the class path: {@code cases/<section>/<name>.yaml}. */
public final class GoldenContract {

    private GoldenContract() {}

    /** All cases, by section and name. */
    public static List<GoldenCase> cases() {
        URL readme = Objects.requireNonNull(GoldenContract.class.getResource("/cases/README.md"));
        try {
            URI uri = readme.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return cases(Objects.requireNonNull(Path.of(uri).getParent()));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return cases(jar.getPath("/cases"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<GoldenCase> cases(Path folder) throws IOException {
        List<GoldenCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                if (name.endsWith(".yaml")) {
                    Path section = Objects.requireNonNull(
                            Objects.requireNonNull(file.getParent()).getFileName());
                    cases.add(GoldenCase.read(
                            section.toString().replace("/", ""),
                            name.substring(0, name.length() - 5),
                            Files.readString(file)));
                }
            }
        }
        return List.copyOf(cases);
    }

    /** One container per run, one test per case; a run takes place with its container, and fails all of its cases. */
    public static Stream<DynamicContainer> tests(Enrichment enrichment) {
        return GoldenRun.of(cases()).stream()
                .map(run -> DynamicContainer.dynamicContainer(
                        run.title(), Stream.of(run).flatMap(one -> tests(one, enrichment))));
    }

    private static Stream<DynamicTest> tests(GoldenRun run, Enrichment enrichment) {
        try {
            return run.differences(enrichment).entrySet().stream()
                    .map(entry -> DynamicTest.dynamicTest(
                            entry.getKey().title(),
                            () -> assertThat(entry.getValue()).isEmpty()));
        } catch (RuntimeException failure) {
            return run.cases().stream()
                    .map(golden -> DynamicTest.dynamicTest(golden.title(), () -> {
                        throw failure;
                    }));
        }
    }
}
