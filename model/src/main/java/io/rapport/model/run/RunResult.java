package io.rapport.model.run;

import java.util.List;
import java.util.Map;

/**
 * What a run delivered.
 *
 * @param folder where its tables lie, as Parquet files named after the tables
 * @param rows rows by table
 * @param accounts accounts of the profiles
 * @param enriched those with an email or meeting in the window
 * @param listedPeople people of the selection
 * @param copies mailbox copies of emails that were read
 * @param emails emails that they join to
 * @param emailsCounted emails that count for an account
 * @param meetings meetings that were joined
 * @param meetingsCounted meetings that count for an account
 * @param daysOfData distinct local dates in the window with an email or meeting
 * @param warnings what the reader should know, in words
 */
public record RunResult(
        java.nio.file.Path folder,
        Map<OutputTable, Long> rows,
        long accounts,
        long enriched,
        long listedPeople,
        long copies,
        long emails,
        long emailsCounted,
        long meetings,
        long meetingsCounted,
        long daysOfData,
        List<String> warnings) {

    public RunResult {
        rows = Map.copyOf(rows);
        warnings = List.copyOf(warnings);
    }
}
