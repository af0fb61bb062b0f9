package io.rapport.serve.demo;

import io.rapport.lake.reading.LakeQuery;
import io.rapport.lake.reading.QuerySettings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the accounts out of the engagement table. */
public final class Standings {

    private static final int WEEKS = 52;
    private static final QuerySettings BOUNDS = new QuerySettings(Duration.ofMinutes(2), 1_000_000);

    private final LakeQuery query;
    private final Map<String, String> names;

    /** @param names of the accounts, by id */
    public Standings(LakeQuery query, Map<String, String> names) {
        this.query = query;
        this.names = names;
    }

    /** All accounts of the year, the most engaged first. */
    public List<AccountStanding> read(LocalDate asOf) {
        Map<String, int[]> weeks = weeks(asOf);
        List<AccountStanding> standings = new ArrayList<>();
        for (List<@Nullable String> row : query.run("""
                        select CustomerId, EngagementScore, NoOfEmails_ToAccount, NoOfEmails_FromAccount,
                            NoOfMeetings_ToAccount + NoOfMeetings_FromAccount,
                            NoOfContactsInvolved_Emails, NoOfAccountContactsInvolved_Emails,
                            least(DaysSinceLastEmail, DaysSinceLastMeeting)
                        from Office
                        where AggregationLevel = 'year'
                        """, BOUNDS).rows()) {
            String id = Objects.requireNonNull(row.get(0));
            String silent = row.get(7);
            standings.add(new AccountStanding(
                    id,
                    names.getOrDefault(id, id),
                    Double.parseDouble(Objects.requireNonNull(row.get(1))),
                    number(row.get(2)),
                    number(row.get(3)),
                    number(row.get(4)),
                    number(row.get(5)),
                    number(row.get(6)),
                    silent == null ? null : Long.valueOf(silent),
                    Arrays.stream(weeks.getOrDefault(id, new int[WEEKS]))
                            .boxed()
                            .toList()));
        }
        standings.sort(
                Comparator.comparingDouble(AccountStanding::score).reversed().thenComparing(AccountStanding::id));
        return standings;
    }

    private Map<String, int[]> weeks(LocalDate asOf) {
        LocalDate thisWeek = asOf.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = thisWeek.minusWeeks(WEEKS);
        Map<String, int[]> weeks = new HashMap<>();
        for (List<@Nullable String> row : query.run("""
                        select CustomerId, cast(AggregationStartDate as varchar),
                            NoOfEmails_ToAccount + NoOfEmails_FromAccount
                                + 3 * (NoOfMeetings_ToAccount + NoOfMeetings_FromAccount)
                        from Office
                        where AggregationLevel = 'week'
                        """, BOUNDS).rows()) {
            int week = (int) ChronoUnit.WEEKS.between(first, LocalDate.parse(Objects.requireNonNull(row.get(1))));
            if (week >= 0 && week < WEEKS) {
                weeks.computeIfAbsent(Objects.requireNonNull(row.get(0)), any -> new int[WEEKS])[week] =
                        (int) number(row.get(2));
            }
        }
        return weeks;
    }

    private static long number(@Nullable String text) {
        return Long.parseLong(Objects.requireNonNull(text));
    }
}
