package io.rapport.serve.export;

import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.json.JsonText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What lies beside exported tables and says which run they are of; by it Rapport knows its own folders. */
final class ExportNote {

    static final String FILE = "_rapport-export.json";

    private ExportNote() {}

    static String text(ServedRun run, ExportFiles files, Map<String, Long> rows, Instant at) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("output", run.output());
        fields.put("enrichment", run.run().request().enrichment());
        fields.put("run", run.run().id());
        fields.put("asOf", run.asOf());
        fields.put("format", files.format().word());
        fields.put("writtenAt", at);
        fields.put("rows", rows);
        fields.put("files", files.paths());
        return JsonText.of(fields);
    }
}
