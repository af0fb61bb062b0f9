package io.rapport.serve.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.state.StateLocation;
import io.rapport.serve.home.Home;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.run.RunRequest;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldTablesTest {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void the_latest_runs_keep_their_tables_and_all_of_them_stay_in_the_log() throws IOException {
        Home home = new Home(folder);
        try (ServeState state = ServeState.open(StateLocation.file(home.database()))) {
            RunLog runs = new RunLog(state, () -> now);
            String compared = deliver(home, runs, "Office", "2026-11-19");
            List<String> office = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                office.add(deliver(home, runs, "Office", "2026-11-20"));
            }
            String other = deliver(home, runs, "Other", "2026-11-20");
            runs.fail(runs.start(request("Office", "2026-11-20")), "OUT_OF_MEMORY");
            Path broken =
                    Files.createDirectories(home.output().resolve("Office").resolve("_old-broken-off"));
            OldTables tables = new OldTables(home, runs);

            assertThat(tables.find(2))
                    .extracting(run -> run.id())
                    .containsExactly(office.get(2), office.get(1), office.get(0));
            assertThat(tables.delete(2)).isEqualTo(3);

            assertThat(home.output().resolve("Office"))
                    .isDirectoryNotContaining(path ->
                            office.subList(0, 3).contains(path.getFileName().toString()));
            for (String kept : List.of(compared, office.get(3), office.get(4))) {
                assertThat(home.output().resolve("Office").resolve(kept).resolve("Office.parquet"))
                        .exists();
            }
            assertThat(home.output().resolve("Other").resolve(other)).exists();
            assertThat(broken).doesNotExist();
            assertThat(runs.list()).hasSize(8);
            assertThat(tables.delete(2)).isZero();
        }
    }

    private String deliver(Home home, RunLog runs, String output, String asOf) throws IOException {
        now = now.plusSeconds(60);
        String run = runs.start(request(output, asOf));
        Path tables = Files.createDirectories(home.output().resolve(output).resolve(run));
        Files.writeString(tables.resolve(output + ".parquet"), "rows");
        runs.finish(run, 1, List.of());
        return run;
    }

    private static RunRequest request(String output, String asOf) {
        return new RunRequest(
                "Account engagement",
                output,
                LocalDate.parse(asOf),
                ZoneId.of("UTC"),
                "duckdb",
                1,
                1,
                "{}",
                "{}",
                "given on the command line by the person at the keyboard");
    }
}
