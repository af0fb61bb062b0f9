package io.rapport.serve.backup;

import io.rapport.serve.json.JsonText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds: {@code backup.json}, which is written last. A folder without it is no backup.
 *
 * @param format of the backup itself; this program writes and reads {@link #FORMAT}
 * @param program the version that took it
 * @param id random
 * @param takenAt when the state was taken
 * @param commit the lake's latest commit in it
 * @param schemas version of each room's tables, by the room's name
 * @param tables how many rows each table holds
 * @param files all but {@code backup.json}
 */
public record BackupManifest(
        int format,
        String program,
        String id,
        Instant takenAt,
        long commit,
        Map<String, Integer> schemas,
        Map<String, Long> tables,
        List<BackupFile> files) {

    static final int FORMAT = 1;

    static final String NAME = "backup.json";

    public BackupManifest {
        schemas = Map.copyOf(schemas);
        tables = Map.copyOf(tables);
        files = List.copyOf(files);
    }

    /** Of all files. */
    public long bytes() {
        return files.stream().mapToLong(BackupFile::bytes).sum();
    }

    /** Whether the home's keys are in it, sealed with a password. */
    public boolean hasKeys() {
        return files.stream().anyMatch(file -> file.path().equals(BackupFile.KEYS));
    }

    String text() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", format);
        fields.put("program", program);
        fields.put("id", id);
        fields.put("takenAt", takenAt);
        fields.put("commit", commit);
        fields.put("schemas", new java.util.TreeMap<>(schemas));
        fields.put("tables", new java.util.TreeMap<>(tables));
        List<Object> list = new ArrayList<>();
        for (BackupFile file : files) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("path", file.path());
            one.put("bytes", file.bytes());
            one.put("sha256", file.sha256());
            list.add(one);
        }
        fields.put("files", list);
        return JsonText.of(fields) + "\n";
    }

    /** @throws IllegalArgumentException where it is none */
    static BackupManifest read(String text) {
        try {
            Map<?, ?> fields = map(JsonText.readWhole(text));
            Map<String, Integer> schemas = new LinkedHashMap<>();
            map(fields.get("schemas")).forEach((room, version) -> schemas.put(word(room), (int) number(version)));
            Map<String, Long> tables = new LinkedHashMap<>();
            map(fields.get("tables")).forEach((table, rows) -> tables.put(word(table), number(rows)));
            List<BackupFile> files = new ArrayList<>();
            for (Object one : fields.get("files") instanceof List<?> list ? list : List.of()) {
                Map<?, ?> file = map(one);
                files.add(new BackupFile(word(file.get("path")), number(file.get("bytes")), word(file.get("sha256"))));
            }
            return new BackupManifest(
                    (int) number(fields.get("format")),
                    word(fields.get("program")),
                    word(fields.get("id")),
                    Instant.parse(word(fields.get("takenAt"))),
                    number(fields.get("commit")),
                    schemas,
                    tables,
                    files);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time", e);
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("no object");
    }

    private static String word(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text");
    }

    private static long number(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("no number");
    }
}
