package io.rapport.serve.web;

import static io.rapport.serve.web.SpreadsheetText.harmless;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.rapport.serve.access.AccessEntry;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import java.io.IOException;
import java.io.Writer;
import java.util.function.Predicate;

/** The access log as CSV, the first line first, without holding it all. */
public final class AccessLogCsv {

    /** Of such a file. */
    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    /** What it is called. */
    public static final String NAME = "access-log.csv";

    private AccessLogCsv() {}

    /** @param which lines are wanted */
    public static void write(AccessLog log, Predicate<AccessEntry> which, Writer target) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(target);
        csv.writeRecord(
                "Number",
                "Time",
                "PersonId",
                "Person",
                "Role",
                "Action",
                "Subject",
                "Detail",
                "Address",
                "Outcome",
                "Hash");
        log.forEach(entry -> {
            if (which.test(entry)) {
                AccessEvent event = entry.event();
                csv.writeRecord(
                        String.valueOf(entry.number()),
                        entry.at().toString(),
                        harmless(event.personId()),
                        harmless(event.personName()),
                        event.role(),
                        event.action().name(),
                        harmless(event.subject()),
                        harmless(event.detail()),
                        event.address(),
                        event.isAllowed() ? "ALLOWED" : "REFUSED",
                        entry.hash());
            }
        });
        csv.flush();
    }
}
