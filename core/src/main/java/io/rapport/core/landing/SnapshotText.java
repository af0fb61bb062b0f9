package io.rapport.core.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.LandedFile.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A snapshot as text, for whoever reads a copy of the lake away from its home. The first line is {@code rapport-snapshot},
 * the form's version, the commit and the number of files; then comes a line for each file: dataset, month, kind, commit,
 * rows, bytes, and last its path below the lake, with slashes. Fields stand apart by tabs. Nothing of it is about anybody.
 */
public final class SnapshotText {

    private static final String MARK = "rapport-snapshot";
    private static final String VERSION = "1";
    private static final int HEAD_FIELDS = 4;
    private static final int FILE_FIELDS = 7;
    private static final int LISTED = 20;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    /** A name can't begin with a point: the path stays below the lake. */
    private static final Pattern PATH = Pattern.compile("(?:[\\w=-][\\w.=-]*/)*[\\w=-][\\w.=-]*\\.parquet");

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}|none");

    private final List<String> problems = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();

    private SnapshotText() {}

    /** @param lake the folder below which all of the files lie */
    public static List<String> lines(Snapshot snapshot, Path lake) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(
                "\t",
                MARK,
                VERSION,
                Long.toString(snapshot.id()),
                Integer.toString(snapshot.files().size())));
        Path root = lake.toAbsolutePath().normalize();
        for (LandedFile file : snapshot.files()) {
            lines.add(String.join(
                    "\t",
                    file.dataset().name(),
                    file.partition(),
                    file.kind().name(),
                    Long.toString(file.commit()),
                    Long.toString(file.rows()),
                    Long.toString(file.bytes()),
                    relative(root.relativize(file.path().toAbsolutePath().normalize()))));
        }
        return lines;
    }

    /** A path below the lake as the text has it. */
    public static String relative(Path path) {
        return path.toString().replace('\\', '/');
    }

    /**
     * Reads the lines back; the files' paths are relative then.
     *
     * @throws IllegalArgumentException listing what is wrong by line and field, up to 20 of it, without a value
     */
    public static Snapshot of(List<String> lines) {
        SnapshotText text = new SnapshotText();
        Snapshot read = text.read(lines);
        if (!text.problems.isEmpty()) {
            int more = text.problems.size() - LISTED;
            throw new IllegalArgumentException(String.join(
                            "; ", text.problems.subList(0, Math.min(LISTED, text.problems.size())))
                    + (more > 0 ? "; and " + more + " more" : ""));
        }
        return read;
    }

    private Snapshot read(List<String> lines) {
        String[] head = lines.isEmpty() ? new String[0] : lines.get(0).split("\t", -1);
        if (head.length != HEAD_FIELDS || !head[0].equals(MARK)) {
            problems.add("line 1 is not that of a snapshot's list");
            return new Snapshot(0, List.of());
        }
        if (!head[1].equals(VERSION)) {
            problems.add("line 1: its form is not " + VERSION + "; another version of Rapport wrote it");
            return new Snapshot(0, List.of());
        }
        long commit = number(1, "the commit", head[2]);
        if (number(1, "the number of files", head[3]) != lines.size() - 1) {
            problems.add("line 1: there are " + (lines.size() - 1) + " lines of files, and not as many as it says");
        }
        List<LandedFile> files = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            file(i + 1, lines.get(i).split("\t", -1)).ifPresent(files::add);
        }
        return new Snapshot(commit, files);
    }

    private Optional<LandedFile> file(int line, String[] fields) {
        if (fields.length != FILE_FIELDS) {
            problems.add("line " + line + " has " + fields.length + " fields, and not " + FILE_FIELDS);
            return Optional.empty();
        }
        Optional<Dataset> dataset = Datasets.all().stream()
                .filter(one -> one.name().equals(fields[0]))
                .findFirst();
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(fields[2]))
                .findFirst();
        require(dataset.isPresent(), line, "the dataset is unknown");
        require(MONTH.matcher(fields[1]).matches(), line, "the month is none");
        require(kind.isPresent(), line, "the kind is unknown");
        require(PATH.matcher(fields[6]).matches(), line, "the path is none of a Parquet file below the lake");
        require(paths.add(fields[6]), line, "the path was named before");
        long commit = number(line, "the commit", fields[3]);
        long rows = number(line, "the number of rows", fields[4]);
        long bytes = number(line, "the number of bytes", fields[5]);
        return dataset.isEmpty() || kind.isEmpty() || !PATH.matcher(fields[6]).matches()
                ? Optional.empty()
                : Optional.of(
                        new LandedFile(dataset.get(), Path.of(fields[6]), kind.get(), commit, fields[1], rows, bytes));
    }

    private void require(boolean isTrue, int line, String otherwise) {
        if (!isTrue) {
            problems.add("line " + line + ": " + otherwise);
        }
    }

    private long number(int line, String what, String text) {
        boolean isNumber = NUMBER.matcher(text).matches();
        require(isNumber, line, what + " is none");
        return isNumber ? Long.parseLong(text) : -1;
    }
}
