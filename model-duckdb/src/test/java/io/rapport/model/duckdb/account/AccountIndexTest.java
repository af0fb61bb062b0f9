package io.rapport.model.duckdb.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.duckdb.DuckDbSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As of Wednesday 18 November 2026: the last complete week began on 9 November, the last complete month is October. */
class AccountIndexTest {

    private static final LocalDate LAST_WEEK = LocalDate.parse("2026-11-09");

    @TempDir
    Path folder;

    @Test
    void an_account_goes_quiet_where_its_last_four_weeks_had_a_quarter_of_its_usual_weeks() {
        EngagementRows rows = new EngagementRows();
        for (String id : List.of("Quiet", "Loud", "Rare")) {
            rows.year(id, 50, 60, 0, 0, 20L, null);
        }
        // Six usual weeks of 8, then 8 in all of the last four: a quarter of the usual week on average.
        for (int week = 0; week < 6; week++) {
            rows.week("Quiet", LAST_WEEK.minusWeeks(20 - week), 5, 1)
                    .week("Loud", LAST_WEEK.minusWeeks(20 - week), 8, 0);
        }
        rows.week("Quiet", LAST_WEEK, 8, 0);
        rows.week("Loud", LAST_WEEK, 9, 0);
        // Five weeks are no habit, and the twenty-seventh week back is not looked at.
        for (int week = 0; week < 5; week++) {
            rows.week("Rare", LAST_WEEK.minusWeeks(20 - week), 8, 0);
        }
        rows.week("Rare", LAST_WEEK.minusWeeks(26), 8, 0);

        assertThat(standing(rows, null, "Quiet").words()).contains(AccountWord.GOING_QUIET);
        assertThat(standing(rows, null, "Quiet").usualWeek()).isEqualTo(8);
        assertThat(standing(rows, null, "Quiet").lateActivity()).isEqualTo(8);
        assertThat(standing(rows, null, "Quiet").lastUsualWeek()).isEqualTo(LAST_WEEK.minusWeeks(15));
        assertThat(standing(rows, null, "Quiet").weeks())
                .hasSize(26)
                .endsWith(0L, 0L, 0L, 8L)
                .contains(8L);
        assertThat(standing(rows, null, "Loud").words()).doesNotContain(AccountWord.GOING_QUIET);
        assertThat(standing(rows, null, "Rare").words()).doesNotContain(AccountWord.GOING_QUIET);
        assertThat(standing(rows, null, "Rare").activeWeeks()).isEqualTo(5);
    }

    @Test
    void a_usual_week_is_the_median_of_the_weeks_with_any_activity() {
        EngagementRows rows = new EngagementRows();
        rows.year("Even", 11, 0, 0, 0, 9L, null).year("None", 0, 0, 0, 0, null, null);
        rows.week("Even", LAST_WEEK.minusWeeks(9), 8, 0).week("Even", LAST_WEEK, 3, 0);

        assertThat(standing(rows, null, "Even").usualWeek()).isEqualTo(5.5);
        assertThat(standing(rows, null, "None").usualWeek()).isZero();
        assertThat(standing(rows, null, "None").words()).doesNotContain(AccountWord.GOING_QUIET);
    }

    @Test
    void a_month_of_fifteen_points_more_or_less_than_the_three_before_rises_or_falls() {
        EngagementRows rows = new EngagementRows()
                .year("Up", 1, 1, 1, 1, 1L, 1L)
                .year("Down", 1, 1, 1, 1, 1L, 1L)
                .year("Same", 1, 1, 1, 1, 1L, 1L)
                .month("Up", "2026-10-01", 35)
                .month("Up", "2026-09-01", 30)
                .month("Up", "2026-08-01", 30)
                .month("Up", "2026-06-01", 99)
                .month("Down", "2026-07-01", 45)
                .month("Down", "2026-11-01", 99)
                .month("Same", "2026-10-01", 34.9)
                .month("Same", "2026-09-01", 60);

        assertThat(standing(rows, null, "Up").words()).containsExactly(AccountWord.RISING);
        assertThat(standing(rows, null, "Up").usualMonthScore()).isEqualTo(20);
        assertThat(standing(rows, null, "Down").words()).containsExactly(AccountWord.FALLING);
        assertThat(standing(rows, null, "Same").words()).isEmpty();
    }

    @Test
    void stale_asks_for_both_and_never_engaged_for_neither() {
        EngagementRows rows = new EngagementRows()
                .year("Stale", 1, 1, 1, 1, 61L, 61L)
                .year("Mail", 1, 1, 1, 0, 300L, null)
                .year("Fresh", 1, 1, 1, 1, 61L, 60L)
                .year("None", 0, 0, 0, 0, null, null);

        assertThat(standing(rows, null, "Stale").words()).containsExactly(AccountWord.STALE);
        assertThat(standing(rows, null, "Mail").words()).isEmpty();
        assertThat(standing(rows, null, "Fresh").words()).isEmpty();
        assertThat(standing(rows, null, "None").words()).containsExactly(AccountWord.NEVER_ENGAGED);
        assertThat(standing(rows, null, "None").isEngaged()).isFalse();
    }

