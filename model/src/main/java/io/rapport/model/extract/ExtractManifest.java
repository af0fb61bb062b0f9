package io.rapport.model.extract;

import io.rapport.core.dataset.Column;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in the {@code manifest.json} of a region's folder: enough to check the files and to repeat the extraction. */
public final class ExtractManifest {

    /** The name under which it lies beside the files. */
    public static final String NAME = "manifest.json";

    private ExtractManifest() {}

    /** The fields, in order: maps, lists, text, numbers and null. */
    public static Map<String, @Nullable Object> fields(
            ExtractRequest request, ExtractReport report, RegionExtract region) {
        ExtractPlan plan = request.plan();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("dataset", plan.dataset().name());
        fields.put("extraction", request.id());
        fields.put("extractedAt", request.at().toString());
        fields.put("snapshot", report.snapshot());
        fields.put("columns", plan.columns().stream().map(Column::name).toList());
        fields.put("filter", plan.findRange().map(ExtractManifest::filter).orElse(null));
        fields.put("scope", scope(plan.scope()));
        fields.put("region", region.region());
        fields.put("validUsers", report.isChecked() ? "checked" : "not checked");
        fields.put("format", plan.format().extension());
        fields.put("mailboxes", region.mailboxes());
        fields.put("rows", region.rows());
        fields.put("files", region.files().stream().map(ExtractManifest::file).toList());
        fields.put("leftOut", leftOut(report));
        return fields;
    }

    private static Map<String, @Nullable Object> filter(DateRange range) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("dateColumn", range.column());
        fields.put("from", range.findFrom().map(Instant::toString).orElse(null));
        fields.put("to", range.findTo().map(Instant::toString).orElse(null));
        return fields;
    }

    private static Map<String, Object> scope(Scope scope) {
        if (scope instanceof Scope.Groups groups) {
            return Map.of("groups", groups.ids());
        }
        return scope instanceof Scope.Filtered filtered
                ? Map.of("userFilter", filtered.text())
                : Map.of("users", "all");
    }

    private static Map<String, Object> file(ExtractedFile file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", file.name());
        fields.put("rows", file.rows());
        fields.put("bytes", file.bytes());
        fields.put("sha256", file.sha256());
        return fields;
    }

    private static List<Map<String, Object>> leftOut(ExtractReport report) {
        List<Map<String, Object>> lines = new ArrayList<>();
        report.usersByReason().forEach((reason, users) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("reason", reason);
            fields.put("users", users);
            fields.put(
                    "rows",
                    report.leftOut().stream()
                            .filter(one -> one.reason().equals(reason))
                            .mapToLong(LeftOut::rows)
                            .sum());
            lines.add(fields);
        });
        return lines;
    }
}
