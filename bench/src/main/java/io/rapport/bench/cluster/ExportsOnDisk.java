package io.rapport.bench.cluster;

import io.rapport.bench.source.MailSource;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A company's exports in files of 200,000 rows, as Graph Data Connect writes them. */
public final class ExportsOnDisk {

    private static final long ROWS_OF_A_FILE = 200_000;

    private ExportsOnDisk() {}

    /**
     * Writes a folder for each dataset. After each ninth copy of mail comes one more, spread as is asked.
     *
     * @param spec of the same company; its contacts lie beside it
     * @param folder not there yet
     */
    public static void write(MailSource source, Skew skew, Path spec, Path folder) throws IOException {
        SkewedMail more = SkewedMail.of(skew, spec);
        for (Dataset dataset : source.datasets()) {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(source.open(dataset), StandardCharsets.UTF_8), 1 << 20)) {
                write(
                        lines,
                        dataset.equals(Datasets.MESSAGE) ? more : null,
                        Files.createDirectories(folder.resolve(dataset.name())));
            }
        }
    }

    private static void write(BufferedReader lines, @org.jspecify.annotations.Nullable SkewedMail more, Path folder)
            throws IOException {
        String line = lines.readLine();
        for (int part = 0; line != null; part++) {
            try (BufferedWriter out = Files.newBufferedWriter(
                    folder.resolve(String.format(java.util.Locale.ROOT, "part-%05d.json", part)))) {
                for (long row = 1; line != null && row <= ROWS_OF_A_FILE; row++) {
                    out.write(line);
                    out.write('\n');
                    if (more != null && row % 9 == 0) {
                        out.write(more.line(part * ROWS_OF_A_FILE + row));
                        out.write('\n');
                    }
                    line = lines.readLine();
                }
            }
        }
    }
}