    @Test
    void five_emails_with_a_tenth_or_more_back_or_a_meeting_are_not_one_way() {
        EngagementRows rows = new EngagementRows()
                .year("OneWay", 1, 11, 1, 0, 1L, null)
                .year("Tenth", 1, 9, 1, 0, 1L, null)
                .year("Few", 1, 4, 0, 0, 1L, null)
                .year("Met", 1, 11, 1, 1, 1L, 1L);

        assertThat(standing(rows, null, "OneWay").words()).containsExactly(AccountWord.ONE_WAY);
        assertThat(standing(rows, null, "Tenth").words()).isEmpty();
        assertThat(standing(rows, null, "Few").words()).isEmpty();
        assertThat(standing(rows, null, "Met").words()).isEmpty();
    }

    @Test
    void four_fifths_of_ten_or_more_emails_and_meetings_hang_on_one_person() {
        EngagementRows rows = new EngagementRows()
                .year("Ours", 1, 5, 5, 0, 1L, null)
                .year("Theirs", 1, 5, 5, 0, 1L, null)
                .year("Few", 1, 5, 4, 0, 1L, null)
                .year("Moved", 1, 5, 5, 0, 1L, null)
                .relation("Ours", 10, 8, 7, 0, 0)
                .relation("Theirs", 11, 8, 9, 0, 0)
                .relation("Few", 9, 9, 9, 0, 0)
                .relation("Moved", 10, 1, 1, 2, 3);

        assertThat(standing(rows, null, "Ours").words()).containsExactly(AccountWord.SINGLE_THREADED_OURS);
        assertThat(standing(rows, null, "Theirs").words()).containsExactly(AccountWord.SINGLE_THREADED_THEIRS);
        assertThat(standing(rows, null, "Few").words()).isEmpty();
        assertThat(standing(rows, null, "Moved").words())
                .containsExactlyInAnyOrder(AccountWord.NEW_CONTACTS, AccountWord.LOST_CONTACTS);
        assertThat(standing(rows, null, "Moved").relation()).isEqualTo(new AccountRelation(10, 1, 1, 2, 3));
    }

    @Test
    void the_run_before_tells_who_is_revived_and_what_the_score_was() {
        RunTables before = new EngagementRows()
                .year("Back", 10, 1, 1, 1, 80L, 80L)
                .year("Still", 10, 1, 1, 1, 80L, 80L)
                .index(folder.resolve("before"), settings(), null);
        EngagementRows now = new EngagementRows()
                .year("Back", 42.5, 1, 1, 1, 2L, 80L)
                .year("Still", 9, 1, 1, 1, 85L, 85L)
                .year("New", 1, 1, 1, 1, 2L, 2L);

        assertThat(standing(now, before, "Back").words()).containsExactly(AccountWord.REVIVED);
        assertThat(standing(now, before, "Back").scoreBefore()).isEqualTo(10);
        assertThat(standing(now, before, "Still").words()).containsExactly(AccountWord.STALE);
        assertThat(standing(now, before, "New").scoreBefore()).isNull();
    }

    @Test
    void accounts_that_are_indexed_part_by_part_come_to_the_same() throws IOException {
        RunTables before = new EngagementRows()
                .year("A1", 10, 1, 1, 1, 80L, 80L)
                .index(folder.resolve("before"), settings(), null);
        EngagementRows rows = new EngagementRows();
        for (int i = 0; i < 40; i++) {
            rows.named("A" + i, "Name " + i).year("A" + i, i % 7, i, 1, 1, (long) i, 2L);
        }

        RunTables whole = rows.index(folder.resolve("whole"), settings(), before);
        RunTables inParts = rows.index(folder.resolve("parts"), settings(), before, 3);

        AccountQuery all = new AccountQuery("", null, AccountOrder.SCORE, true, 0, 100);
        try (AccountReader reader = new AccountReader(settings())) {
            assertThat(reader.page(inParts, all)).isEqualTo(reader.page(whole, all));
            assertThat(reader.page(inParts, all).accounts()).hasSize(40);
            assertThat(reader.find(inParts, "A1"))
                    .hasValueSatisfying(found -> assertThat(found.scoreBefore()).isEqualTo(10));
        }
    }

