package io.rapport.cluster;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Finds the files of exports: in a folder one folder or file for each dataset, named as it; within, all files in the order
 * of their names, but hidden ones and those whose name begins with {@code _}, and the {@code manifest.json} of an
 * extraction.
 */
final class ExportFiles {

    private static final String MANIFEST = "manifest.json";
    private static final Pattern ENDING =
            Pattern.compile("(?i)(\\.(json|jsonl|ndjson|parquet))?(\\.(gz|bz2|zst|snappy))?$");
    /** Spark would read a pattern in them. */
    private static final Pattern PATTERN = Pattern.compile("[{}\\[\\]*?\\\\]");

    private final Configuration settings;
    private final Set<String> skipped;
    private final List<String> problems = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    private record Found(Dataset dataset, FileStatus file) {}

    private ExportFiles(Configuration settings, Set<String> skipped) {
        this.settings = settings;
        this.skipped = skipped;
    }

    /**
     * @param roots folders, in the order in which they were exported
     * @param skipped names in them that are left alone
     * @throws RapportException {@link ClusterError#CLUSTER_EXPORTS}, listing everything that is wrong
     */
    static List<ExportFile> find(List<String> roots, Set<String> skipped, Configuration settings) {
        ExportFiles search = new ExportFiles(settings, skipped);
        roots.forEach(search::searchRoot);
        List<ExportFile> files = search.inspected();
        if (search.problems.isEmpty() && files.isEmpty()) {
            search.problems.add(String.join(", ", roots) + " holds no file of a dataset such as Message_v1");
        }
        Collections.sort(search.problems);
        if (!search.problems.isEmpty()) {
            throw new RapportException(
                    ClusterError.CLUSTER_EXPORTS,
                    "The exports can't be read as they are:\n  " + String.join("\n  ", search.problems)
                            + "\nNothing was computed.");
        }
        return files;
    }

    private void searchRoot(String root) {
        try {
            Path path = new Path(root);
            FileSystem storage = path.getFileSystem(settings);
            FileStatus[] entries = storage.listStatus(path);
            java.util.Arrays.sort(
                    entries, Comparator.comparing(entry -> entry.getPath().toString()));
            for (FileStatus entry : entries) {
                if (isVisible(entry.getPath())) {
                    searchEntry(storage, entry);
                }
            }
        } catch (FileNotFoundException e) {
            problems.add(root + " is not there");
        } catch (IOException | IllegalArgumentException e) {
            problems.add(root + " can't be listed (" + e.getClass().getSimpleName()
                    + "): check the address, the cluster's connector and its rights");
        }
    }

    private void searchEntry(FileSystem storage, FileStatus entry) throws IOException {
        String name = entry.getPath().getName();
        if (skipped.contains(name)) {
            return;
        }
        Optional<Dataset> dataset =
                Datasets.find(entry.isDirectory() ? name : ENDING.matcher(name).replaceFirst(""));
        if (dataset.isEmpty()) {
            problems.add(entry.getPath() + " is named as no dataset that Rapport knows; rename it, or leave it out with"
                    + " --skip " + name);
            return;
        }
        if (!entry.isDirectory()) {
            found.add(new Found(dataset.get(), entry));
            return;
        }
        List<FileStatus> below = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> files = storage.listFiles(entry.getPath(), true);
        while (files.hasNext()) {
            FileStatus file = files.next();
            if (isVisibleBelow(entry.getPath(), file.getPath())) {
                below.add(file);
            }
        }
        below.sort(Comparator.comparing(file -> file.getPath().toString()));
        below.forEach(file -> found.add(new Found(dataset.get(), file)));
    }

    private List<ExportFile> inspected() {
        // Storage answers in tens of milliseconds: one after the other, thousands of files would take minutes.
        return IntStream.range(0, found.size())
                .parallel()
                .mapToObj(this::inspect)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(ExportFile::number))
                .toList();
    }

    private @org.jspecify.annotations.Nullable ExportFile inspect(int number) {
        Found file = found.get(number);
        Path path = file.file().getPath();
        try {
            if (PATTERN.matcher(path.toString()).find()) {
                throw new ExportContent.Unusable(
                        "has one of {}[]*?\\ in its name, which Spark reads as a pattern; rename it");
            }
            return new ExportFile(
                    number, file.dataset(), path, file.file().getLen(), ExportContent.format(path, settings));
        } catch (ExportContent.Unusable e) {
            add(path + " " + e.getMessage());
        } catch (IOException e) {
            add(path + " can't be read (" + e.getClass().getSimpleName() + "): it is damaged, or not for this account");
        }
        return null;
    }

    private synchronized void add(String problem) {
        problems.add(problem);
    }

    private static boolean isVisibleBelow(Path folder, Path file) {
        for (Path path = file; path != null && !path.equals(folder); path = path.getParent()) {
            if (!isVisible(path)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(Path path) {
        String name = path.getName();
        return !name.startsWith(".")
                && !name.startsWith("_")
                && !name.toLowerCase(Locale.ROOT).equals(MANIFEST);
    }
}
