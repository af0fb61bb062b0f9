package io.rapport.serve.web.segment;

import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.export.ExportSource;
import io.rapport.serve.segment.Segment;
import io.rapport.serve.segment.Segments;
import io.rapport.serve.web.Downloads;
import io.rapport.serve.web.NotThere;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members of segments, and who joined and left, as files. */
@RestController
public class MemberPages {

    private final Segments segments;
    private final Customers customers;
    private final ExportSource source;
    private final Downloads downloads;

    public MemberPages(Segments segments, Customers customers, ExportSource source, Downloads downloads) {
        this.segments = segments;
        this.customers = customers;
        this.source = source;
        this.downloads = downloads;
    }

    /** All members, as the list is searched and sorted. */
    @GetMapping("/segments/{id}/members.{format}")
    void members(
            HttpServletResponse response,
            @PathVariable("id") String id,
            @PathVariable("format") String format,
            @RequestParam Map<String, String> said)
            throws IOException {
        Segment segment = SegmentPages.find(segments, customers, id, said);
        ServedRun run = SegmentPages.findRun(customers, segment).orElseThrow(NotThere::new);
        downloads.send(
                response,
                ExportSource.members(
                        run, segment, SegmentPages.address(segment, said).query()),
                format(format));
    }

    @GetMapping("/segments/{id}/changes.{format}")
    void changes(
            HttpServletResponse response,
            @PathVariable("id") String id,
            @PathVariable("format") String format,
            @RequestParam Map<String, String> said)
            throws IOException {
        Segment segment = SegmentPages.find(segments, customers, id, said);
        ServedRun run = SegmentPages.findRun(customers, segment).orElseThrow(NotThere::new);
        downloads.send(response, source.findChanges(run, segment).orElseThrow(NotThere::new), format(format));
    }

    private static ExportFormat format(String word) {
        return ExportFormat.find(word).filter(ExportFormat::isFile).orElseThrow(NotThere::new);
    }
}
