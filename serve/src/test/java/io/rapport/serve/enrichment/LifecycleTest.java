package io.rapport.serve.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.export.ScheduledExports;
import io.rapport.serve.home.Home;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.JobState;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.run.RunRequest;
import io.rapport.serve.run.RunState;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From saving to deleting, without anything that runs: jobs are asked for and stay where they are. */
class LifecycleTest {

    private static final String WHO = "Mira";

    @TempDir
    Path folder;

    private final SetTime time = new SetTime();
    private ServeState state;
    private Jobs jobs;
    private RunLog runs;
    private Workshop workshop;
    private Enrichments enrichments;
    private EnrichmentSettings settings;
    private ConsentLetters letters;
    private Lifecycle lifecycle;
    private DueRuns due;
    private ScheduledExports exports;

    @BeforeEach
    void open() {
        StateLocation location = StateLocation.file(folder.resolve("rapport.db"));
        state = ServeState.open(location);
        jobs = new Jobs(state, time);
        runs = new RunLog(state, time);
        workshop = new Workshop(location.source(), jobs, time, Map.of(), false, List.of(), job -> {}, error -> {});
        enrichments = new Enrichments(state, time);
        settings = new EnrichmentSettings(new Settings(state, time));
        letters = new ConsentLetters(state, time);
        lifecycle = new Lifecycle(enrichments, settings, runs, jobs, workshop, letters, time);
        due = new DueRuns(enrichments, runs, jobs, time);
        exports = new ScheduledExports(new Home(folder), state, time);
    }

    @AfterEach
    void close() {
        workshop.close();
        state.close();
    }

    @Test
    void what_is_saved_waits_for_consent_and_asks_for_it() {
        Enrichment saved = save("Sales", "Office");

        assertThat(saved.state()).isEqualTo(EnrichmentState.WAITING_FOR_CONSENT);
        assertThat(letters.due()).extracting(ConsentLetter::enrichment).containsExactly(saved.id());
        assertThat(enrichments.find("Office")).contains(saved);
    }

    @Test
    void without_consent_nothing_runs_neither_asked_nor_by_itself() {
        Enrichment saved = save("Sales", "Office");

        assertThatThrownBy(() -> lifecycle.run(saved, WHO, true)).satisfies(code(EnrichmentError.NO_CONSENT));
        time.advance(Duration.ofDays(30));
        due.round(workshop);
        assertThat(jobs.list(10)).isEmpty();

        assertThat(lifecycle.decline(saved, WHO)).isTrue();
        assertThatThrownBy(() -> lifecycle.run(again(saved), WHO, true)).satisfies(code(EnrichmentError.NO_CONSENT));
        assertThat(letters.due()).as("whoever declined is not asked again").isEmpty();
    }

    @Test
    void the_first_run_comes_six_hours_after_consent_and_then_the_schedule() {
        Enrichment saved = save("Sales", "Office");
        assertThat(lifecycle.agree(saved, WHO)).isTrue();

        time.advance(Duration.ofHours(6).minusSeconds(1));
        due.round(workshop);
        assertThat(jobs.list(10)).isEmpty();
        assertThatThrownBy(() -> lifecycle.run(again(saved), "Cara", false))
                .satisfies(code(EnrichmentError.FIRST_RUN_WAITS));

        time.advance(Duration.ofSeconds(1));
        due.round(workshop);
        assertThat(jobs.list(10)).singleElement().satisfies(job -> {
            assertThat(job.kind()).isEqualTo(JobKind.ENRICHMENT);
            assertThat(job.subject()).isEqualTo("Office");
        });
        assertThat(again(saved).findNextRun()).contains(Instant.parse("2026-11-21T06:00:00Z"));
    }

    @Test
    void an_administrator_need_not_wait_for_the_first_run() {
        Enrichment saved = agreed("Sales", "Office");

        Job job = lifecycle.run(saved, WHO, true);

        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(again(saved).findNextRun()).contains(Instant.parse("2026-11-21T06:00:00Z"));
    }

    @Test
    void a_delay_of_none_begins_at_once() {
        settings.set("0", "never", "Europe/London");
        Enrichment saved = agreed("Sales", "Office");

        due.round(workshop);

        assertThat(jobs.findOpen(JobKind.ENRICHMENT, "Office")).isPresent();
        assertThat(again(saved).findNextRun()).as("its own schedule counts").isPresent();
    }

    @Test
    void a_time_that_comes_while_a_run_waits_is_skipped_and_said_so() {
        Enrichment saved = agreed("Sales", "Office");
        Job first = lifecycle.run(saved, WHO, true);
        time.advance(Duration.ofDays(1));
        due.round(workshop);

        assertThat(jobs.list(10)).extracting(Job::id).containsExactly(first.id());
        Run skipped = runs.list().get(0);
        assertThat(skipped.state()).isEqualTo(RunState.SKIPPED);
        assertThat(skipped.warnings().get(0)).contains("while a run was under way");
        assertThat(again(saved).findNextRun()).contains(Instant.parse("2026-11-22T06:00:00Z"));
    }

