package io.rapport.bench.measure;

import io.rapport.core.landing.Snapshot;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.Format;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.RunInput;
import io.rapport.model.engine.Session;
import io.rapport.model.sql.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An engine that takes down what each model and each table takes: {@code model.NAME}, {@code table.FILE}, what opening and
 * the views take: {@code opening}, and what all takes from its making to the end: {@code enrich}.
 */
final class MeasuredEngine implements Engine {

    private final Engine engine;
    private final Figures figures;
    private final Supplier<Effort> meter;
    private final Effort start;

    /** @param meter what all has taken until now; whoever computes in another process counts that too */
    MeasuredEngine(Engine engine, Figures figures, Supplier<Effort> meter) {
        this.engine = engine;
        this.figures = figures;
        this.meter = meter;
        this.start = meter.get();
    }

    @Override
    public Session open(Snapshot snapshot, Parameters parameters) {
        Effort before = meter.get();
        return new MeasuredSession(engine.open(snapshot, parameters), before);
    }

    @Override
    public String name() {
        return engine.name();
    }

    private final class MeasuredSession implements Session {

        private final Session session;
        private final Effort opening;

        MeasuredSession(Session session, Effort opening) {
            this.session = session;
            this.opening = opening;
        }

        @Override
        public void land(LandedRelation relation) {
            session.land(relation);
            figures.put("opening", meter.get().minus(opening));
        }

        @Override
        public void load(RunInput input, Path lines) {
            session.load(input, lines);
        }

        @Override
        public void build(Model model) {
            Effort before = meter.get();
            session.build(model);
            figures.put("model." + model.name(), meter.get().minus(before));
        }

        @Override
        public List<List<@Nullable Object>> rows(String select) {
            return session.rows(select);
        }

        @Override
        public void write(String select, Path file, Format format) {
            Effort before = meter.get();
            session.write(select, file, format);
            figures.put("table." + file.getFileName(), meter.get().minus(before));
        }

        @Override
        public void cancel() {
            session.cancel();
        }

        @Override
        public void close() {
            figures.put("enrich", meter.get().minus(start));
            PeakMemory.findBytesOfChildren().ifPresent(bytes -> figures.put("childrenPeakBytes", bytes));
            session.close();
        }
    }
}
