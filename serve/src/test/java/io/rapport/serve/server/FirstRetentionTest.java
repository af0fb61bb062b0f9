package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Row;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.home.Home;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.upkeep.FirstRetention;
import io.rapport.serve.upkeep.FirstRetention.Notice;
import io.rapport.serve.upkeep.UpkeepRound;
import io.rapport.serve.upkeep.UpkeepSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home of old exports in the first nights of a server. */
class FirstRetentionTest {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private Home home;
    private DuckDbSettings engine;
    private ServeState state;
    private UpkeepSettings settings;

    @BeforeEach
    void land_three_years() {
        home = new Home(folder.resolve("home"));
        engine = new DuckDbSettings(256L << 20, 1, home.temporary());
        try (Lake lake = open()) {
            land(lake, "m1", "2006-03-01T08:00:00Z");
            land(lake, "m2", "2006-04-01T08:00:00Z");
            land(lake, "m3", "2026-11-01T08:00:00Z");
        }
        state = ServeState.open(StateLocation.file(home.database()));
        settings = new UpkeepSettings(new Settings(state, () -> now));
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Test
    void old_months_wait_for_seven_days_and_then_leave() {
        assertThat(night()).startsWith("2 former months kept until 29 Nov 2026, 10:00 UTC");
        assertThat(months()).containsExactly("2006-03", "2006-04", "2026-11");
        Notice notice = notice().orElseThrow();
        assertThat(notice.months()).isEqualTo(2);
        assertThat(notice.rows()).isEqualTo(2);
        assertThat(notice.kept().first()).hasToString("2025-10");
        assertThat(notice.isWaiting(now)).isTrue();

        now = now.plus(Duration.ofDays(7)).minusSeconds(1);
        assertThat(night()).startsWith("2 former months kept until 29 Nov 2026, 10:00 UTC");
        now = now.plusSeconds(1);
        assertThat(notice())
                .hasValueSatisfying(one -> assertThat(one.isWaiting(now)).isFalse());
        assertThat(night()).isEqualTo("2 rows of former months left");

        assertThat(months()).containsExactly("2026-11");
        assertThat(notice()).isEmpty();
    }

    @Test
    void nothing_waits_once_an_administrator_chose() {
        assertThat(notice()).isPresent();
        settings.set("13", "30");

        assertThat(notice()).isEmpty();
        assertThat(night()).isEqualTo("2 rows of former months left");
    }

    @Test
    void whoever_keeps_everything_loses_nothing() {
        settings.set("0", "30");

        assertThat(night()).isEqualTo("Nothing to do");
        assertThat(months()).hasSize(3);
    }

    private Optional<Notice> notice() {
        try (Lake lake = open()) {
            return new FirstRetention(lake, settings).find(now);
        }
    }

    private String night() {
        ServerPlan plan = new ServerPlan(
                home,
                StateLocation.file(home.database()),
                () -> now,
                new SecretBox(SecretKey.open(null, home.secretKey())),
                engine,
                "127.0.0.1",
                0,
                "",
                Map.of(),
                "A home",
                "",
                true);
        return new UpkeepWork(plan, settings, new RunLog(state, () -> now))
                .run(UpkeepRound.SUBJECT, Progress.NONE, stop -> {});
    }

    private List<String> months() {
        try (Lake lake = open()) {
            return lake.snapshot().files().stream()
                    .map(file -> file.partition())
                    .sorted()
                    .toList();
        }
    }

    private Lake open() {
        return Lake.open(home.folder(), () -> now, engine);
    }

    private static void land(Lake lake, String id, String sentAt) {
        Dataset message = Datasets.MESSAGE;
        Row row = new Row(message);
        row.set(message.index("id"), id);
        row.set(message.index("puser"), "u1");
        row.set(message.index("sentDateTime"), sentAt);
        try (Landing.Batch batch = lake.landing("import").open()) {
            assertThat(batch.add(row)).isEmpty();
            batch.commit(List.of());
        }
    }
}
