package io.rapport.serve.web.enrichment;

import io.rapport.model.duckdb.export.ExportFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a scheduled export.
 *
 * @param name of the enrichment
 * @param output name of its table
 * @param fields as typed, or as kept
 * @param problems sentences by field
 * @param standing what came of it; null while there is none
 */
public record ScheduledExportView(
        String name,
        String output,
        Map<String, String> fields,
        Map<String, String> problems,
        @Nullable Standing standing) {

    /**
     * How a scheduled export stands.
     *
     * @param words what was exported and when
     * @param colour class of
     * @param state its state, as a word
     * @param problem why the last one failed; empty for nothing, and for whoever may not know the folder
     * @param href where it is changed; empty for whoever may not
     */
    public record Standing(String state, String colour, String words, String problem, String href) {}

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public String problem(String name) {
        return problems.getOrDefault(name, "");
    }

    public List<ExportFormat> formats() {
        return Arrays.asList(ExportFormat.values());
    }
}
