package io.rapport.serve.cli;

import io.rapport.model.run.OutputTable;
import io.rapport.model.run.RunResult;
import io.rapport.model.spec.Spec;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run delivered, on the command line. */
final class RunView {

    private RunView() {}

    static void show(Spec spec, LocalDate asOf, RunResult result, List<Path> files, Console console) {
        if (console.isJson()) {
            console.json(json(spec, asOf, result, files));
            return;
        }
        long percent = result.accounts() == 0 ? 0 : 100 * result.enriched() / result.accounts();
        console.line(spec.output() + ", as of " + asOf + " in " + spec.timeZone() + ": "
                + Words.count(result.enriched()) + " of " + Words.many(result.accounts(), "account") + " enriched ("
                + percent + " %)");
        console.line("  people    " + Words.count(result.listedPeople()) + " listed");
        console.line("  emails    " + Words.count(result.emails()) + ", joined from " + Words.count(result.copies())
                + " copies; " + Words.count(result.emailsCounted()) + " count for an account");
        console.line("  meetings  " + Words.count(result.meetings()) + "; " + Words.count(result.meetingsCounted())
                + " count for an account");
        console.line("  days      " + Words.count(result.daysOfData()) + " with data");
        for (OutputTable table : OutputTable.values()) {
            console.line("  table     " + table.tableName(spec.output()) + ", "
                    + Words.many(result.rows().getOrDefault(table, 0L), "row"));
        }
        console.line("  kept in   " + result.folder());
        files.forEach(file -> console.line("  copied to " + file));
        result.warnings().forEach(warning -> console.line("Warning: " + warning));
    }

    private static Map<String, Object> json(Spec spec, LocalDate asOf, RunResult result, List<Path> files) {
        Map<String, Object> tables = new LinkedHashMap<>();
        for (OutputTable table : OutputTable.values()) {
            tables.put(table.tableName(spec.output()), result.rows().getOrDefault(table, 0L));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("output", spec.output());
        fields.put("asOf", asOf);
        fields.put("timeZone", spec.timeZone().getId());
        fields.put("run", String.valueOf(result.folder().getFileName()));
        fields.put("accounts", result.accounts());
        fields.put("enriched", result.enriched());
        fields.put("listedPeople", result.listedPeople());
        fields.put("copies", result.copies());
        fields.put("emails", result.emails());
        fields.put("emailsCounted", result.emailsCounted());
        fields.put("meetings", result.meetings());
        fields.put("meetingsCounted", result.meetingsCounted());
        fields.put("daysOfData", result.daysOfData());
        fields.put("rows", tables);
        fields.put("folder", result.folder());
        fields.put("files", files);
        fields.put("warnings", result.warnings());
        return fields;
    }
}
