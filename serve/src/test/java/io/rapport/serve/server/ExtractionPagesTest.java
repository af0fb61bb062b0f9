package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.progress.Progress;
import io.rapport.model.extract.ExtractWords;
import io.rapport.model.extract.ExtractedFile;
import io.rapport.model.extract.RegionExtract;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.approval.Approval;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.dataset.Extraction;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.run.RunState;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.state.ServeState;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small company's datasets, extracted in the browser. */
class ExtractionPagesTest {

    private static final int ADMINISTRATOR = 0;
    private static final int CONTRIBUTOR = 1;
    private static final String ACTIVITY = "OutlookContactActivity_v0";
    private static final String FORM = "/datasets/" + ACTIVITY + "/extract";

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final KeptExtractions KEPT = SERVER.server.part(KeptExtractions.class);

    /** By which messages are extracted. */
    private static Approval given;

    @BeforeAll
    static void the_administrator_may_extract_all() {
        Approved.all(
                SERVER,
                ADMINISTRATOR,
                Role.ADMINISTRATOR,
                Datasets.find(ACTIVITY).orElseThrow());
        given = Approved.all(SERVER, ADMINISTRATOR, Role.ADMINISTRATOR, Datasets.MESSAGE);
    }

    @Test
    void a_preview_counts_what_the_extraction_delivers_and_its_files_are_what_the_manifest_says() throws Exception {
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        String preview = administrator
                .get(FORM + "?sent=1&column=puser&column=SignalType&from=2026-04-01&to=2026-06-01&do=preview")
                .body();
        administrator.get(FORM);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("sent", "1");
        fields.put("column", "puser");
        fields.put("from", "2026-04-01");
        fields.put("to", "2026-06-01");
        fields.put("date", "CreationTime");
        fields.put("format", "json");
        String page = location(administrator.post(FORM, fields));
        Extraction made = end(page);

        assertThat(made.state()).isEqualTo(RunState.SUCCESSFUL);
        assertThat(made.rows()).isPositive();
        assertThat(preview).contains("<p class=\"verdict\">" + made.rows() + " rows</p>");
        String shown = administrator.get(page).body();
        assertThat(shown).contains("Successful").contains("from 2026-04-01 until before 2026-06-01");
        List<String> lines = new ArrayList<>();
        for (RegionExtract region : KEPT.place().regions(made.id())) {
            for (ExtractedFile file : region.files()) {
                String href = page + "/files/" + region.region() + "/" + file.name();
                String text = administrator.get(href).body();
                assertThat(shown).contains(href).contains(file.sha256());
                assertThat(sha256(text)).isEqualTo(file.sha256());
                lines.addAll(text.lines().toList());
            }
        }
        assertThat(String.valueOf(made.rows())).isEqualTo(String.valueOf(lines.size()));
        assertThat(lines).allMatch(line -> line.matches("\\{\"puser\":\"[^\"]*\"}"));
        HttpResponse<String> zip = administrator.get(page + "/files.zip");
        assertThat(zip.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains(ACTIVITY).endsWith(".zip\""));
        assertThat(zip.body()).startsWith("PK");
        assertThat(last()).isEqualTo("EXPORT Extraction: all files " + made.id());
        assertThat(administrator.get(page + "/left-out.csv").body()).startsWith("userId,reason,rows\n");
        assertThat(administrator.get("/datasets/" + ACTIVITY).body()).contains(page);
        for (String elsewhere :
                List.of("/files/none/manifest.json", "/files/..%2F/x", "/files/" + "none/_left-out.csv")) {
            assertThat(administrator.get(page + elsewhere).statusCode()).isIn(400, 404);
        }
        requireHidden(page, made);
        administrator.get(page + "/delete");
        administrator.post(page + "/delete", Map.of());
        assertThat(KEPT.place().isComplete(made.id())).isFalse();
        assertThat(administrator.get(page).body()).contains("Its files are deleted.");
        assertThat(administrator.get(page + "/files.zip").statusCode()).isEqualTo(404);
    }

