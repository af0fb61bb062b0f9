package io.rapport.model.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the {@code manifest.json} beside the tables of a run that took place away from any home: enough to check
 * the files and to record the run as one of a home.
 *
 * @param rapport version of the program that computed it
 * @param formulaVersion version of the score's formula
 * @param run id of the run, a UUID
 * @param enrichment name of the enrichment, for people
 * @param output name of the output table
 * @param asOf the as-of date, inclusive
 * @param timeZone the reporting time zone
 * @param engine which engine computed it
 * @param weights weight by component
 * @param options option by name; values are flags, numbers, text or null
 * @param startedAt when it began
 * @param finishedAt when its tables were there
 * @param rows of the engagement table
 * @param warnings what the reader should know, in words
 * @param files all files but the manifest itself
 */
public record RunManifest(
        String rapport,
        int formulaVersion,
        String run,
        String enrichment,
        String output,
        LocalDate asOf,
        ZoneId timeZone,
        String engine,
        Map<String, ?> weights,
        Map<String, ?> options,
        Instant startedAt,
        Instant finishedAt,
        long rows,
        List<String> warnings,
        List<TableFile> files) {

    /** The name under which it lies beside the files. */
    public static final String NAME = "manifest.json";

    /** Lies beside the files from the moment on from which all of them are there. */
    public static final String COMPLETE = "_SUCCESS";

    /** The accounts of the run in their input's form: pages show their names. */
    public static final String ACCOUNTS = PageTable.FOLDER + "/customer_account.ndjson";

    /** Of the manifest's own form. */
    public static final long FORMAT = 1;

    public RunManifest {
        warnings = List.copyOf(warnings);
        files = List.copyOf(files);
    }

    /**
     * A file of the run.
     *
     * @param name within the folder, with slashes
     * @param sha256 of its bytes, in hexadecimal
     */
    public record TableFile(String name, long bytes, String sha256) {}

    /** The fields, in order: maps, lists, text, numbers, flags and null. */
    public Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("format", FORMAT);
        fields.put("rapport", rapport);
        fields.put("formulaVersion", formulaVersion);
        fields.put("run", run);
        fields.put("enrichment", enrichment);
        fields.put("output", output);
        fields.put("asOf", asOf.toString());
        fields.put("timeZone", timeZone.getId());
        fields.put("engine", engine);
        fields.put("weights", weights);
        fields.put("options", options);
        fields.put("startedAt", startedAt.toString());
        fields.put("finishedAt", finishedAt.toString());
        fields.put("rows", rows);
        fields.put("warnings", warnings);
        fields.put("files", files.stream().map(RunManifest::fieldsOf).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> fieldsOf(TableFile file) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", file.name());
        fields.put("bytes", file.bytes());
        fields.put("sha256", file.sha256());
        return fields;
    }

    /**
     * Reads the fields back.
     *
     * @throws IllegalArgumentException naming the field that is missing or can't be one, and no value
     */
    public static RunManifest of(Map<?, ?> fields) {
        if (!Long.valueOf(FORMAT).equals(fields.get("format"))) {
            throw new IllegalArgumentException("format is not " + FORMAT);
        }
        return new RunManifest(
                text(fields, "rapport"),
                (int) number(fields, "formulaVersion"),
                text(fields, "run"),
                text(fields, "enrichment"),
                text(fields, "output"),
                parsed(fields, "asOf", LocalDate::parse),
                parsed(fields, "timeZone", ZoneId::of),
                text(fields, "engine"),
                map(fields, "weights"),
                map(fields, "options"),
                parsed(fields, "startedAt", Instant::parse),
                parsed(fields, "finishedAt", Instant::parse),
                number(fields, "rows"),
                list(fields, "warnings").stream().map(String::valueOf).toList(),
                list(fields, "files").stream().map(RunManifest::file).toList());
    }

    private static TableFile file(@Nullable Object fields) {
        if (fields instanceof Map<?, ?> map) {
            return new TableFile(text(map, "name"), number(map, "bytes"), text(map, "sha256"));
        }
        throw wrong("files");
    }

    private static <T> T parsed(Map<?, ?> fields, String name, Function<String, T> parser) {
        try {
            return parser.apply(text(fields, name));
        } catch (DateTimeException bad) {
            throw wrong(name);
        }
    }

    private static String text(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong(name);
    }

    private static long number(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof Long number && number >= 0) {
            return number;
        }
        throw wrong(name);
    }

    private static Map<String, ?> map(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof Map<?, ?> found) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            found.forEach((key, value) -> map.put(String.valueOf(key), value));
            return map;
        }
        throw wrong(name);
    }

    private static List<?> list(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name);
    }

    private static IllegalArgumentException wrong(String name) {
        return new IllegalArgumentException(name + " is missing or wrong");
    }
}
