package io.rapport.model.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.Session;
import io.rapport.model.sql.Model;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that one engine alone accepts says so with its file and line; the contract builds every model on both. */
class OneEngineAloneIT {

    @TempDir
    private Path folder;

    @Test
    void a_model_that_only_duckdb_accepts_is_named_with_its_line() {
        Model model = model("\nselect 1 as one,\n    list_sum([1, 2]) as two");

        build(duckDb(), model);

        assertThatThrownBy(() -> build(spark(), model))
                .isInstanceOf(RapportException.class)
                .hasMessageContaining("building staging/alone, line 3");
    }

    @Test
    void a_model_that_only_spark_accepts_is_named_with_its_line() {
        Model model = model("\nselect 1 as one,\n    size(array(1, 2)) as two");

        build(spark(), model);

        assertThatThrownBy(() -> build(duckDb(), model))
                .isInstanceOf(RapportException.class)
                .hasMessageContaining("building staging/alone, line 3");
    }

    private static void build(Engine engine, Model model) {
        LocalDate day = LocalDate.of(2026, 10, 31);
        Parameters parameters = new Parameters(day, day, ZoneOffset.UTC, "", true, false, false, false, 0);
        try (Session session = engine.open(new Snapshot(0, List.of()), parameters)) {
            session.build(model);
        }
    }

    private Engine duckDb() {
        return new DuckDbEngine(new DuckDbSettings(256L << 20, 1, folder));
    }

    private Engine spark() {
        return new SparkEngine(OneApplication.running(), folder, SparkEngine.DRIVER_ROWS);
    }

    private static Model model(String select) {
        return new Model(
                "alone",
                "staging/alone",
                "one row",
                List.of(),
                List.of(),
                Optional.empty(),
                true,
                Optional.empty(),
                select);
    }
}
