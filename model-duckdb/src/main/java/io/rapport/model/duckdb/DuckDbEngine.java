package io.rapport.model.duckdb;

import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.Parameters;

/** The embedded engine: one process, tables in memory that spill to the home's tmp folder. */
public final class DuckDbEngine implements Engine {

    private final DuckDbSettings settings;

    public DuckDbEngine(DuckDbSettings settings) {
        this.settings = settings;
    }

    @Override
    public DuckDbRunSession open(Snapshot snapshot, Parameters parameters) {
        DuckDb database = DuckDb.open(settings);
        try {
            DuckDbRunSession session = new DuckDbRunSession(database, snapshot);
            Prelude.statements(parameters).forEach(statement -> session.run("preparing the models", statement));
            return session;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return "duckdb";
    }
}
