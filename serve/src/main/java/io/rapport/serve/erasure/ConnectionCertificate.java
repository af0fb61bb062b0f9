package io.rapport.serve.erasure;

import io.rapport.lake.manifest.SourceContent;
import io.rapport.serve.erasure.Certificate.FileCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * That a connection and all that it brought were erased from a home, and that nothing of it is left.
 *
 * @param erasure who asked for it and when
 * @param finishedAt when nothing was found any more
 * @param found what there was before
 * @param left what the lake has of it afterwards, by dataset
 * @param after files of the home afterwards
 * @param isOfTenant whether it was a tenant's, so that each of them was read for its id and credential; a folder has none
 * @param outside folders of extractions outside of the home, which no erasure reaches
 */
public record ConnectionCertificate(
        DataErasure erasure,
        Instant finishedAt,
        Found found,
        List<SourceContent> left,
        FileCount after,
        boolean isOfTenant,
        int outside) {

    public ConnectionCertificate {
        left = List.copyOf(left);
    }

    /** Of its files, without what comes after the dot. */
    public String name() {
        return erasure.certificate();
    }

    /** As JSON has it. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("certificate", name());
        fields.put("connection", erasure.connection());
        fields.put("connector", found.connector());
        fields.put("askedAt", erasure.askedAt().toString());
        fields.put("finishedAt", finishedAt.toString());
        fields.put("by", Certificates.who(erasure.by()));
        fields.put("datasetsBefore", datasets(found.datasets()));
        fields.put("datasetsAfter", datasets(left));
        fields.put("extractionFilesDeleted", found.extractions());
        fields.put("extractionFoldersOutside", (long) outside);
        fields.put("filesBefore", Certificate.count(found.home()));
        fields.put("filesAfter", Certificate.count(after));
        Map<String, Object> look = new LinkedHashMap<>();
        look.put("filesLookedAt", isOfTenant ? after.files() : 0L);
        look.put("filesThatHoldAnything", 0L);
        fields.put("proof", look);
        return fields;
    }

    private static List<Map<String, Object>> datasets(List<SourceContent> contents) {
        return contents.stream()
                .map(content -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("dataset", content.dataset());
                    one.put("files", content.files());
                    one.put("rows", content.rows());
                    return one;
                })
                .toList();
    }

    /** To be printed. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Certificate " + name() + " of the erasure of a connection");
        lines.add("");
        lines.add("The connection " + erasure.connection() + " (" + found.connector()
                + ") and all that it brought were erased from this home by " + Certificates.who(erasure.by()) + ".");
        lines.add("Asked for at " + erasure.askedAt() + ", finished at " + finishedAt + ".");
        lines.add("");
        lines.add("What it had brought, former versions of rows among it:");
        found.datasets()
                .forEach(one -> lines.add(say("%s: %,d rows in %,d files.", one.dataset(), one.rows(), one.files())));
        if (found.datasets().isEmpty()) {
            lines.add("Nothing.");
        }
        lines.add(say(
                "Afterwards: %,d rows in %,d files.",
                left.stream().mapToLong(SourceContent::rows).sum(),
                left.stream().mapToLong(SourceContent::files).sum()));
        if (found.extractions() > 0) {
            lines.add(say("Files of extractions in the home, all deleted: %,d.", found.extractions()));
        }
        lines.add("");
        lines.add(say(
                "Files of the home before: %,d with %,d bytes.",
                found.home().files(), found.home().bytes()));
        lines.add(say("Files of the home afterwards: %,d with %,d bytes.", after.files(), after.bytes()));
        if (isOfTenant) {
            lines.add("Each of them was read: none holds the connection's id or its credential as it rested.");
        }
        lines.add("Neither the lake's list nor what is on its way to it has a file of the connection.");
        lines.add("Tables of earlier runs stay, and so does what others brought.");
        if (outside > 0) {
            lines.add(say("Folders of extractions outside of the home, not Rapport's to delete: %,d.", outside));
        }
        return lines;
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
