package io.rapport.serve.dataset;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.extract.DatasetSample;
import io.rapport.serve.insight.Recounted;
import io.rapport.serve.json.JsonText;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few rows of each dataset, of now or of a minute ago at most; never of a file that was taken away since. Thread-safe.
 */
public final class Samples {

    private static final int ROWS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Supplier<Snapshot> snapshots;
    private final DuckDbSettings engine;
    private final Pseudonyms pseudonyms;
    private final InstantSource clock;
    private final Executor later;
    private final Map<Dataset, Recounted<Dataset, Landed, List<Map<?, ?>>>> answers = new ConcurrentHashMap<>();

    /** @param later who reads anew while an answer of before is given */
    public Samples(
            Supplier<Snapshot> snapshots,
            DuckDbSettings engine,
            Pseudonyms pseudonyms,
            InstantSource clock,
            Executor later) {
        this.snapshots = snapshots;
        this.engine = engine;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
        this.later = later;
    }

    /** What there is of a dataset, the same where the files are. */
    private record Landed(List<LandedFile> files, Snapshot snapshot) {

        boolean isWithin(Landed other) {
            return other.files.containsAll(files);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Landed landed && files.equals(landed.files);
        }

        @Override
        public int hashCode() {
            return files.hashCode();
        }
    }

    /**
     * Writes rows for one reader.
     *
     * @param isAdministrator whether he or she may see whose rows these are
     */
    public SampleRow writer(boolean isAdministrator) {
        pseudonyms.look();
        return isAdministrator ? SampleRow.open() : SampleRow.disguised(pseudonyms);
    }

    /** Rows by the names of their columns, as they are; {@link SampleRow} says who may see what of them. */
    public List<Map<?, ?>> rows(Dataset dataset) {
        return answers.computeIfAbsent(dataset, this::recounted).find(dataset, landed(dataset));
    }

    private Recounted<Dataset, Landed, List<Map<?, ?>>> recounted(Dataset dataset) {
        return new Recounted<>(() -> landed(dataset), this::read, Landed::isWithin, PATIENCE, clock, later);
    }

    private Landed landed(Dataset dataset) {
        Snapshot snapshot = snapshots.get();
        return new Landed(snapshot.files(dataset), snapshot);
    }

    private List<Map<?, ?>> read(Dataset dataset, Landed landed) {
        return landed.files().isEmpty()
                ? List.of()
                : DatasetSample.lines(engine, landed.snapshot(), dataset, ROWS).stream()
                        .<Map<?, ?>>map(Samples::row)
                        .toList();
    }

    private static Map<?, ?> row(String line) {
        @Nullable Object read = JsonText.read(line);
        return read instanceof Map<?, ?> fields ? fields : Map.of();
    }
}
