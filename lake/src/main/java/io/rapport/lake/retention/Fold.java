package io.rapport.lake.retention;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.LandedFile.Kind;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.progress.Progress;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.manifest.HomeLayout;
import io.rapport.lake.manifest.KeptMonths;
import io.rapport.lake.manifest.Replacement;
import io.rapport.lake.manifest.Replacements.Held;
import io.rapport.lake.manifest.SourcedFile;
import io.rapport.lake.parquet.ColumnSql;
import io.rapport.lake.parquet.ParquetCopy;
import io.rapport.lake.parquet.ParquetCopy.Written;
import io.rapport.lake.reading.LakeSql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** One attempt to fold a dataset: looks what has to be done, and writes it into a staging folder. */
final class Fold {

    private final DuckDbSession session;
    private final HomeLayout layout;
    private final FoldLimits limits;
    private final Dataset dataset;
    private final Held held;
    private final Optional<KeptMonths> kept;
    private final Path folder;
    private final Progress progress;
    private int number;

    Fold(
            DuckDbSession session,
            HomeLayout layout,
            FoldLimits limits,
            Dataset dataset,
            Held held,
            Optional<KeptMonths> kept,
            Path folder,
            Progress progress) {
        this.session = session;
        this.layout = layout;
        this.limits = limits;
        this.dataset = dataset;
        this.held = held;
        this.kept = kept;
        this.folder = folder;
        this.progress = progress;
    }

    /** What was written, and what it stands for. */
    record Draft(Replacement replacement, PlacedFiles files) {}

    /**
     * @param isFolding whether change and removal files are folded, or base files put together alone
     * @return null where there is nothing to do
     */
    @Nullable
    Draft write(boolean isFolding, String writer, String name) {
        List<SourcedFile> changes =
                held.files().stream().filter(file -> !file.isBase()).toList();
        List<SourcedFile> folded = new ArrayList<>();
        FoldTables tables = new FoldTables(session, dataset, held.files(), kept);
        if (isFolding && !changes.isEmpty()) {
            progress.report("Reading the keys of " + dataset, 0, -1);
            folded.addAll(changes);
            folded.addAll(tables.fold());
        } else {
            tables.foldNothing();
        }
        FoldPlan plan = FoldPlan.of(held.files(), folded, kept, limits);
        if (plan.gone().isEmpty()) {
            return null;
        }
        PlacedFiles files = new PlacedFiles(session, layout, dataset, name);
        boolean isStrict = write(tables, plan, files);
        long left = countFormer();
        return new Draft(
                new Replacement(
                        kept.isEmpty() ? Replacement.COMPACTION : Replacement.RETENTION,
                        writer,
                        dataset,
                        held.at(),
                        isStrict || kept.isPresent(),
                        plan.gone(),
                        files.added(),
                        new Landed(0, 0, 0, 0, left)),
                files);
    }

    /** Says whether the order in which files were committed means something in what was written. */
    private boolean write(FoldTables tables, FoldPlan plan, PlacedFiles files) {
        int done = 0;
        for (Map.Entry<FoldPlan.Part, List<SourcedFile>> part : plan.parts().entrySet()) {
            requireWanted();
            progress.report("Compacting " + dataset, done, plan.parts().size());
            String source = part.getKey().source();
            copy(
                            ColumnSql.columns(dataset),
                            tables.rows(part.getValue(), source),
                            part.getKey().partition(),
                            part.getValue())
                    .forEach(written -> files.add(written, Kind.BASE, source, 0));
            done++;
        }
        List<FoldTables.Residue> residues = tables.residues();
        for (FoldTables.Residue residue : residues) {
            requireWanted();
            List<SourcedFile> inputs =
                    plan.parts().getOrDefault(new FoldPlan.Part(residue.partition(), residue.source()), List.of());
            List<Written> written = residue.isRemoval()
                    ? copy(ColumnSql.key(dataset), tables.removals(residue), residue.partition(), inputs)
                    : copy(ColumnSql.columns(dataset), tables.rows(inputs, residue), residue.partition(), inputs);
            Kind kind = residue.isRemoval() ? Kind.REMOVAL : Kind.CHANGE;
            written.forEach(file -> files.add(file, kind, residue.source(), residue.rank()));
        }
        return !residues.isEmpty();
    }

    private List<Written> copy(String columns, String source, String partition, List<SourcedFile> inputs) {
        number++;
        Path target = folder.resolve(Integer.toString(number));
        long bytes = inputs.stream().mapToLong(file -> file.file().bytes()).sum();
        return bytes <= limits.splitBytes()
                ? ParquetCopy.writeOne(session, dataset, columns, source, partition, target)
                : ParquetCopy.writeSplit(session, dataset, columns, source, partition, target, limits.splitBytes());
    }

    private long countFormer() {
        if (kept.isEmpty()) {
            return 0;
        }
        long left = 0;
        for (String partition : LakeSql.partitions(held.snapshot(), dataset)) {
            if (kept.get().isFormer(partition)) {
                left += session.number(
                        "counting " + dataset,
                        "select count(*) from (" + LakeSql.select(held.snapshot(), dataset, partition) + ")");
            }
        }
        return left;
    }

    private static void requireWanted() {
        if (Thread.interrupted()) {
            throw new CancellationException("no longer wanted");
        }
    }
}
