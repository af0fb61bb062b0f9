package io.rapport.serve.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.lake.manifest.KeptMonths;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpkeepRoundTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @TempDir
    Path home;

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void the_first_upkeep_is_due_in_the_first_night_that_a_server_sees() {
        try (ServeState state = ServeState.open(StateLocation.file(home.resolve("rapport.db")))) {
            UpkeepRound round = new UpkeepRound(
                    new UpkeepSettings(new Settings(state, () -> now)),
                    new Jobs(state, () -> now),
                    () -> now,
                    () -> TOKYO);

            assertThat(round.isDue()).isFalse();
            assertThat(round.next()).isEqualTo("2026-11-22T17:00:00Z");
            now = Instant.parse("2026-11-22T16:59:59Z");
            assertThat(round.isDue()).isFalse();
            now = Instant.parse("2026-11-22T17:00:00Z");
            assertThat(round.isDue()).isTrue();
            assertThat(round.next()).isEqualTo("2026-11-23T17:00:00Z");
            now = Instant.parse("2026-11-25T05:00:00Z");
            assertThat(round.isDue()).as("made up for").isTrue();
        }
    }

    @Test
    void what_somebody_chose_is_kept() {
        try (ServeState state = ServeState.open(StateLocation.file(home.resolve("rapport.db")))) {
            UpkeepSettings settings = new UpkeepSettings(new Settings(state, () -> now));

            assertThat(settings.keptFor()).isEqualTo(KeptFor.USUAL);
            assertThat(settings.keptRuns()).isEqualTo(30);
            settings.set(" 025 ", " 7");
            assertThat(settings.keptFor().months()).isEqualTo(25);
            assertThat(settings.keptRuns()).isEqualTo(7);
            settings.set("0", "7");
            assertThat(settings.keptFor().at(now)).isEmpty();
        }
    }

    /** The end of a month has to lie before now minus the months. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00:00Z, 13, 2025-10",
        "2026-11-01T00:00:00Z, 13, 2025-10",
        "2026-10-31T23:59:59Z, 13, 2025-09",
        "2026-03-31T12:00:00Z, 1, 2026-02",
        "2026-01-15T12:00:00Z, 12, 2025-01"
    })
    void a_month_leaves_as_a_whole(Instant at, int months, String first) {
        KeptMonths kept = new KeptFor(months).at(at).orElseThrow();

        assertThat(kept.first()).isEqualTo(YearMonth.parse(first));
        assertThat(kept.isFormer(first)).isFalse();
        assertThat(kept.isFormer(kept.first().minusMonths(1).toString())).isTrue();
        assertThat(kept.isFormer("none")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "241", "1.5", "a year", "99999"})
    void what_is_no_number_of_months_is_refused(String typed) {
        assertThatThrownBy(() -> KeptFor.parse(typed))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(UpkeepError.RETENTION_SETTING));
    }
}
