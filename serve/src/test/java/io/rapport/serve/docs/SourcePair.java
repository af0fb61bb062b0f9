package io.rapport.serve.docs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A row of a dataset's page: an export, and what lands of it.
 *
 * @param dataset the name of the page's folder
 * @param original the export
 * @param landed what rests in the lake after its import
 * @param importedAs the name that the import is told
 */
record SourcePair(String dataset, Path original, Path landed, String importedAs) {

    static final Path SOURCES = Path.of("..", "docs", "sources");

    private static final Pattern ROW = Pattern.compile(
            "^\\| \\[(\\S+)]\\(examples/\\1\\) \\| \\[(\\S+)]\\(examples/\\2\\) \\| `(\\S+)` \\| .+\\.",
            Pattern.MULTILINE);

    /** The pairs of all pages, in the order in which the pages have them. */
    static List<SourcePair> all() throws IOException {
        List<SourcePair> pairs = new ArrayList<>();
        for (Path folder : folders()) {
            String dataset = folder.getFileName().toString();
            Matcher row = ROW.matcher(Files.readString(folder.resolve("README.md")));
            while (row.find()) {
                Path examples = folder.resolve("examples");
                pairs.add(new SourcePair(
                        dataset, examples.resolve(row.group(1)), examples.resolve(row.group(2)), row.group(3)));
            }
        }
        return pairs;
    }

    static List<Path> folders() throws IOException {
        try (Stream<Path> found = Files.list(SOURCES)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** The original as text, whatever it rests in. */
    String originalText() throws IOException {
        byte[] bytes = Files.readAllBytes(original);
        if (bytes[0] == 0x1f) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        Charset charset = bytes[0] == (byte) 0xff ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return new String(bytes, charset);
    }

    @Override
    public String toString() {
        return dataset + " " + original.getFileName();
    }
}
