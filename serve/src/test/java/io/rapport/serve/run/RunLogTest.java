package io.rapport.serve.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.lake.state.StateLocation;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {

    private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");
    private static final RunRequest REQUEST = new RunRequest(
            "Account engagement",
            "Office",
            LocalDate.parse("2026-10-31"),
            ZoneId.of("Europe/London"),
            "duckdb",
            7,
            1,
            "{\"Recency\":10}",
            "{}",
            "given on the command line by the person at the keyboard");

    @TempDir
    Path folder;

    StateLocation location() {
        return StateLocation.file(folder.resolve("rapport.db"));
    }

    private Instant now = NOON;

    @Test
    void a_delivered_run_keeps_what_was_asked_and_what_came_of_it() {
        RunLog log = log();
        String id = log.start(REQUEST);
        now = NOON.plusSeconds(90);
        log.finish(id, 42, List.of());

        assertThat(log.list())
                .containsExactly(
                        new Run(id, REQUEST, RunState.SUCCESSFUL, 42L, List.of(), NOON, NOON.plusSeconds(90), null));
        assertThat(id).startsWith("20261031T120000Z-");
    }

    @Test
    void warnings_are_kept_to_the_letter() {
        RunLog log = log();
        log.finish(log.start(REQUEST), 1, List.of("Every score is 0.0: \"no mail\"", "Zürich\nand more"));

        assertThat(log.list()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_WARNINGS);
            assertThat(run.warnings()).containsExactly("Every score is 0.0: \"no mail\"", "Zürich\nand more");
        });
    }

    @Test
    void a_failed_run_says_why_and_delivers_nothing() {
        RunLog log = log();
        log.fail(log.start(REQUEST), "HOME_NOT_WRITABLE");

        assertThat(log.list()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.errorCode()).isEqualTo("HOME_NOT_WRITABLE");
            assertThat(run.rows()).isNull();
        });
        assertThat(log.findDelivered("Office")).isEmpty();
    }

    @Test
    void the_latest_delivered_run_of_a_table_is_found() {
        RunLog log = log();
        log.finish(log.start(REQUEST), 1, List.of());
        now = NOON.plus(Duration.ofDays(1));
        String second = log.start(REQUEST);
        log.finish(second, 2, List.of("warned"));
        now = NOON.plus(Duration.ofDays(2));
        log.cancel(log.start(REQUEST));

        assertThat(log.findDelivered("Office")).map(Run::id).contains(second);
        assertThat(log.findDelivered("office")).isEmpty();
    }

    @Test
    void runs_of_a_table_are_listed_with_those_that_delivered_and_those_before_a_day() {
        RunLog log = log();
        String first = log.start(REQUEST);
        log.finish(first, 1, List.of());
        now = NOON.plus(Duration.ofDays(1));
        String failed = log.start(REQUEST);
        log.fail(failed, "HOME_NOT_WRITABLE");
        now = NOON.plus(Duration.ofDays(2));
        RunRequest later = onDay(REQUEST, "Office", "2026-11-02");
        String second = log.start(later);
        log.finish(second, 1, List.of("warned"));
        now = NOON.plus(Duration.ofDays(3));
        log.finish(log.start(onDay(REQUEST, "Aim", "2026-11-03")), 1, List.of());

        assertThat(log.list("Office", 2)).extracting(Run::id).containsExactly(second, failed);
        assertThat(log.delivered("Office", 9)).extracting(Run::id).containsExactly(second, first);
        assertThat(log.delivered("Office", 1)).extracting(Run::id).containsExactly(second);
        assertThat(log.deliveredBefore(later, 9)).extracting(Run::id).containsExactly(first);
        assertThat(log.deliveredBefore(REQUEST, 9)).isEmpty();
        assertThat(log.deliveredOutputs()).containsExactly("Office", "Aim");
    }

    private static RunRequest onDay(RunRequest request, String output, String asOf) {
        return new RunRequest(
                request.enrichment(),
                output,
                LocalDate.parse(asOf),
                request.timeZone(),
                request.engine(),
                request.snapshot(),
                request.formulaVersion(),
                request.weights(),
                request.options(),
                request.consent());
    }

    @Test
    void a_clock_that_is_put_back_does_not_bring_an_older_run_to_the_front() {
        RunLog log = log();
        log.finish(log.start(REQUEST), 1, List.of());
        now = NOON.minus(Duration.ofDays(1));
        String second = log.start(REQUEST);
        log.finish(second, 2, List.of());

        assertThat(log.findDelivered("Office")).map(Run::id).contains(second);
        assertThat(log.list()).allSatisfy(run -> assertThat(run.finishedAt()).isAfterOrEqualTo(run.startedAt()));
    }

    @Test
    void a_run_of_a_living_process_is_refreshing() {
        RunLog log = log();
        log.start(REQUEST);

        assertThat(log().list()).extracting(Run::state).containsExactly(RunState.REFRESHING);
        assertThat(log().listLost(REQUEST.output())).isEmpty();
    }

    @Test
    void a_run_whose_process_is_gone_is_interrupted() {
        RunningProcess self = RunningProcess.current();
        RunningProcess before = new RunningProcess(
                self.machine(), self.number(), self.startedAt().minusSeconds(3600));
        String id = new RunLog(state(), () -> now, before).start(REQUEST);

        assertThat(log().listLost(REQUEST.output())).containsExactly(id);
        assertThat(log().listLost("Other")).isEmpty();
        assertThat(log().list()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(run.finishedAt()).isNull();
        });
    }

    @Test
    void a_run_of_another_machine_goes_on_as_long_as_its_process_gives_signs_of_life() {
        RunningProcess elsewhere =
                new RunningProcess(RunningProcess.current().machine() + "-2", 4_000_000_000L, Instant.EPOCH);
        ServeState shared = state();
        InstantSource clock = () -> now;
        String id = new RunLog(shared, clock, elsewhere).start(REQUEST);
        Duration almost = RunningProcess.LEASE.minusMillis(1);

        now = now.plus(almost);
        assertThat(log().list()).extracting(Run::state).containsExactly(RunState.REFRESHING);
        assertThat(new SignsOfLife(shared, "run", clock).note(id, elsewhere)).isTrue();
        assertThat(new SignsOfLife(shared, "run", clock).note(id, RunningProcess.current()))
                .as("in another process's hand")
                .isFalse();
        now = now.plus(almost);
        assertThat(log().list()).extracting(Run::state).containsExactly(RunState.REFRESHING);
        now = now.plusMillis(1);
        assertThat(log().list()).extracting(Run::state).containsExactly(RunState.INTERRUPTED);
        assertThat(log().listLost(REQUEST.output())).as("of another machine").isEmpty();
        new RunLog(shared, clock, elsewhere).cancel(id);
        assertThat(new SignsOfLife(shared, "run", clock).note(id, elsewhere)).isFalse();
    }

    @Test
    void a_run_ends_once() {
        RunLog log = log();
        String id = log.start(REQUEST);
        log.cancel(id);

        assertThatThrownBy(() -> log.finish(id, 1, List.of())).isInstanceOf(IllegalStateException.class);
    }

    private RunLog log() {
        InstantSource clock = () -> now;
        return new RunLog(state(), clock);
    }

    private ServeState state() {
        return ServeState.open(location());
    }
}
