package io.rapport.serve.dataset;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.extract.DatasetSample;
import io.rapport.serve.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A few rows of each dataset, kept until something else lands in it. Thread-safe. */
public final class Samples {

    private static final int ROWS = 8;

    private final Supplier<Snapshot> snapshots;
    private final DuckDbSettings engine;
    private final Pseudonyms pseudonyms;
    private final Map<Dataset, Sample> known = new ConcurrentHashMap<>();

    /** @param snapshots what is visible now */
    public Samples(Supplier<Snapshot> snapshots, DuckDbSettings engine, Pseudonyms pseudonyms) {
        this.snapshots = snapshots;
        this.engine = engine;
        this.pseudonyms = pseudonyms;
    }

    private record Sample(List<LandedFile> files, List<Map<?, ?>> rows) {}

    /**
     * Writes rows for one reader.
     *
     * @param isAdministrator whether he or she may see whose rows these are
     */
    public SampleRow writer(boolean isAdministrator) {
        return isAdministrator ? SampleRow.open() : SampleRow.disguised(pseudonyms);
    }

    /** Rows by the names of their columns, as they are; {@link SampleRow} says who may see what of them. */
    public List<Map<?, ?>> rows(Dataset dataset) {
        Snapshot snapshot = snapshots.get();
        List<LandedFile> files = snapshot.files(dataset);
        Sample sample = known.get(dataset);
        if (sample == null || !sample.files().equals(files)) {
            sample = new Sample(
                    files,
                    DatasetSample.lines(engine, snapshot, dataset, ROWS).stream()
                            .<Map<?, ?>>map(Samples::row)
                            .toList());
            known.put(dataset, sample);
        }
        return sample.rows();
    }

    private static Map<?, ?> row(String line) {
        @Nullable Object read = JsonText.read(line);
        return read instanceof Map<?, ?> fields ? fields : Map.of();
    }
}
