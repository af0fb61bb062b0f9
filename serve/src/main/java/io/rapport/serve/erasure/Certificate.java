package io.rapport.serve.erasure;

import io.rapport.lake.retention.PersonCounts;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an erasure did and what the look at every file found; says of the people only under which keyed hashes they are on
 * the suppression list.
 *
 * @param number from 1, of this home
 * @param people how many were asked for
 * @param by who did, as people know them
 * @param hashes of their addresses and ids
 * @param datasets what went from the lake
 * @param beside what went from elsewhere, by the name of the place
 * @param keptLines lines of the access log that name one of them; they stay
 * @param toBeRun output tables that have to be run again
 * @param before files of the home before
 * @param after files of the home afterwards; each was looked at
 */
public record Certificate(
        int number,
        int people,
        Instant askedAt,
        Instant finishedAt,
        String by,
        Set<String> hashes,
        List<PersonCounts> datasets,
        Map<String, Long> beside,
        long keptLines,
        List<String> toBeRun,
        FileCount before,
        FileCount after) {

    /** Files and their bytes. */
    public record FileCount(long files, long bytes) {

        /** Those of a home now. */
        static FileCount of(Home home) {
            return of(FileTraces.files(home.folder()));
        }

        static FileCount of(List<Path> files) {
            long bytes = 0;
            for (Path file : files) {
                try {
                    bytes += Files.size(file);
                } catch (IOException goneMeanwhile) {
                    bytes += 0;
                }
            }
            return new FileCount(files.size(), bytes);
        }
    }

    public Certificate {
        datasets = List.copyOf(datasets);
        toBeRun = List.copyOf(toBeRun);
    }

    /** As JSON has it. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("certificate", (long) number);
        fields.put("people", (long) people);
        fields.put("askedAt", askedAt.toString());
        fields.put("finishedAt", finishedAt.toString());
        fields.put("by", Certificates.who(by));
        fields.put("suppressed", hashes.stream().sorted().toList());
        fields.put(
                "datasets",
                datasets.stream()
                        .map(counts -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("dataset", counts.dataset());
                            one.put("files", (long) counts.files());
                            one.put("filesKept", (long) counts.filesKept());
                            one.put("rowsErased", counts.ownRows());
                            one.put("rowsOfOthersChanged", counts.othersRows());
                            return one;
                        })
                        .toList());
        fields.put("beside", beside);
        fields.put("accessLogLinesKept", keptLines);
        fields.put("runAgain", toBeRun);
        fields.put("filesBefore", count(before));
        fields.put("filesAfter", count(after));
        Map<String, Object> look = new LinkedHashMap<>();
        look.put("filesLookedAt", after.files());
        look.put("filesThatHoldAnything", 0L);
        fields.put("proof", look);
        return fields;
    }

    static Map<String, Object> count(FileCount count) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("files", count.files());
        fields.put("bytes", count.bytes());
        return fields;
    }

    /** To be printed. */
    public List<String> lines() {
        List<String> lines = new java.util.ArrayList<>();
        lines.add("Certificate " + number + " of erasure");
        lines.add("");
        lines.add(say(
                "%,d %s erased from this home by %s.",
                people, people == 1 ? "person" : "people", Certificates.who(by)));
        lines.add("Asked for at " + askedAt + ", finished at " + finishedAt + ".");
        lines.add("");
        for (PersonCounts counts : datasets) {
            lines.add(say(
                    "%s: %,d rows erased, %,d rows of others rid of the address; %,d files written anew, %,d deleted.",
                    counts.dataset(),
                    counts.ownRows(),
                    counts.othersRows(),
                    counts.filesKept(),
                    counts.files() - counts.filesKept()));
        }
        beside.forEach((what, count) -> lines.add(say("%s: %,d.", what, count)));
        lines.add("");
        lines.add(say("Files of the home before: %,d with %,d bytes.", before.files(), before.bytes()));
        lines.add(say("Files of the home afterwards: %,d with %,d bytes.", after.files(), after.bytes()));
        lines.add("Each of them was read, with the rows of the state database: none holds an address or id of them.");
        if (keptLines > 0) {
            lines.add(say("%,d lines of the access log name one of them and stay: it only grows.", keptLines));
        }
        if (!toBeRun.isEmpty()) {
            lines.add("Counted before the erasure, to be run again: " + String.join(", ", toBeRun) + ".");
        }
        lines.add("");
        lines.add("They are on the suppression list under these keyed hashes (HMAC-SHA-256):");
        hashes.stream().sorted().forEach(lines::add);
        return lines;
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
