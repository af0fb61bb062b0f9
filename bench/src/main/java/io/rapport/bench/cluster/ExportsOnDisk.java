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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A company's exports in files of 200,000 rows, as Graph Data Connect writes them. */
public final class ExportsOnDisk {

    private static final long ROWS_OF_A_FILE = 200_000;
    private static final int BUFFER = 1 << 20;

    private ExportsOnDisk() {}

    /**
     * Writes a folder for each dataset. After each ninth copy of mail comes one more: a tenth of all is spread as is asked.
     *
     * @param spec of the same company; its contacts lie beside it
     * @param folder not there yet
     */
    public static void write(MailSource source, Spread spread, Path spec, Path folder) throws IOException {
        SpreadMail more;
        try (BufferedReader people = lines(source, Datasets.USER)) {
            more = SpreadMail.of(spread, spec, people);
        }
        for (Dataset dataset : source.datasets()) {
            try (BufferedReader lines = lines(source, dataset)) {
                write(
                        lines,
                        dataset.equals(Datasets.MESSAGE) ? more : null,
                        Files.createDirectories(folder.resolve(dataset.name())));
            }
        }
    }

    private static BufferedReader lines(MailSource source, Dataset dataset) {
        return new BufferedReader(new InputStreamReader(source.open(dataset), StandardCharsets.UTF_8), BUFFER);
    }

    private static void write(BufferedReader lines, @Nullable SpreadMail more, Path folder) throws IOException {
        String line = lines.readLine();
        long row = 0;
        for (int part = 0; line != null; part++) {
            try (BufferedWriter out =
                    Files.newBufferedWriter(folder.resolve(String.format(Locale.ROOT, "part-%05d.json", part)))) {
                for (long written = 0; line != null && written < ROWS_OF_A_FILE; written++) {
                    out.write(line);
                    out.write('\n');
                    row++;
                    if (more != null && row % 9 == 0) {
                        out.write(more.line(row / 9 - 1));
                        out.write('\n');
                    }
                    line = lines.readLine();
                }
            }
        }
    }
}
