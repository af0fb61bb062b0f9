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
import org.jspecify.annotations.Nullable;

/** An engine that takes down what each model and each table takes: {@code model.NAME}, {@code table.FILE}. */
final class MeasuredEngine implements Engine {

    private final Engine engine;
    private final Figures figures;

    MeasuredEngine(Engine engine, Figures figures) {
        this.engine = engine;
        this.figures = figures;
    }

    @Override
    public Session open(Snapshot snapshot, Parameters parameters) {
        return new MeasuredSession(engine.open(snapshot, parameters));
    }

    @Override
    public String name() {
        return engine.name();
    }

    private final class MeasuredSession implements Session {

        private final Session session;

        MeasuredSession(Session session) {
            this.session = session;
        }

        @Override
        public void land(LandedRelation relation) {
            session.land(relation);
        }

        @Override
        public void load(RunInput input, Path lines) {
            session.load(input, lines);
        }

        @Override
        public void build(Model model) {
            Effort start = Effort.start();
            session.build(model);
            figures.put("model." + model.name(), start.sofar());
        }

        @Override
        public List<List<@Nullable Object>> rows(String select) {
            return session.rows(select);
        }

        @Override
        public void write(String select, Path file, Format format) {
            Effort start = Effort.start();
            session.write(select, file, format);
            figures.put("table." + file.getFileName(), start.sofar());
        }

        @Override
        public void cancel() {
            session.cancel();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
