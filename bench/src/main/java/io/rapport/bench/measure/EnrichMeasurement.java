package io.rapport.bench.measure;

import io.rapport.bench.source.MailSource;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.engine.Engine;
import io.rapport.model.run.EnrichmentRun;
import io.rapport.model.run.PublicMailDomains;
import io.rapport.model.run.RunPlan;
import io.rapport.model.run.RunResult;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** One full enrichment over a home, from the spec to the four tables, stage by stage. */
public final class EnrichMeasurement {

    /** The folder of a measurement's work in which its four tables lie afterwards. */
    public static final String TABLES = "tables";

    private EnrichMeasurement() {}

    /** @param work an empty folder for the run's files; the caller removes it */
    public static Figures run(MailSource source, Place place, Path work) {
        return run(source, place, work, new DuckDbEngine(place.engine(1)), Effort::start);
    }

    /** @param meter as {@link MeasuredEngine} takes it */
    static Figures run(MailSource source, Place place, Path work, Engine engine, Supplier<Effort> meter) {
        Figures figures = new Figures();
        Spec spec = SpecReader.read(source.writeSpec(work));
        Engine measured = new MeasuredEngine(engine, figures, meter);
        RunPlan plan = RunPlan.of(spec, source.lastDay(), PublicMailDomains.shipped(), inputs(work));
        RunResult result = new EnrichmentRun(measured).run(plan, snapshot(place), work.resolve(TABLES), Progress.NONE);
        return figures.put(
                        "rows",
                        result.rows().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .put("accountsEnriched", result.enriched())
                .put("emails", result.emails())
                .put("emailsCounted", result.emailsCounted())
                .put("copies", result.copies());
    }

    static Snapshot snapshot(Place place) {
        try (Lake lake = place.openLake()) {
            return lake.snapshot();
        }
    }

    private static Path inputs(Path work) {
        try {
            return Files.createDirectory(work.resolve("inputs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
