package io.rapport.serve.erasure;

import io.rapport.lake.retention.Erased;
import io.rapport.serve.erasure.Certificate.FileCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * That everything was erased from a home, and that nothing of it is left.
 *
 * @param erasure who asked for it and when
 * @param finishedAt when nothing was found any more
 * @param lake rows that were visible, and files
 * @param files that were deleted elsewhere, by folder
 * @param rows that were deleted from the state database, by table
 * @param before files of the home before
 * @param after files of the home afterwards: its set-up, the access log, keys and certificates
 */
public record EverythingCertificate(
        DataErasure erasure,
        Instant finishedAt,
        Erased lake,
        Map<String, Long> files,
        Map<String, Long> rows,
        FileCount before,
        FileCount after) {

    /** Of its files, without what comes after the dot. */
    public String name() {
        return erasure.certificate();
    }

    /** As JSON has it. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("certificate", name());
        fields.put("askedAt", erasure.askedAt().toString());
        fields.put("finishedAt", finishedAt.toString());
        fields.put("by", Certificates.who(erasure.by()));
        fields.put("rowsErased", lake.rows());
        fields.put("lakeFilesDeleted", (long) lake.files());
        fields.put("filesDeleted", files);
        fields.put("stateRowsDeleted", rows);
        fields.put("filesBefore", before.files());
        fields.put("bytesBefore", before.bytes());
        fields.put("filesAfter", after.files());
        fields.put("bytesAfter", after.bytes());
        return fields;
    }

    /** To be printed. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Certificate of the erasure of everything");
        lines.add("");
        lines.add("Erased from this home by " + Certificates.who(erasure.by()) + ".");
        lines.add("Asked for at " + erasure.askedAt() + ", finished at " + finishedAt + ".");
        lines.add("");
        lines.add(say("Lake: %,d rows erased, %,d files deleted.", lake.rows(), lake.files()));
        files.forEach((folder, count) -> lines.add(say("Folder %s: %,d files deleted.", folder, count)));
        rows.forEach(
                (table, count) -> lines.add(say("Table %s of the state database: %,d rows deleted.", table, count)));
        lines.add("");
        lines.add(say("Files of the home before: %,d with %,d bytes.", before.files(), before.bytes()));
        lines.add(say("Files of the home afterwards: %,d with %,d bytes.", after.files(), after.bytes()));
        lines.add(
                "No file of data is left, and each of these tables is empty. The access log, settings, keys, and the list of"
                        + " those who were erased before stay.");
        return lines;
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