    @Test
    void times_that_were_missed_are_made_up_for_by_one_run() {
        Enrichment saved = agreed("Sales", "Office");
        time.advance(Duration.ofDays(40));
        due.round(workshop);
        due.round(workshop);

        assertThat(jobs.list(10)).hasSize(1);
        assertThat(runs.list()).isEmpty();
        assertThat(again(saved).findNextRun()).contains(Instant.parse("2026-12-31T06:00:00Z"));
    }

    @Test
    void withdrawn_consent_stops_what_waits_and_owes_a_deletion() {
        Enrichment saved = agreed("Sales", "Office");
        Job run = lifecycle.run(saved, WHO, true);

        assertThat(lifecycle.withdraw(again(saved), WHO)).isTrue();

        assertThat(jobs.find(run.id()).orElseThrow().state()).isEqualTo(JobState.CANCELED);
        assertThat(jobs.findOpen(JobKind.REMOVAL, "Office")).isPresent();
        assertThat(again(saved).findNextRun()).isEmpty();
        assertThatThrownBy(() -> lifecycle.run(again(saved), WHO, true)).satisfies(code(EnrichmentError.NO_CONSENT));
        assertThat(lifecycle.agree(again(saved), WHO))
                .as("it can be given again")
                .isTrue();
    }

    @Test
    void what_it_came_to_is_deleted_and_a_deleted_one_leaves_nothing() throws Exception {
        Removal removal = new Removal(new Home(folder), enrichments, runs, jobs, exports);
        Enrichment kept = agreed("Sales", "Office");
        Enrichment deleted = agreed("Service", "Service");
        for (String output : List.of("Office", "Service")) {
            Path tables = Files.createDirectories(
                    folder.resolve("output").resolve(output).resolve("run-1"));
            Files.writeString(tables.resolve(output + ".parquet"), "rows");
            runs.skip(RunRequest.unbegun(output, output, LocalDate.EPOCH, ZoneId.of("UTC")), "a trace of it");
        }
        lifecycle.withdraw(kept, WHO);
        lifecycle.delete(deleted, WHO);

        assertThat(removal.remove("Office")).isEqualTo(1);
        assertThat(removal.remove("Service")).isEqualTo(1);
        assertThat(removal.remove("Service")).as("done again after a crash").isZero();

        assertThat(folder.resolve("output")).isEmptyDirectory();
        assertThat(again(kept).state()).isEqualTo(EnrichmentState.WITHDRAWN);
        assertThat(enrichments.list()).extracting(Enrichment::output).containsExactly("Office");
        assertThat(runs.list()).extracting(run -> run.request().output()).containsExactly("Office");
        assertThat(letters.find(deleted.id())).isEmpty();
        assertThat(save("Service", "service").state()).isEqualTo(EnrichmentState.WAITING_FOR_CONSENT);
    }

    @Test
    void a_deletion_that_was_asked_for_and_lost_is_asked_for_again() {
        Enrichment saved = agreed("Sales", "Office");
        lifecycle.withdraw(saved, WHO);
        workshop.cancel(jobs.findOpen(JobKind.REMOVAL, "Office").orElseThrow().id());
        assertThat(jobs.findOpen(JobKind.REMOVAL, "Office")).isEmpty();

        due.round(workshop);

        assertThat(jobs.findOpen(JobKind.REMOVAL, "Office")).isPresent();
    }

    @Test
    void a_deletion_waits_for_the_end_of_a_run_that_still_writes() throws Exception {
        Removal removal = new Removal(new Home(folder), enrichments, runs, jobs, exports);
        Enrichment saved = agreed("Sales", "Office");
        lifecycle.run(saved, WHO, true);
        state.run(db -> db.sql("update job set state = 'RUNNING'").update());
        Path table = Files.writeString(
                Files.createDirectories(folder.resolve("output/Office/run-1")).resolve("Office.parquet"), "rows");

        lifecycle.withdraw(again(saved), WHO);
        due.round(workshop);

        assertThat(jobs.findOpen(JobKind.REMOVAL, "Office")).isEmpty();
        assertThat(removal.remove("Office")).isZero();
        assertThat(table).exists();

        state.run(db -> db.sql("update job set state = 'CANCELED'").update());
        due.round(workshop);

        assertThat(jobs.findOpen(JobKind.REMOVAL, "Office")).isPresent();
        assertThat(removal.remove("Office")).isEqualTo(1);
    }