    @Test
    void lists_are_searched_sorted_and_cut() {
        RunTables tables = new EngagementRows()
                .named("A1", "Ångström Werke")
                .named("A1", "A later row of the same id")
                .named("A2", "東京電力")
                .named("A3", "beta's % and _ \\ house")
                .year("A1", 30, 5, 0, 0, 9L, null)
                .year("A2", 90, 1, 1, 1, 1L, 1L)
                .year("A3", 60, 9, 9, 2, null, 2L)
                .year("A4", 0, 0, 0, 0, null, null)
                .index(folder, settings(), null);
        try (AccountReader reader = new AccountReader(settings())) {
            assertThat(ids(reader, tables, "", AccountOrder.SCORE, true)).containsExactly("A2", "A3", "A1", "A4");
            assertThat(ids(reader, tables, "", AccountOrder.NAME, false)).containsExactly("A4", "A1", "A3", "A2");
            assertThat(ids(reader, tables, "", AccountOrder.LAST_EMAIL, true)).containsExactly("A1", "A2", "A4", "A3");
            assertThat(ids(reader, tables, "angstrom", AccountOrder.SCORE, true))
                    .containsExactly("A1");
            assertThat(ids(reader, tables, "ÅNG", AccountOrder.SCORE, true)).containsExactly("A1");
            assertThat(ids(reader, tables, "a4", AccountOrder.SCORE, true)).containsExactly("A4");
            assertThat(ids(reader, tables, "% and _ \\", AccountOrder.SCORE, true))
                    .containsExactly("A3");
            assertThat(ids(reader, tables, "' or true --", AccountOrder.SCORE, true))
                    .isEmpty();
            AccountPage second = reader.page(tables, new AccountQuery("", null, AccountOrder.SCORE, true, 2, 1));
            assertThat(second.accounts()).extracting(AccountStanding::name).containsExactly("Ångström Werke");
            assertThat(second.found()).isEqualTo(4);
            assertThat(reader.find(tables, "A3"))
                    .hasValueSatisfying(found -> assertThat(found.emails()).isEqualTo(18));
            assertThat(reader.find(tables, "a3")).isEmpty();
            AccountCounts counts = reader.counts(tables);
            assertThat(counts.accounts()).isEqualTo(4);
            assertThat(counts.engaged()).isEqualTo(3);
            assertThat(counts.of(AccountWord.NEVER_ENGAGED)).isEqualTo(1);
            assertThat(counts.scoreQuartiles()).containsExactly(30.0, 60.0, 90.0);
        }
    }

    @Test
    void periods_are_those_of_the_account_and_no_other_whose_id_begins_alike() {
        RunTables tables = new EngagementRows()
                .year("A", 1, 1, 1, 1, 1L, 1L)
                .week("A", LAST_WEEK, 3, 0)
                .month("A", "2026-10-01", 3)
                .year("A|year", 2, 2, 2, 2, 2L, 2L)
                .year("AB", 3, 3, 3, 3, 3L, 3L)
                .index(folder, settings(), null);
        try (AccountReader reader = new AccountReader(settings())) {
            assertThat(reader.periods(tables, "A"))
                    .extracting(AccountPeriod::level)
                    .containsExactly("year", "month", "week");
            assertThat(reader.periods(tables, "A|year"))
                    .extracting(AccountPeriod::score)
                    .containsExactly(2.0);
        }
    }

    @Test
    void two_hundred_different_looks_at_once_are_all_answered() {
        EngagementRows rows = new EngagementRows();
        for (int i = 0; i < 500; i++) {
            rows.year("A" + i, 50, i % 100, 0, 0, 20L, null);
        }
        RunTables tables = rows.index(folder, settings(), null);
        ExecutorService visitors = Executors.newFixedThreadPool(200);
        try (AccountReader reader = new AccountReader(settings())) {
            List<Future<AccountPage>> looks = IntStream.range(0, 200)
                    .mapToObj(i -> visitors.submit(
                            () -> reader.page(tables, new AccountQuery("", null, AccountOrder.EMAILS, true, i, 200))))
                    .toList();

            assertThat(looks)
                    .allSatisfy(look -> assertThat(look.get().accounts()).hasSize(200));
        } finally {
            visitors.shutdownNow();
        }
    }

    private List<String> ids(
            AccountReader reader, RunTables tables, String search, AccountOrder order, boolean isDescending) {
        return reader.page(tables, new AccountQuery(search, null, order, isDescending, 0, 10)).accounts().stream()
                .map(AccountStanding::id)
                .toList();
    }

    private AccountStanding standing(EngagementRows rows, @Nullable RunTables earlier, String id) {
        RunTables tables = rows.index(folder, settings(), earlier);
        try (AccountReader reader = new AccountReader(settings())) {
            return reader.find(tables, id).orElseThrow();
        }
    }

    private DuckDbSettings settings() {
        return new DuckDbSettings(128L << 20, 1, folder.resolve("tmp"));
    }
}
