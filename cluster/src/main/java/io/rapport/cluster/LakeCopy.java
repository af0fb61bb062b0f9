package io.rapport.cluster;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.landing.SnapshotText;
import io.rapport.model.spark.SnapshotRows;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The files of a home's lake on the cluster's storage, as the list of a snapshot names them.
 *
 * @param lake URI of the folder that holds what the home's {@code lake} folder does
 * @param snapshot whose paths are below it
 */
record LakeCopy(String lake, Snapshot snapshot) implements ClusterInput {

    private static final int LISTED = 50;

    /**
     * Reads a list and looks for every file that is on it.
     *
     * @param list a file of the driver
     * @throws RapportException {@link ClusterError#CLUSTER_LAKE}, naming every file that is not there as it should be
     */
    static LakeCopy open(String lake, java.nio.file.Path list, Configuration settings) {
        LakeCopy copy = new LakeCopy(lake, read(list));
        // Storage answers in tens of milliseconds: one after the other, thousands of files would take minutes.
        List<String> problems = copy.snapshot.files().parallelStream()
                .flatMap(file -> copy.problem(file, settings).stream())
                .sorted()
                .toList();
        if (!problems.isEmpty()) {
            int more = problems.size() - LISTED;
            throw new RapportException(
                    ClusterError.CLUSTER_LAKE,
                    "Of " + copy.snapshot.files().size() + " files of the snapshot, " + problems.size()
                            + " can't be read in "
                            + lake + ":\n  "
                            + String.join("\n  ", problems.subList(0, Math.min(LISTED, problems.size())))
                            + (more > 0 ? "\n  and " + more + " more" : "")
                            + "\nCopy them; those that the home has no more are on no new list: write one with rapport"
                            + " snapshot. Nothing was computed.");
        }
        return copy;
    }

    private static Snapshot read(java.nio.file.Path list) {
        try {
            return SnapshotText.of(Files.readAllLines(list));
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw unusable("it is no text in UTF-8");
        }
    }

    private static RapportException unusable(String why) {
        return new RapportException(
                ClusterError.CLUSTER_LAKE,
                "The file of --snapshot is no list that rapport snapshot wrote: " + why
                        + ". Write it again. Nothing was computed.");
    }

    private Optional<String> problem(LandedFile file, Configuration settings) {
        String name = SnapshotText.relative(file.path());
        try {
            Path path = new Path(place(file));
            FileStatus found = path.getFileSystem(settings).getFileStatus(path);
            if (!found.isFile()) {
                return Optional.of(name + " is no file");
            }
            return found.getLen() == file.bytes()
                    ? Optional.empty()
                    : Optional.of(name + " has " + found.getLen() + " bytes, and not " + file.bytes());
        } catch (FileNotFoundException e) {
            return Optional.of(name + " is not there");
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(name + " can't be looked at (" + e.getClass().getSimpleName() + ")");
        }
    }

    private String place(LandedFile file) {
        return new Path(new Path(lake), SnapshotText.relative(file.path())).toString();
    }

    @Override
    public org.apache.spark.sql.Dataset<Row> rows(SparkSession spark, Dataset dataset) {
        return rows().rows(spark, dataset);
    }

    @Override
    public long mostRows(Dataset dataset) {
        return rows().mostRows(dataset);
    }

    private SnapshotRows rows() {
        return new SnapshotRows(snapshot, this::place);
    }

    @Override
    public Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("commit", snapshot.id());
        fields.put("files", snapshot.files().size());
        fields.put("rows", snapshot.files().stream().mapToLong(LandedFile::rows).sum());
        fields.put(
                "bytes", snapshot.files().stream().mapToLong(LandedFile::bytes).sum());
        return Map.of("snapshot", fields);
    }
}