    @Test
    void one_that_is_deleted_while_its_tables_go_is_deleted_as_well() {
        Enrichment saved = agreed("Sales", "Office");
        List<Boolean> heard = new ArrayList<>();
        Removal removal = new Removal(new Home(folder), enrichments, runs, jobs, exports, (output, isDeleted) -> {
            heard.add(isDeleted);
            if (heard.size() == 1) {
                lifecycle.delete(again(saved), WHO);
            }
        });
        lifecycle.withdraw(saved, WHO);

        removal.remove("Office");

        assertThat(heard).containsExactly(false, true);
        assertThat(enrichments.list()).isEmpty();
    }

    @Test
    void consent_that_is_given_anew_before_the_deletion_owes_none() {
        Removal removal = new Removal(new Home(folder), enrichments, runs, jobs, exports);
        Enrichment saved = agreed("Sales", "Office");
        lifecycle.withdraw(saved, WHO);
        workshop.cancel(jobs.findOpen(JobKind.REMOVAL, "Office").orElseThrow().id());
        lifecycle.agree(again(saved), WHO);

        assertThat(removal.remove("Office")).isZero();
        due.round(workshop);

        assertThat(jobs.findOpen(JobKind.REMOVAL, "Office")).isEmpty();
    }

    @Test
    void a_deactivated_one_rests_until_it_is_activated() {
        Enrichment saved = agreed("Sales", "Office");
        assertThat(lifecycle.deactivate(saved)).isTrue();

        time.advance(Duration.ofDays(2));
        due.round(workshop);
        assertThat(jobs.list(10)).isEmpty();
        assertThatThrownBy(() -> lifecycle.run(again(saved), WHO, true))
                .satisfies(code(EnrichmentError.ENRICHMENT_INACTIVE));

        assertThat(lifecycle.activate(again(saved))).isTrue();
        due.round(workshop);
        assertThat(jobs.findOpen(JobKind.ENRICHMENT, "Office"))
                .as("the first run is overdue")
                .isPresent();
    }

    @Test
    void other_people_need_consent_anew_and_another_name_does_not() {
        Enrichment saved = agreed("Sales", "Office");

        Enrichment renamed = lifecycle.change(
                saved, saved.fields().with(Map.of(SpecFields.NAME, "Sales and service")), List.of(), WHO);
        assertThat(renamed.state()).isEqualTo(EnrichmentState.ACTIVE);
        Enrichment wider = lifecycle.change(
                renamed,
                renamed.fields().with(Map.of(SpecFields.SELECTION, "mira@contoso.com\nboard@contoso.com")),
                List.of(),
                WHO);
        assertThat(wider.state()).isEqualTo(EnrichmentState.WAITING_FOR_CONSENT);
        assertThat(letters.due()).hasSize(1);
    }

    @Test
    void a_name_is_given_once_whatever_its_case() {
        save("Sales", "Office");

        assertThatThrownBy(() -> save("SALES", "Other")).satisfies(code(EnrichmentError.NAME_TAKEN));
        assertThatThrownBy(() -> save("Other", "office")).satisfies(code(EnrichmentError.NAME_TAKEN));
        runs.start(RunRequest.unbegun("By hand", "ByHand", LocalDate.EPOCH, ZoneId.of("UTC")));
        assertThatThrownBy(() -> save("Third", "BYHAND")).satisfies(code(EnrichmentError.NAME_TAKEN));
        assertThat(enrichments.list()).hasSize(1);
    }

    @Test
    void a_letter_that_fails_is_tried_again_later_and_later_up_to_an_hour() {
        save("Sales", "Office");
        Duration waited = Duration.ZERO;
        for (long minutes : List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L)) {
            ConsentLetter letter = letters.due().get(0);
            letters.failed(letter, "MAIL_SERVER_AWAY");
            assertThat(letters.due()).isEmpty();
            time.advance(Duration.ofMinutes(minutes).minusSeconds(1));
            assertThat(letters.due()).as(minutes + " minutes").isEmpty();
            time.advance(Duration.ofSeconds(1));
            waited = waited.plusMinutes(minutes);
        }
        letters.sent(letters.due().get(0));
        assertThat(letters.due()).isEmpty();
        assertThat(waited).isGreaterThan(Duration.ofHours(3));
    }

    private Enrichment save(String name, String output) {
        return lifecycle.save(
                new SpecFields(Map.of(
                        SpecFields.NAME, name,
                        SpecFields.OUTPUT, output,
                        SpecFields.SELECTION, "mira@contoso.com\nnils@contoso.com",
                        SpecFields.PROFILES, "Customers",
                        SpecFields.SCHEDULE, "daily 06:00")),
                List.<Address>of(),
                WHO);
    }

    private Enrichment agreed(String name, String output) {
        Enrichment saved = save(name, output);
        assertThat(lifecycle.agree(saved, WHO)).isTrue();
        return again(saved);
    }

    private Enrichment again(Enrichment enrichment) {
        return enrichments.findById(enrichment.id()).orElseThrow();
    }

    private static java.util.function.Consumer<Throwable> code(EnrichmentError code) {
        return error -> assertThat(((RapportException) error).code()).isEqualTo(code);
    }
}
