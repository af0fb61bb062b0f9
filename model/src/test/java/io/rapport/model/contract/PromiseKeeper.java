package io.rapport.model.contract;

import io.rapport.core.landing.Snapshot;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.Format;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.RunInput;
import io.rapport.model.engine.Session;
import io.rapport.model.sql.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An engine that looks, after each model is built, whether its rows are what the model's file promises. */
public final class PromiseKeeper implements Engine {

    private final Engine engine;

    public PromiseKeeper(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Session open(Snapshot snapshot, Parameters parameters) {
        return new CheckedSession(engine.open(snapshot, parameters));
    }

    @Override
    public String name() {
        return engine.name();
    }

    /** Selects that each find the rows with which a model breaks its word. */
    static List<String> offenders(Model model) {
        List<String> selects = new ArrayList<>();
        if (!model.key().isEmpty()) {
            String key = String.join(", ", model.key());
            selects.add("select " + key + " from " + model.name() + " group by " + key + " having count(*) > 1");
        }
        for (String column : model.notNull()) {
            selects.add("select '" + column + "' as missing from " + model.name() + " where " + column + " is null");
        }
        model.holds()
                .ifPresent(holds ->
                        selects.add("select * from " + model.name() + " where not coalesce(" + holds + ", false)"));
        return selects;
    }

    private record CheckedSession(Session session) implements Session {

        @Override
        public void build(Model model) {
            session.build(model);
            for (String select : offenders(model)) {
                List<List<@Nullable Object>> rows = session.rows(select + " limit 3");
                if (!rows.isEmpty()) {
                    throw new AssertionError(model.file() + " breaks its word: " + select + " finds " + rows);
                }
            }
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
        public List<List<@Nullable Object>> rows(String select) {
            return session.rows(select);
        }

        @Override
        public void write(String select, Path file, Format format) {
            session.write(select, file, format);
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
