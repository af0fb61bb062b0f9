package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.reading.LakeSql;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hashes of the keys that the lake has met and the files that hold them, in a table of this process's engine. Each file is
 * read once; then a batch is compared with twelve bytes a key, and only the files that it has to do with are opened: so the
 * hundredth commit of a long landing costs what the second did. For one thread at a time.
 */
final class MetKeys {

    private final Map<Dataset, Map<Path, Integer>> read = new HashMap<>();
    private int files;

    /**
     * The files in which one of these keys may stand, hidden rows and removals included. Of a key that stands in none of
     * them it is certain that the lake has never met it.
     *
     * @param hashes a SELECT of the keys' hashes
     */
    List<LandedFile> files(DuckDbSession session, Snapshot snapshot, Dataset dataset, String hashes) {
        List<LandedFile> all = snapshot.files(dataset);
        Map<Path, Integer> numbers = catchUp(session, all, dataset);
        Set<Integer> found = new HashSet<>(session.list(
                doing(dataset),
                "select distinct file from " + table(dataset) + " where hash in (" + hashes + ")",
                row -> row.getInt(1)));
        return all.stream()
                .filter(file -> found.contains(numbers.get(file.path())))
                .toList();
    }

    private Map<Path, Integer> catchUp(DuckDbSession session, List<LandedFile> all, Dataset dataset) {
        Map<Path, Integer> numbers = read.computeIfAbsent(dataset, added -> {
            session.run(doing(added), "create table " + table(added) + " (hash ubigint, file integer)");
            return new HashMap<>();
        });
        forgetOthers(session, all, dataset, numbers);
        Map<Path, Integer> unread = new LinkedHashMap<>();
        all.stream()
                .map(LandedFile::path)
                .filter(file -> !numbers.containsKey(file))
                .forEach(file -> unread.put(file, files++));
        if (!unread.isEmpty()) {
            session.run(
                    doing(dataset),
                    "insert into " + table(dataset) + " select " + StagedKeys.hash(dataset) + ", number from ("
                            + LakeSql.keys(dataset, unread) + ")");
            numbers.putAll(unread);
        }
        return numbers;
    }

    /** Files that were folded or erased. The table is made anew: what is deleted from one in memory is not given back. */
    private static void forgetOthers(
            DuckDbSession session, List<LandedFile> all, Dataset dataset, Map<Path, Integer> numbers) {
        Set<Path> visible = all.stream().map(LandedFile::path).collect(Collectors.toSet());
        if (visible.containsAll(numbers.keySet())) {
            return;
        }
        numbers.keySet().retainAll(visible);
        String kept = numbers.isEmpty()
                ? "false"
                : numbers.values().stream().map(String::valueOf).collect(Collectors.joining(", ", "file in (", ")"));
        session.run(
                doing(dataset),
                "create or replace table " + table(dataset) + " as from " + table(dataset) + " where " + kept);
    }

    private static String table(Dataset dataset) {
        return SqlText.name("met_" + dataset.name());
    }

    private static String doing(Dataset dataset) {
        return "checking the keys of " + dataset;
    }
}
