package io.rapport.lake.retention;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.reading.LakeSql;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which rows of which files have to do with people: temporary tables of one session, in memory. */
final class PersonTables {

    private static final String DOING = "looking for people";

    /** What a file holds of them. */
    record Hits(long own, long others) {}

    private final DuckDbSession session;

    PersonTables(DuckDbSession session, Persons persons) {
        this.session = session;
        session.run(DOING, "set variable erased_addresses = " + list(persons.addresses()));
        session.run(DOING, "set variable erased_ids = " + list(persons.ids()));
        session.run(
                DOING,
                "create or replace temp table erased as select unnest(getvariable('erased_addresses')) as word, false as"
                        + " is_own union all select " + SqlText.literal(PersonSql.OWN)
                        + " || unnest(list_concat(getvariable('erased_addresses'), getvariable('erased_ids'))), true");
    }

    private static String list(Collection<String> words) {
        return words.stream().map(SqlText::literal).collect(Collectors.joining(", ", "[", "]::varchar[]"));
    }

    /** Looks at all files of a dataset once, and answers with those that hold something, in the snapshot's order. */
    Map<LandedFile, Hits> find(Snapshot snapshot, Dataset dataset) {
        List<LandedFile> files = snapshot.files(dataset);
        if (files.isEmpty()) {
            return Map.of();
        }
        session.run(
                DOING,
                "create or replace temp table hit as select _file, _row, bool_or(is_own) as is_own from (select _file,"
                        + " file_row_number as _row, unnest(" + new PersonSql(dataset).words() + ") as word from "
                        + LakeSql.numberedRows(
                                dataset, files.stream().map(LandedFile::path).toList(), "_file")
                        + ") inner join erased using (word) group by _file, _row");
        Map<String, Hits> found = new LinkedHashMap<>();
        session.each(
                DOING,
                "select _file, count(*) filter (is_own), count(*) filter (not is_own) from hit group by _file",
                row -> found.put(row.getString(1), new Hits(row.getLong(2), row.getLong(3))));
        Map<LandedFile, Hits> hits = new LinkedHashMap<>();
        for (LandedFile file : files) {
            Hits held = found.get(SqlText.path(file.path()));
            if (held != null) {
                hits.put(file, held);
            }
        }
        return hits;
    }

    /** What stands behind FROM: rows of a file that stay, with {@code _row} where something in one has to be replaced. */
    static String rest(Dataset dataset, Path file) {
        return "(select r.*, h._row from " + LakeSql.numberedRows(dataset, List.of(file), "_file")
                + " as r left join (from hit where _file = " + SqlText.literal(SqlText.path(file))
                + ") as h on h._row = r.file_row_number where h._row is null or not h.is_own)";
    }

    /** How many rows of theirs a reader sees. */
    long visibleOwn(Snapshot snapshot, Dataset dataset) {
        return session.number(
                DOING,
                "select count(*) from (" + LakeSql.select(snapshot, dataset) + ") where "
                        + new PersonSql(dataset).isOwn());
    }
}
