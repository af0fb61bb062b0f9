package io.rapport.model.duckdb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.contract.PromiseKeeper;
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

class PromiseKeeperIT {

    @TempDir
    private Path folder;

    @Test
    void a_model_that_breaks_its_word_is_named_with_the_rows() {
        LocalDate day = LocalDate.of(2026, 10, 31);
        Parameters parameters = new Parameters(day, day, ZoneOffset.UTC, "", true, false, false, false, 0);
        try (Session session = new PromiseKeeper(new DuckDbEngine(new DuckDbSettings(256L << 20, 1, folder)))
                .open(new Snapshot(0, List.of()), parameters)) {
            assertThatThrownBy(() -> session.build(model("twice", "select 1 as k union all select 1 as k")))
                    .hasMessageContaining("twice breaks its word");
            assertThatThrownBy(() -> session.build(model("gone", "select cast(null as integer) as k")))
                    .hasMessageContaining("gone breaks its word");
            assertThatThrownBy(() -> session.build(model("low", "select -1 as k")))
                    .hasMessageContaining("low breaks its word");
            session.build(model("good", "select 1 as k union all select 2 as k"));
        }
    }

    private static Model model(String name, String select) {
        return new Model(
                name,
                name,
                "one row per k",
                List.of("k"),
                List.of("k"),
                Optional.of("k > 0"),
                true,
                Optional.empty(),
                select);
    }
}
