package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountQuery;
import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.AccountWord;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.Reason;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.web.customer.CustomerKey;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the first page says of an enrichment. */
class HomePageTest {

    private static final int ADMINISTRATOR = 0;
    private static final int VIEWER = 2;
    private static final TestServer SERVER = EnrichedHome.shared().server;
    private static final Customers CUSTOMERS = SERVER.server.part(Customers.class);
    private static final Pattern BIN =
            Pattern.compile("<th scope=\"row\">(\\d+) to [^<]+</th><td class=\"number\">([0-9,]+)</td>");

    @Test
    void it_says_how_far_the_data_goes_and_when_it_ran_and_runs() throws Exception {
        String home = SERVER.signedIn(VIEWER).get("/?enrichment=Office").body();

        assertThat(home)
                .contains("21 Nov 2025 to 20 Nov 2026")
                .contains("Customers enriched")
                .contains("of 24</span>")
                .contains("Days of data")
                .contains("of 365</span>")
                .contains("Successful, as of 20 Nov 2026")
                .contains("It runs on the command line only");
    }

    @Test
    void the_scores_of_all_who_are_in_touch_are_spread_over_ten_bins() throws Exception {
        ServedRun run = office();
        Matcher bin =
                BIN.matcher(SERVER.signedIn(VIEWER).get("/?enrichment=Office").body());
        int bins = 0;
        long customers = 0;
        while (bin.find()) {
            int from = bins++ * 10;
            long count = Long.parseLong(bin.group(2));
            assertThat(bin.group(1)).isEqualTo(String.valueOf(from));
            assertThat(count)
                    .as("from " + from)
                    .isEqualTo(all(run, AccountOrder.SCORE).stream()
                            .filter(AccountStanding::isEngaged)
                            .filter(account -> Math.min(9, (int) (account.score() / 10)) * 10 == from)
                            .count());
            customers += count;
        }
        assertThat(bins).isEqualTo(10);
        assertThat(customers).isEqualTo(CUSTOMERS.counts(run).engaged()).isPositive();
    }

    @Test
    void whoever_stands_out_is_who_the_model_says_and_each_has_its_reason_in_words() throws Exception {
        ServedRun run = office();
        String home = SERVER.signedIn(VIEWER).get("/?enrichment=Office").body();

        stands(home, run, "quiet", Set.of(AccountWord.GOING_QUIET), "No customer goes quiet.");
        stands(home, run, "fallers", Set.of(AccountWord.FALLING), "15 points below");
        stands(home, run, "risers", Set.of(AccountWord.RISING), "15 points above");
        stands(
                home,
                run,
                "revived",
                Set.of(AccountWord.REVIVED),
                "No customer that was stale in the run as of 31 Oct 2026");
        stands(
                home,
                run,
                "single",
                Set.of(AccountWord.SINGLE_THREADED_OURS, AccountWord.SINGLE_THREADED_THEIRS),
                "No relation hangs on one person.");
        assertThat(all(run, AccountOrder.SCORE))
                .as("somebody stands out")
                .anySatisfy(account -> assertThat(account.words()).isNotEmpty());
    }

    /** The first five of whom one of the words is true, and nobody else. */
    private static void stands(String home, ServedRun run, String id, Set<AccountWord> words, String none) {
        String part = part(home, id);
        AccountOrder order = id.equals("risers") || id.equals("fallers") ? AccountOrder.MONTH : AccountOrder.SCORE;
        List<AccountStanding> all = CUSTOMERS
                .page(run, new AccountQuery("", null, order, !id.equals("fallers"), 0, 100))
                .accounts();
        List<AccountStanding> right = all.stream()
                .filter(account -> account.words().stream().anyMatch(words::contains))
                .toList();
        if (right.isEmpty()) {
            assertThat(part).contains(none).doesNotContain("See all").doesNotContain("<li>");
            return;
        }
        assertThat(part).contains(right.size() == 1 ? "1 customer as of" : right.size() + " customers as of");
        for (AccountStanding account : all) {
            boolean isNamed = right.indexOf(account) >= 0 && right.indexOf(account) < 5;
            assertThat(part.contains(href(account)))
                    .as(id + " " + account.name())
                    .isEqualTo(isNamed);
            if (isNamed) {
                assertThat(part).contains(Reason.text(account, run.asOf(), words));
            }
        }
    }

    @Test
    void how_complete_and_fresh_the_numbers_are_is_said_with_why() throws Exception {
        String fresh = part(SERVER.signedIn(VIEWER).get("/?enrichment=Office").body(), "fresh");

        assertThat(fresh)
                .contains("Counted to 20 Nov 2026")
                .contains("It runs only when somebody runs it on the command line")
                .contains("Newest email of ")
                .contains(" selected people")
                .contains("The others have neither mail nor meetings in the year; administrators see why.")
                .contains("days of data")
                .contains("Mail and meetings begin on ")
                .doesNotContain("/coverage");
        assertThat(part(
                        SERVER.signedIn(ADMINISTRATOR)
                                .get("/?enrichment=Office")
                                .body(),
                        "fresh"))
                .contains("Without: ")
                .contains("/enrichment/Office/coverage");
    }

    @Test
    void before_any_run_it_says_what_is_to_be_set_up() throws Exception {
        String home = TestServer.shared().signedIn(ADMINISTRATOR).get("/").body();

        assertThat(home)
                .contains("First steps")
                .contains("href=\"/enrichment?tab=discover\"")
                .doesNotContain("How are the scores spread?");
    }

    private static ServedRun office() {
        return CUSTOMERS.findRun("Office").orElseThrow();
    }

    private static List<AccountStanding> all(ServedRun run, AccountOrder order) {
        return CUSTOMERS
                .page(run, new AccountQuery("", null, order, true, 0, 100))
                .accounts();
    }

    private static String href(AccountStanding account) {
        return "\"/customers/" + CustomerKey.of(account.id()) + "?enrichment=Office\"";
    }

    private static String part(String page, String id) {
        int begin = page.indexOf("<h2 id=\"" + id + "\">");
        return page.substring(begin, page.indexOf("</section>", begin));
    }
}
