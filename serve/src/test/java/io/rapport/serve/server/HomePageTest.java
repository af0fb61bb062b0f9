package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountQuery;
import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.AccountWord;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.web.customer.CustomerKey;
import java.util.List;
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
    void who_rises_falls_and_goes_quiet_is_whom_the_list_has_first() throws Exception {
        ServedRun run = office();
        String home = SERVER.signedIn(VIEWER).get("/?enrichment=Office").body();
        List<AccountStanding> byChange = all(run, AccountOrder.CHANGE);
        AccountStanding riser = byChange.get(0);
        AccountStanding faller = byChange.stream()
                .filter(account -> account.scoreBefore() != null)
                .reduce((first, second) -> second)
                .orElseThrow();

        assertThat(home).contains("since the run as of 31 Oct 2026");
        assertThat(part(home, "risers")).contains(href(riser)).doesNotContain(href(faller));
        assertThat(part(home, "fallers")).contains(href(faller)).contains("−").doesNotContain(href(riser));
        long quiet = CUSTOMERS.counts(run).of(AccountWord.GOING_QUIET);
        assertThat(part(home, "quiet"))
                .contains(quiet == 0 ? "No customer goes quiet" : quiet + " customer")
                .contains(quiet == 0 ? "" : "show=quiet");
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
