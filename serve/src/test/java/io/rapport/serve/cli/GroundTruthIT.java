package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.progress.Progress;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.export.CompanyExport;
import io.rapport.simulator.export.ExportDataset;
import io.rapport.simulator.export.ExportFolder;
import io.rapport.simulator.export.ExportPlan;
import io.rapport.simulator.export.ProfileFiles;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.meeting.Meetings;
import io.rapport.simulator.truth.GroundTruth;
import io.rapport.simulator.truth.Period;
import io.rapport.simulator.truth.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engagement table of a made-up company against what its people did. */
class GroundTruthIT {

    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    @Test
    void the_table_says_what_the_people_did() throws IOException {
        Company company = Company.found(new CompanyPlan(11, 80, 70, YearMonth.of(2025, 10)));
        Correspondences correspondences = new Correspondences(company);
        Meetings meetings = new Meetings(company);
        ExportPlan plan = new ExportPlan(company.begin(), AT, ExportPlan.Folders.ALL, ExportPlan.Fields.ALL);
        Path home = folder.resolve("home");
        importAll(home, new CompanyExport(correspondences, meetings, plan));
        new ProfileFiles(company).write(folder);

        Typed enriched = Typed.on(
                home,
                "enrich",
                folder.resolve(ProfileFiles.SPEC).toString(),
                "--as-of",
                AS_OF.toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(enriched.code()).as(enriched.err()).isZero();

        Map<Period, Tally> truth = new GroundTruth(correspondences, meetings, plan, ZoneId.of("Europe/London"))
                .count(ProfileFiles.listed(company), AS_OF);
        assertThat(truth.values()).anyMatch(tally -> tally.replyMinutes() != null && tally.meetingMinutes() != null);
        assertThat(truth.values()).anyMatch(tally -> tally.emailPeople() > 2 && tally.emailContacts() > 2);
        assertThat(truth.values()).anyMatch(tally -> tally.meetingsFrom() > 0 && tally.meetingPeople() > 1);
        assertThat(TruthTable.read(folder.resolve("out").resolve("Office.csv"))).isEqualTo(TruthTable.of(truth));
    }

    private void importAll(Path home, CompanyExport export) throws IOException {
        ExportFolder exports = new ExportFolder(folder.resolve("exports"), "part");
        for (ExportDataset dataset : ExportDataset.values()) {
            exports.write(export, dataset, Progress.NONE);
            String name = dataset.dataset().name();
            Typed imported =
                    Typed.on(home, "import", name, exports.of(dataset.dataset()).toString());
            assertThat(imported.code()).as(imported.err()).isZero();
            assertThat(imported.out()).contains(" 0 rejected");
        }
    }
}
