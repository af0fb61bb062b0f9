package io.rapport.serve.web.enrichment;

import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.export.ExportSource;
import io.rapport.serve.export.ScheduledExport;
import io.rapport.serve.export.ScheduledExports;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.ExportMenu;
import io.rapport.serve.web.Say;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exports of enrichments as people read them; folders of the server only where an administrator reads. */
public final class ExportWords {

    private final ScheduledExports exports;
    private final ExportSource source;
    private final Enrichments enrichments;
    private final Jobs jobs;
    private final InstantSource instants;

    public ExportWords(
            ScheduledExports exports, ExportSource source, Enrichments enrichments, Jobs jobs, InstantSource instants) {
        this.exports = exports;
        this.source = source;
        this.enrichments = enrichments;
        this.jobs = jobs;
        this.instants = instants;
    }

    /** What a person of this role can have of the latest run. */
    static ExportMenu menu(String output, Role role) {
        if (!role.mayActAs(Role.CONTRIBUTOR)) {
            return ExportMenu.NONE;
        }
        String path = "/enrichment/" + output;
        List<ExportMenu.Item> items = new ArrayList<>();
        items.add(ExportMenu.item("Table " + output, format -> path + "/table/" + format));
        items.add(ExportMenu.item("Score, part by part", format -> path + "/score/" + format));
        boolean isAdministrator = role.mayActAs(Role.ADMINISTRATOR);
        if (isAdministrator) {
            items.add(ExportMenu.item("Selected people", format -> path + "/people/" + format));
            items.add(ExportMenu.item("Coverage", format -> path + "/coverage/" + format));
        }
        return new ExportMenu(items, isAdministrator ? path + "/export" : "", "After each run, to a folder …");
    }

    /** Name of the enrichment that writes a table. */
    Optional<String> findName(String output) {
        return enrichments
                .find(output)
                .map(Enrichment::name)
                .or(() -> source.findRun(output)
                        .map((ServedRun run) -> run.run().request().enrichment()));
    }

    /** How the scheduled export stands; null where there is none. */
    ScheduledExportView.@Nullable Standing find(String output, boolean isAdministrator) {
        ScheduledExport export = exports.find(output).orElse(null);
        if (export == null) {
            return null;
        }
        boolean isUnderWay = jobs.findOpen(JobKind.EXPORT, output).isPresent();
        String problem = export.findProblem().orElse("");
        return new ScheduledExportView.Standing(
                isUnderWay
                        ? "Exporting"
                        : !problem.isEmpty() ? "Failed" : export.deliveredAt() == null ? "Waiting" : "Exported",
                isUnderWay ? "busy" : !problem.isEmpty() ? "loss" : export.deliveredAt() == null ? "waiting" : "ok",
                words(export, isAdministrator),
                isAdministrator ? problem : "",
                isAdministrator ? "/enrichment/" + output + "/export" : "");
    }

    private String words(ScheduledExport export, boolean isAdministrator) {
        String where = isAdministrator ? " to " + export.target() : "";
        return export.deliveredAt() == null
                ? "As " + export.plan().format().title() + where + ", after each run; nothing yet."
                : "As " + export.plan().format().title() + where + ", after each run; last "
                        + Say.ago(export.deliveredAt(), instants.instant()) + ", "
                        + Say.count(export.rows(), "row", "rows") + ".";
    }
}
