package io.rapport.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** The properties of section 5, checked on any implementation with companies from seeds. */
public final class EngagementProperties {

    private final Enrichment enrichment;

    public EngagementProperties(Enrichment enrichment) {
        this.enrichment = enrichment;
    }

    /** One test per property and seed, from the first seed on. */
    public Stream<DynamicTest> tests(long firstSeed, int seeds) {
        return LongStream.range(firstSeed, firstSeed + seeds).boxed().flatMap(this::testsOf);
    }

    private Stream<DynamicTest> testsOf(long seed) {
        return Stream.of(
                DynamicTest.dynamicTest("one_of_each_row_and_points_that_add_up, seed " + seed, () -> addsUp(seed)),
                DynamicTest.dynamicTest("order_of_input_changes_nothing, seed " + seed, () -> ignoresOrder(seed)),
                DynamicTest.dynamicTest(
                        "an_idle_account_changes_no_other_score, seed " + seed, () -> ignoresIdleAccounts(seed)),
                DynamicTest.dynamicTest("more_of_one_never_lowers_a_score, seed " + seed, () -> rewardsMore(seed)));
    }

    /**
     * All of them in the fewest runs, for engines of which each takes seconds; what the tables ought to be is asked of
     * another implementation, which is quick. Two runs: the company in another order with an idle account, and with more
     * of everything; each equals the truth, and the truth of the company as it was is what they are held against.
     */
    public void holdTogether(long seed, Enrichment truth) {
        CompanyInput drawn = RandomCompany.of(seed);
        Optional<String> account = drawn.options().rollUp() ? Optional.empty() : firstAccount(drawn);
        CompanyInput input =
                account.map(id -> Variation.of(drawn).withContact(id)).orElse(drawn);
        Tables before = truth.run(input);

        CompanyInput idle = withIdleAccount(input);
        Tables other = enrichment.run(shuffled(idle, new Random(seed)));
        assertThat(Differences.between(truth.run(idle), other)).isEmpty();
        new TableChecks(other).checkAll();
        checkOthersKept(before, other);

        if (account.isPresent() && !input.rows("Message_v1").isEmpty()) {
            CompanyInput withMail = Variation.of(Variation.of(input).withEmailFromNewContact("more-1"))
                    .withEmailFromNewContact("more-2");
            boolean hasMeetings = !input.rows("CalendarView_v0").isEmpty();
            CompanyInput more = hasMeetings ? Variation.of(withMail).withMeetingOfNewContact() : withMail;
            Tables after = enrichment.run(more);
            assertThat(Differences.between(truth.run(more), after)).isEmpty();
            checkNotLower(account.get(), before, after);
        }
    }

    /**
     * Within one run: keys are unique, the breakdown has nine rows per row and its points add up, a standing follows
     * from the published columns alone, equal accounts have equal scores, and 0 means no activity.
     */
    public void addsUp(long seed) {
        new TableChecks(enrichment.run(RandomCompany.of(seed))).checkAll();
    }

    /** "the order of input rows changes nothing"; of account rows with one id the first stays the first. */
    public void ignoresOrder(long seed) {
        CompanyInput input = RandomCompany.of(seed);
        CompanyInput other = shuffled(input, new Random(seed));
        assertThat(Differences.between(enrichment.run(input), enrichment.run(other)))
                .isEmpty();
    }

    /** "adding an account without activity changes no other account's score" */
    public void ignoresIdleAccounts(long seed) {
        CompanyInput input = RandomCompany.of(seed);
        checkOthersKept(enrichment.run(input), enrichment.run(withIdleAccount(input)));
    }

    private static CompanyInput withIdleAccount(CompanyInput input) {
        List<AccountRow> accounts = new ArrayList<>(input.accounts());
        accounts.add(new AccountRow("idle", "Idle", null));
        return Variation.of(input).withAccounts(accounts);
    }

    private static void checkOthersKept(Tables before, Tables after) {
        assertThat(withoutIdle(after.office())).isEqualTo(Cells.lines(before.office()));
        assertThat(withoutIdle(after.score())).isEqualTo(Cells.lines(before.score()));
        assertThat(after.office()).hasSize(before.office().size() + 1);
    }

    /** "with the same set of components, more of one, all else equal, never lowers a score" */
    public void rewardsMore(long seed) {
        CompanyInput input = RandomCompany.of(seed);
        Optional<String> account = firstAccount(input);
        boolean hasParents = input.options().rollUp();
        if (account.isEmpty() || hasParents) {
            return;
        }
        String id = account.get();
        CompanyInput withContact = Variation.of(input).withContact(id);
        CompanyInput withMail = Variation.of(withContact).withEmailFromNewContact("more-1");
        Tables before = enrichment.run(withContact);
        Tables after = enrichment.run(withMail);
        if (!input.rows("Message_v1").isEmpty()) {
            checkNotLower(id, before, after);
        }
        checkNotLower(id, after, enrichment.run(Variation.of(withMail).withEmailFromNewContact("more-2")));
        if (!input.rows("CalendarView_v0").isEmpty()) {
            checkNotLower(id, after, enrichment.run(Variation.of(withMail).withMeetingOfNewContact()));
        }
    }

    private static Optional<String> firstAccount(CompanyInput input) {
        return input.accounts().stream()
                .map(EngagementProperties::trimmed)
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    private static void checkNotLower(String account, Tables before, Tables after) {
        Map<String, Double> scores = new LinkedHashMap<>();
        after.office().forEach(row -> scores.put(key(row), score(row)));
        for (Map<String, @Nullable Object> row : before.office()) {
            if (account.equals(row.get("CustomerId"))) {
                assertThat(scores.get(key(row))).as(key(row)).isNotNull().isGreaterThanOrEqualTo(score(row));
            }
        }
    }

    private static String key(Map<String, @Nullable Object> row) {
        return Cells.text("PrimaryKey", row.get("PrimaryKey"));
    }

    private static double score(Map<String, @Nullable Object> row) {
        return Double.parseDouble(Cells.text("EngagementScore", row.get("EngagementScore")));
    }

    private static List<String> withoutIdle(List<Map<String, @Nullable Object>> rows) {
        List<Map<String, @Nullable Object>> others = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            if (!key(row).startsWith("idle|")) {
                others.add(row);
            }
        }
        return Cells.lines(others);
    }

    private static CompanyInput shuffled(CompanyInput input, Random random) {
        Map<String, List<Map<String, @Nullable Object>>> datasets = new LinkedHashMap<>();
        input.datasets().forEach((name, rows) -> datasets.put(name, shuffled(rows, random)));
        return new CompanyInput(
                datasets,
                shuffled(input.contacts(), random),
                shuffledById(input.accounts(), random),
                shuffled(input.selection(), random),
                input.asOf(),
                input.zone(),
                input.weights(),
                input.options(),
                input.publicDomains());
    }

    private static <T> List<T> shuffled(List<T> rows, Random random) {
        List<T> copy = new ArrayList<>(rows);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** Shuffled, but rows with one id stay in their order among each other. */
    private static List<AccountRow> shuffledById(List<AccountRow> rows, Random random) {
        List<AccountRow> result = new ArrayList<>();
        List<AccountRow> left = new ArrayList<>(rows);
        for (AccountRow place : shuffled(rows, random)) {
            AccountRow first = left.stream()
                    .filter(row -> Objects.equals(trimmed(row), trimmed(place)))
                    .findFirst()
                    .orElseThrow();
            left.remove(first);
            result.add(first);
        }
        return result;
    }

    private static String trimmed(AccountRow row) {
        return row.id() == null ? "" : row.id().strip();
    }
}
