package io.rapport.simulator.export;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.progress.Progress;
import io.rapport.simulator.company.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an export to a folder, as pipelines of Graph Data Connect leave it: a folder per dataset, in it a gzipped file of
 * JSON lines for each region. A file of the same name is replaced.
 *
 * @param folder created where it is missing
 * @param prefix of all file names: another one for every export into the same folder
 */
public record ExportFolder(Path folder, String prefix) {

    /** Where the files of a dataset are. */
    public Path of(Dataset dataset) {
        return folder.resolve(dataset.name());
    }

    /**
     * Writes one dataset; returns its files.
     *
     * @param progress hears of bytes written, without knowing how many there will be
     */
    public List<Path> write(CompanyExport export, ExportDataset dataset, Progress progress) throws IOException {
        List<Path> files = new ArrayList<>();
        if (dataset.isAboutMailboxes()) {
            Map<String, List<Person>> regions = export.mailboxes().stream()
                    .collect(Collectors.groupingBy(
                            person -> person.office().region(), TreeMap::new, Collectors.toList()));
            for (Map.Entry<String, List<Person>> region : regions.entrySet()) {
                String name = prefix + "-" + region.getKey().toLowerCase(Locale.ROOT);
                files.add(write(export, dataset, region.getValue(), name, progress));
            }
        } else {
            files.add(write(export, dataset, List.of(), prefix, progress));
        }
        return files;
    }

    private Path write(
            CompanyExport export, ExportDataset dataset, List<Person> mailboxes, String name, Progress progress)
            throws IOException {
        Path file = Files.createDirectories(of(dataset.dataset())).resolve(name + ".json.gz");
        byte[] buffer = new byte[64 << 10];
        long done = 0;
        try (InputStream rows = export.open(dataset, mailboxes);
                OutputStream out = new QuickGzip(Files.newOutputStream(file))) {
            for (int read = rows.read(buffer); read >= 0; read = rows.read(buffer)) {
                out.write(buffer, 0, read);
                done += read;
                progress.report("Writing " + dataset.dataset().name() + " of " + name, done, -1);
            }
        }
        return file;
    }

    /** Gzip that would rather be quick than small. */
    private static final class QuickGzip extends GZIPOutputStream {

        QuickGzip(OutputStream out) throws IOException {
            super(out, 64 << 10);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
