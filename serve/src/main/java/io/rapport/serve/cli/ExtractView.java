package io.rapport.serve.cli;

import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractReport;
import io.rapport.model.extract.RegionExtract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an extraction delivered, on the command line. */
final class ExtractView {

    private ExtractView() {}

    static void show(ExtractPlan plan, ExtractReport report, Console console) {
        if (console.isJson()) {
            console.json(json(plan, report));
            return;
        }
        console.line(plan.dataset() + ": " + Words.many(report.rows(), "row") + " in " + report.folder());
        for (RegionExtract region : report.regions()) {
            console.line("  " + region.region() + "  " + Words.many(region.rows(), "row")
                    + (region.mailboxes() > 0 ? " of " + Words.many(region.mailboxes(), "mailbox") : "") + " in "
                    + Words.many(region.files().size(), "file"));
        }
        if (report.isChecked()) {
            report.usersByReason()
                    .forEach((reason, users) -> console.line("  left out: " + Words.many(users, "user") + ", "
                            + reason.toLowerCase(java.util.Locale.ROOT)));
        } else {
            console.line("  valid users and regions: not checked");
        }
        if (report.resumedFiles() > 0) {
            console.note("Went on from an interrupted extraction: " + Words.many(report.resumedFiles(), "file")
                    + " had been finished.");
        }
    }

    private static Map<String, Object> json(ExtractPlan plan, ExtractReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dataset", plan.dataset().name());
        fields.put("folder", report.folder());
        fields.put("snapshot", report.snapshot());
        fields.put("rows", report.rows());
        fields.put("regions", report.regions().stream().map(ExtractView::region).toList());
        fields.put("validUsers", report.isChecked() ? "checked" : "not checked");
        fields.put("leftOut", report.usersByReason());
        fields.put("resumedFiles", report.resumedFiles());
        return fields;
    }

    private static Map<String, Object> region(RegionExtract region) {
        List<String> files = region.files().stream().map(file -> file.name()).toList();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("region", region.region());
        fields.put("mailboxes", region.mailboxes());
        fields.put("rows", region.rows());
        fields.put("files", files);
        return fields;
    }
}
