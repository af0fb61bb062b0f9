package io.rapport.serve.web.enrichment;

import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.model.run.OutputTable;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.export.ExportSource;
import io.rapport.serve.web.Downloads;
import io.rapport.serve.web.NotThere;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The tables of the latest run as files. Each is a route of its own: two of them are for administrators. */
@RestController
public class TablePages {

    private final ExportSource source;
    private final Downloads downloads;

    public TablePages(ExportSource source, Downloads downloads) {
        this.source = source;
        this.downloads = downloads;
    }

    @GetMapping("/enrichment/{output}/table/{format}")
    void engagement(
            HttpServletResponse response, @PathVariable("output") String output, @PathVariable("format") String format)
            throws IOException {
        send(response, OutputTable.ENGAGEMENT, output, format);
    }

    @GetMapping("/enrichment/{output}/score/{format}")
    void score(
            HttpServletResponse response, @PathVariable("output") String output, @PathVariable("format") String format)
            throws IOException {
        send(response, OutputTable.SCORE, output, format);
    }

    @GetMapping("/enrichment/{output}/people/{format}")
    void people(
            HttpServletResponse response, @PathVariable("output") String output, @PathVariable("format") String format)
            throws IOException {
        send(response, OutputTable.USER_TABLE, output, format);
    }

    @GetMapping("/enrichment/{output}/coverage/{format}")
    void coverage(
            HttpServletResponse response, @PathVariable("output") String output, @PathVariable("format") String format)
            throws IOException {
        send(response, OutputTable.COVERAGE, output, format);
    }

    private void send(HttpServletResponse response, OutputTable table, String output, String word) throws IOException {
        ServedRun run = source.findRun(output).orElseThrow(NotThere::new);
        ExportFormat format =
                ExportFormat.find(word).filter(ExportFormat::isFile).orElseThrow(NotThere::new);
        if (format == ExportFormat.PARQUET) {
            // As which it is kept.
            downloads.send(response, run.tables().file(table), table.tableName(output), format);
        } else {
            downloads.send(response, ExportSource.table(run, table), format);
        }
    }
}
