package io.rapport.lake.parquet;

import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Fuzz target: names of columns, which a Parquet export chooses. The engine's description of a type yields them again. */
public final class ColumnNameFuzz {

    private static final DuckDb ENGINE = DuckDb.open(new DuckDbSettings(64L << 20, 1, Path.of("target", "fuzz-spill")));

    private ColumnNameFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String name = new String(input, StandardCharsets.UTF_8).replace("\u0000", "");
        if (name.isEmpty() || name.length() > 200) {
            return;
        }
        EngineType plain = new EngineType.Plain("VARCHAR");
        EngineType expected = new EngineType.ListType(new EngineType.StructType(
                List.of(new EngineType.Field(name, plain), new EngineType.Field("b", plain))));
        String quoted = SqlText.name(name);
        try (DuckDbSession session = ENGINE.connect()) {
            String description = session.list(
                            "describing",
                            "select column_type from (describe select [struct_pack(" + quoted + " := 'x', "
                                    + (name.equalsIgnoreCase("b") ? "c" : "b") + " := 'y')] as c)",
                            row -> row.getString(1))
                    .get(0);
            if (!name.equalsIgnoreCase("b") && !EngineType.parse(description).equals(expected)) {
                throw new AssertionError("the engine describes it otherwise");
            }
        }
    }
}
