package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.core.progress.Progress;
import io.rapport.model.run.OutputTable;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.export.ExportError;
import io.rapport.serve.export.ExportPlan;
import io.rapport.serve.export.ScheduledExport;
import io.rapport.serve.export.ScheduledExportRun;
import io.rapport.serve.export.ScheduledExports;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the tables of a small company's enrichment go after each run. */
class ScheduledExportTest {

    private static final int ADMINISTRATOR = 0;
    private static final int CONTRIBUTOR = 1;

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final String OFFICE = HOME.spec.output();
    private static final String PAGE = "/enrichment/" + OFFICE + "/export";

    @TempDir
    Path folder;

    @AfterEach
    void nothing_stays_planned() {
        boolean unused = exports().stop(OFFICE);
        awaitEndOfRounds();
    }

    @Test
    void all_tables_of_a_run_replace_those_of_the_run_before() throws Exception {
        plan("parquet", true);
        export();
        assertThat(files())
                .containsExactly(
                        "Office.parquet",
                        "Office_Coverage.parquet",
                        "Office_Score.parquet",
                        "Office_UserTable.parquet",
                        "_rapport-export.json");

        plan("csv", false);
        export();

        assertThat(files()).containsExactly("Office.csv", "Office_Score.csv", "_rapport-export.json");
        assertThat(Files.readString(folder.resolve("Office/Office.csv")))
                .startsWith(String.join(",", OutputTable.ENGAGEMENT.columns()) + "\n");
        assertThat(Files.readString(folder.resolve("Office/_rapport-export.json")))
                .contains("\"asOf\":\"2026-11-20\"")
                .contains("\"files\":[\"Office.csv\",\"Office_Score.csv\"]");
        ScheduledExport export = exports().find(OFFICE).orElseThrow();
        assertThat(export.run()).isEqualTo(latest());
        assertThat(export.findProblem()).isEmpty();
        assertThat(export.rows()).isPositive();
        assertThat(SERVER.server
                        .part(AccessLog.class)
                        .list(Long.MAX_VALUE, "the schedule, set by Mira", Optional.of(AccessAction.EXPORT), 10))
                .isNotEmpty()
                .first()
                .satisfies(line ->
                        assertThat(line.event().detail()).contains(latest()).contains(OFFICE));
    }

    @Test
    void what_can_not_be_written_is_told_on_the_page_and_tried_again_after_the_next_run() throws Exception {
        plan("csv", false);
        export();
        Path moved = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, moved);
        exports().again(OFFICE);

        assertThatThrownBy(this::export)
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(ExportError.EXPORT_FOLDER);
        awaitEndOfRounds();

        assertThat(exports().find(OFFICE).orElseThrow().run())
                .as("tried, so that the next one is the next run's")
                .isEqualTo(latest());
        String overview =
                SERVER.signedIn(ADMINISTRATOR).get("/enrichment/" + OFFICE).body();
        assertThat(overview)
                .contains("The scheduled export failed: The folder " + folder + " is not there.")
                .contains("It is tried again after the next run.");
        assertThat(SERVER.signedIn(CONTRIBUTOR).get("/enrichment/" + OFFICE).body())
                .contains("Failed")
                .doesNotContain(folder.toString());
        Files.move(moved, folder);
        export();
        awaitEndOfRounds();
        assertThat(SERVER.signedIn(ADMINISTRATOR).get(PAGE).body())
                .contains("Exported")
                .doesNotContain("is not there");
    }

    @Test
    void a_plan_is_made_changed_and_stopped_on_its_page() throws Exception {
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        assertThat(administrator.get(PAGE).body())
                .contains("Export after each run")
                .doesNotContain("Stop exporting");

        HttpResponse<String> wrong = administrator.post(
                PAGE, Map.of("folder", HOME.folder.toString(), "format", "doc", "location", "somewhere"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("The format is csv, parquet, jsonl or cdm.")
                .contains("The address of the folder is a whole one")
                .contains("value=\"somewhere\"");
        assertThat(exports().find(OFFICE)).isEmpty();

        assertThat(administrator
                        .post(PAGE, Map.of("folder", folder.toString(), "format", "jsonl", "complete", "yes"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(administrator.get(PAGE).body())
                .contains("value=\"" + folder + "\"")
                .contains("<option value=\"jsonl\" selected>")
                .contains("Stop exporting");
        administrator.post(PAGE + "/stop", Map.of());
        assertThat(exports().find(OFFICE)).isEmpty();
        assertThat(administrator.post(PAGE + "/now", Map.of()).statusCode()).isEqualTo(404);
        assertThat(administrator.get("/enrichment/Nothing/export").statusCode()).isEqualTo(404);
    }

    @Test
    void what_was_exported_goes_with_the_consent_and_the_plan_with_the_enrichment() throws Exception {
        plan("csv", false);
        export();
        Files.writeString(folder.resolve("notes.txt"), "mine");

        exports().remove(OFFICE, false);
        assertThat(files()).isEmpty();
        assertThat(exports().find(OFFICE)).isPresent();
        exports().remove(OFFICE, true);
        assertThat(exports().find(OFFICE)).isEmpty();
        assertThat(folder.resolve("notes.txt")).exists();
    }

    private void plan(String format, boolean isComplete) {
        exports().set(OFFICE, ExportPlan.of(folder.toString(), format, "", isComplete), "Mira");
    }

    private void export() {
        String unused = SERVER.server.part(ScheduledExportRun.class).run(OFFICE, Progress.NONE, stop -> {});
    }

    /** The server may look in at any moment and queue what it finds due. */
    private static void awaitEndOfRounds() {
        Jobs jobs = SERVER.server.part(Jobs.class);
        while (jobs.findOpen(JobKind.EXPORT, OFFICE).isPresent()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static ScheduledExports exports() {
        return SERVER.server.part(ScheduledExports.class);
    }

    private static String latest() {
        return SERVER.server
                .part(ServedRuns.class)
                .findLatest(OFFICE)
                .orElseThrow()
                .run()
                .id();
    }

    private List<String> files() throws IOException {
        Path tables = folder.resolve(OFFICE);
        if (!Files.exists(tables)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(tables)) {
            return inside.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