    /** An administrator's extraction says whose its rows are. */
    private static void requireHidden(String page, Extraction made) throws Exception {
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        for (String path : List.of(page, page + "/progress", page + "/files.zip", page + "/delete")) {
            assertThat(contributor.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(contributor.get(page + "/left-out.csv").statusCode()).isEqualTo(403);
        assertThat(contributor.get("/datasets/" + ACTIVITY).body()).doesNotContain(made.id());
    }

    @Test
    void all_that_is_wrong_is_said_at_once_at_the_fields_and_nothing_is_begun() throws Exception {
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        int before = KEPT.log().list().size();
        administrator.get(FORM);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("sent", "1");
        fields.put("column", "SignalTyp");
        fields.put("from", "2026-06-01");
        fields.put("to", "2026-06-01");
        fields.put("date", "StartTime");
        fields.put("groups", "1 2 3 4 5 6 7 8 9 10 11");
        fields.put("filter", "(mail");
        fields.put("region", "Atlantis");
        fields.put("format", "xml");

        HttpResponse<String> answer = administrator.post(FORM, fields);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Did you mean SignalType?")
                .contains("the end has to be later")
                .contains("can't be filtered by \"StartTime\"")
                .contains("The list of groups names 11 groups; the most are 10")
                .contains("The filter of users can't be understood, character 6: eq or ne is missing")
                .contains("exclude each other")
                .contains("which is no region")
                .contains("it is json, parquet or csv")
                .contains("value=\"(mail\"")
                .doesNotContainPattern("\\s--[a-z]");
        assertThat(administrator
                        .post(FORM, Map.of("sent", "1", "format", "xml"))
                        .body())
                .contains("Choose at least one column.")
                .contains("it is json, parquet or csv");
        assertThat(administrator
                        .post(FORM, Map.of("sent", "1", "column", "puser", "groups", "nobody"))
                        .body())
                .contains("There is no group")
                .contains("id=\"wrong-groups\"");
        assertThat(administrator
                        .post(FORM, Map.of("sent", "1", "column", "puser", "region", "JPN"))
                        .body())
                .contains("id=\"wrong-region\"");
        assertThat(KEPT.log().list()).hasSize(before);
    }

    @Test
    void who_is_no_administrator_extracts_nothing_that_says_who_somebody_is() throws Exception {
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        int before = KEPT.log().list().size();
        String form = contributor.get(FORM).body();
        assertThat(form)
                .contains("value=\"SignalType\"")
                .doesNotContain("value=\"puser\"")
                .doesNotContain("id=\"groups\"");
        HttpResponse<String> answer = contributor.post(
                FORM, Map.of("sent", "1", "column", "puser", "filter", "mail eq 'a@b.c'", "region", "EUR"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("are for administrators").contains("for administrators to choose");
        assertThat(contributor.get("/datasets/User_v1/extract").statusCode()).isEqualTo(404);
        // Sixteen people in several regions: some of them are too few to be alone.
        HttpResponse<String> few = contributor.post(FORM, Map.of("sent", "1", "column", "SignalType"));
        assertThat(few.statusCode()).isEqualTo(400);
        assertThat(few.body()).contains("There are not enough people");
        assertThat(KEPT.log().list()).hasSize(before);
    }

    @Test
    void one_that_is_broken_off_shows_nothing_and_goes_on_at_the_next_start() {
        String id = KEPT.request(
                ExtractWords.of(Datasets.MESSAGE),
                Approved.person(SERVER, ADMINISTRATOR, Role.ADMINISTRATOR),
                "a test");
        ExtractionWork work =
                new ExtractionWork(SERVER.server.part(ServerPlan.class), SERVER.server.part(ServeState.class));
        Runnable[] stop = new Runnable[1];
        Progress untilTheThirdFile = (task, done, total) -> {
            if (task.startsWith("Writing") && done > 0) {
                stop[0].run();
            }
        };

        assertThatThrownBy(() -> work.run(id, untilTheThirdFile, runnable -> stop[0] = runnable))
                .hasMessageContaining("stopped");
        assertThat(KEPT.place().isComplete(id)).isFalse();
        assertThat(unfinished(id)).isDirectory();
        assertThat(find(id).state()).isEqualTo(RunState.CANCELED);

        List<String> begun = new ArrayList<>();
        String words = work.run(id, (task, done, total) -> begun.add(task), runnable -> {});
        Extraction made = find(id);
        assertThat(made.state()).isEqualTo(RunState.SUCCESSFUL);
        assertThat(words).isEqualTo(String.format(java.util.Locale.ENGLISH, "%,d rows extracted", made.rows()));
        assertThat(unfinished(id)).doesNotExist();

        // The process died between the last file and the line in the log.
        SERVER.server
                .part(ServeState.class)
                .run(db -> db.sql("update extraction set state = 'REFRESHING', row_count = null where id = :id")
                        .param("id", id)
                        .update());
        work.run(id, Progress.NONE, runnable -> {});
        assertThat(find(id).rows()).isEqualTo(made.rows());
        KEPT.delete(id);
        assertThat(HOME.folder.resolve("extractions").resolve(id)).doesNotExist();
        assertThatThrownBy(() -> work.run(id, Progress.NONE, runnable -> {})).hasMessageContaining("deleted it");
    }

    @Test
    void one_whose_approval_is_revoked_before_it_begins_or_goes_on_fails_and_writes_nothing() {
        Approvals approvals = SERVER.server.part(Approvals.class);
        Person mira = new Person("mira", "Mira", Role.ADMINISTRATOR);
        Approval mine = Approved.all(approvals, mira, Datasets.MESSAGE);
        String id = KEPT.request(ExtractWords.of(Datasets.MESSAGE), mira, "a test");
        assertThat(find(id).approvalId()).isEqualTo(mine.id()).isNotEqualTo(given.id());
        approvals.revoke(mine, Approved.ANOTHER, "", "a test");
        ExtractionWork work =
                new ExtractionWork(SERVER.server.part(ServerPlan.class), SERVER.server.part(ServeState.class));

        assertThatThrownBy(() -> work.run(id, Progress.NONE, runnable -> {}))
                .hasMessageContaining("The approval " + mine.id() + " was revoked");
        assertThat(find(id).state()).isEqualTo(RunState.FAILED);
        assertThat(find(id).errorCode()).isEqualTo("APPROVAL_REVOKED");
        assertThat(unfinished(id)).doesNotExist();
        assertThat(KEPT.place().isComplete(id)).isFalse();
    }

    private static Path unfinished(String id) {
        return HOME.folder.resolve("extractions").resolve("_" + id);
    }

    private static Extraction find(String id) {
        return KEPT.log().find(id).orElseThrow();
    }

    private static Extraction end(String page) {
        String id = page.substring(page.lastIndexOf('/') + 1);
        Jobs jobs = SERVER.server.part(Jobs.class);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (jobs.findOpen(JobKind.EXTRACTION, id).isPresent()) {
            assertThat(System.nanoTime()).as("still under way: " + id).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
        return find(id);
    }

    private static String last() {
        var event = SERVER.server.part(AccessLog.class).findLast().orElseThrow().event();
        return event.action() + " " + event.subject() + " " + event.detail();
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
