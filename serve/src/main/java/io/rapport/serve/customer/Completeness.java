package io.rapport.serve.customer;

import io.rapport.model.duckdb.account.CoverageLine;
import java.util.List;

/**
 * How much of what a run should see it saw: what its coverage report says of people and days.
 *
 * @param daysOfData of the year, with an email or meeting
 * @param people who are counted for
 * @param peopleWithData those of them with mail or meetings in the year
 * @param without the others, counted by reason; for administrators
 */
public record Completeness(long daysOfData, long people, long peopleWithData, List<CoverageLine> without) {

    public Completeness {
        without = List.copyOf(without);
    }

    static Completeness of(List<CoverageLine> coverage) {
        return new Completeness(
                count(coverage, "Days of data"),
                count(coverage, "Listed people"),
                count(coverage, "Listed people with data"),
                coverage.stream()
                        .filter(line -> line.item().equals("Listed people without data"))
                        .toList());
    }

    private static long count(List<CoverageLine> coverage, String item) {
        return coverage.stream()
                .filter(line -> line.item().equals(item))
                .mapToLong(CoverageLine::count)
                .sum();
    }
}
