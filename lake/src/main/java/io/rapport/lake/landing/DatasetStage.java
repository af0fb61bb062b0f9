package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Row;
import io.rapport.lake.parquet.ColumnSql;
import io.rapport.lake.privacy.LineBuffer;
import io.rapport.lake.privacy.PrivacyGate;
import io.rapport.lake.privacy.Suppression;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one dataset on their way through the gate into the chunk that is being filled. Each month has a file of its
 * own, because telling months apart here costs a copy of the line, and a third of the conversion later.
 */
final class DatasetStage implements AutoCloseable {

    /** A source of ever other dates may not open ever more files. */
    private static final int MOST_MONTHS = 60;

    private static final int MIXED = Integer.MAX_VALUE;
    private static final int REMOVED = Integer.MAX_VALUE - 1;

    private final Dataset dataset;
    private final Path folder;
    private final ChunkLimits limits;
    private final PrivacyGate gate;
    private final LineBuffer line = new LineBuffer();
    private final KeyHashes keys = new KeyHashes();
    private final Map<Integer, LineFile> files = new HashMap<>();

    private @Nullable LineFile lastFile;
    private int lastMonth;
    private int number;
    private long bytes;
    private long rows;
    private long removals;
    private boolean mayRepeat;

    DatasetStage(Dataset dataset, Path folder, ChunkLimits limits, Suppression suppression) {
        this.dataset = dataset;
        this.folder = folder;
        this.limits = limits;
        this.gate = new PrivacyGate(dataset, suppression);
    }

    /** Rows of erased people go no further, and nothing is wrong with them. */
    Optional<String> add(Row row) {
        if (gate.isErased(row)) {
            return Optional.empty();
        }
        Optional<String> refusal = gate.pass(row, rows + removals, line);
        if (refusal.isEmpty()) {
            rows++;
            keep(gate.month());
        }
        return refusal;
    }

    void remove(List<String> key) {
        if (gate.isErased(key)) {
            return;
        }
        gate.passRemoval(key, rows + removals, line);
        removals++;
        keep(REMOVED);
    }

    boolean isFull() {
        return rows + removals >= limits.rows() || bytes >= limits.bytes();
    }

    /** Ends the chunk that is being filled; empty where nothing is in it. */
    Optional<SealedChunk> seal() {
        if (rows + removals == 0) {
            return Optional.empty();
        }
        Map<String, Path> months = new TreeMap<>();
        files.forEach((month, file) -> {
            Path path = file.finish();
            if (month != MIXED && month != REMOVED) {
                months.put(partition(month), path);
            }
        });
        SealedChunk sealed = new SealedChunk(dataset, number, months, found(MIXED), found(REMOVED), rows, mayRepeat);
        files.clear();
        lastFile = null;
        number++;
        rows = 0;
        removals = 0;
        bytes = 0;
        mayRepeat = false;
        keys.clear();
        return Optional.of(sealed);
    }

    @Override
    public void close() {
        files.values().forEach(LineFile::close);
        files.clear();
    }

    private void keep(int month) {
        mayRepeat |= !keys.add(gate.keyHash());
        bytes += line.length();
        LineFile file = lastFile;
        if (file == null || month != lastMonth) {
            file = file(month);
            lastFile = file;
            lastMonth = month;
        }
        file.add(line);
        line.truncate(0);
    }

    private LineFile file(int month) {
        LineFile file = files.get(month);
        if (file == null) {
            int instead = month != REMOVED && files.size() >= MOST_MONTHS ? MIXED : month;
            file = files.computeIfAbsent(instead, added -> new LineFile(path(added)));
        }
        return file;
    }

    private List<Path> found(int kind) {
        return files.containsKey(kind) ? List.of(path(kind)) : List.of();
    }

    private Path path(int kind) {
        String what = kind == MIXED ? "mixed" : kind == REMOVED ? "removed" : partition(kind);
        return folder.resolve(dataset.name() + "-" + number + "-" + what + ".ndjson");
    }

    private static String partition(int month) {
        return month == PrivacyGate.NO_MONTH
                ? ColumnSql.NO_PARTITION
                : String.format(Locale.ROOT, "%04d-%02d", month / 12, month % 12 + 1);
    }
}
