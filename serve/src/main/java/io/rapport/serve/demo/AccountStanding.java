package io.rapport.serve.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account as the engagement table shows it.
 *
 * @param id in the customer profiles
 * @param name in the customer profiles
 * @param score of the year
 * @param emailsTo of the year
 * @param emailsFrom of the year
 * @param meetings of the year, whoever organized them
 * @param people ours who were in touch by email
 * @param contacts theirs who were in touch by email
 * @param daysSilent days since the last email or meeting, or null where there was none
 * @param weeks emails and three times the meetings of each of the last 52 complete weeks, the oldest first
 */
public record AccountStanding(
        String id,
        String name,
        double score,
        long emailsTo,
        long emailsFrom,
        long meetings,
        long people,
        long contacts,
        @Nullable Long daysSilent,
        List<Integer> weeks) {

    private static final int LOOKED_AT = 26;
    private static final int LATELY = 4;
    private static final int LEAST_ACTIVE = 6;

    public AccountStanding {
        weeks = List.copyOf(weeks);
    }

    /**
     * Going quiet: of the last 26 complete weeks at least six had activity, and the last four together have on average at
     * most a quarter of the account's own usual week.
     */
    public boolean isGoingQuiet() {
        return recent().stream().filter(week -> week > 0).count() >= LEAST_ACTIVE
                && lately() * 4.0 / LATELY <= usualWeek();
    }

    /** Whether nothing came or went in the last seven days, which no complete week may show yet. */
    public boolean isSilentThisWeek() {
        return daysSilent == null || daysSilent >= 7;
    }

    /** The median of the active weeks among the last 26; 0 where there is none. */
    public double usualWeek() {
        List<Integer> active =
                recent().stream().filter(week -> week > 0).sorted().toList();
        int size = active.size();
        return size == 0 ? 0 : (active.get((size - 1) / 2) + active.get(size / 2)) / 2.0;
    }

    /** What the last four complete weeks had together. */
    public int lately() {
        return weeks.subList(weeks.size() - LATELY, weeks.size()).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private List<Integer> recent() {
        return weeks.subList(weeks.size() - LOOKED_AT, weeks.size());
    }
}
