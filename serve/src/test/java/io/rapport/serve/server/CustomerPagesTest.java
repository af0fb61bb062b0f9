package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.simulator.company.Account;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The list of customers and their cards, on a small company's mail. */
class CustomerPagesTest {

    private static final int ADMINISTRATOR = 0;
    private static final int CONTRIBUTOR = 1;
    private static final int VIEWER = 2;
    private static final Pattern CARD = Pattern.compile("href=\"(/customers/[^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/(?:customers|enrichment|profiles|segments)[^\"]*)\"");

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;

    /** Pages of one kind: all cards of all customers twice, and not each of their orders. */
    private static final int MOST_ALIKE = 60;

    @Test
    void nobody_of_either_side_stands_on_any_page_of_a_viewer_or_a_contributor() throws Exception {
        Set<String> people = new TreeSet<>();
        HOME.company.people().forEach(person -> {
            people.add(person.displayName());
            people.add(person.mail());
            people.addAll(person.aliases());
            person.findPrivateAddress().ifPresent(people::add);
        });
        HOME.company.contacts().forEach(contact -> {
            people.add(contact.party().name());
            people.add(contact.party().address());
            contact.findSecond().ifPresent(second -> people.add(second.address()));
        });
        String input = input();
        assertThat(people).hasSizeGreaterThan(100);
        assertThat(people.stream().filter(input::contains).count())
                .as("names and addresses that the tenant's mail and profiles had")
                .isGreaterThan(people.size() * 3L / 4);

        for (int who : List.of(VIEWER, CONTRIBUTOR)) {
            List<String> found = new ArrayList<>();
            int pages = walk(
                    who,
                    (path, body) -> people.stream()
                            .filter(person -> contains(body, person))
                            .forEach(person -> found.add(path + " has " + person)));
            assertThat(found).isEmpty();
            assertThat(pages).isGreaterThan(2 * HOME.company.accounts().size());
        }
    }

    @Test
    void the_list_has_every_customer_and_is_sorted_searched_and_cut_by_its_address() throws Exception {
        Browser viewer = SERVER.signedIn(VIEWER);
        Account one = HOME.company.accounts().get(3);

        String all = viewer.get("/customers").body();
        assertThat(cards(all)).hasSize(24);
        assertThat(all).contains("1 to 24 of 24").contains("21 Nov 2025 to 20 Nov 2026");
        assertThat(scores(all)).isSortedAccordingTo((a, b) -> b.compareTo(a)).hasSize(24);
        assertThat(scores(viewer.get("/customers?sort=score&way=asc").body())).isSorted();
        assertThat(cards(viewer.get(
                                "/customers?q=" + one.name().replace(" ", "+").toUpperCase(Locale.ROOT))
                        .body()))
                .contains("/customers/" + one.id());
        assertThat(viewer.get("/customers?q=nobody-is-called-so").body())
                .contains("No customer is like that")
                .contains("Show all customers");
        assertThat(viewer.get("/customers?page=2").body()).contains("No customer is like that");
        assertThat(viewer.get("/customers?page=-1&sort=drop+table&way=up&show=none&q=%00")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_card_adds_up_to_its_score_and_tells_what_changed_since_the_run_before() throws Exception {
        Browser viewer = SERVER.signedIn(VIEWER);
        int compared = 0;
        for (String card : cards(viewer.get("/customers").body())) {
            String body = viewer.get(card).body();
            Matcher part = Pattern.compile("<td class=\"number\">[^<]*</td><td class=\"number\">([0-9.]+)</td>")
                    .matcher(body.substring(body.indexOf("Why this score"), body.indexOf("<tfoot>")));
            BigDecimal sum = BigDecimal.ZERO;
            int parts = 0;
            while (part.find()) {
                sum = sum.add(new BigDecimal(part.group(1)));
                parts++;
            }
            assertThat(parts).as(card).isEqualTo(9);
            assertThat(sum).as(card).isEqualByComparingTo(scores(body).get(0));
            if (body.contains("Compared with the run as of 31 Oct 2026")) {
                compared++;
            }
        }
        assertThat(compared).isEqualTo(24);
    }

    @Test
    void the_history_of_a_card_has_what_its_figures_have() throws Exception {
        Browser viewer = SERVER.signedIn(VIEWER);
        String card = cards(viewer.get("/customers?sort=emails").body()).get(0);
        String byMonth = viewer.get(card).body();
        String byWeek = viewer.get(card + "?by=week").body();

        assertThat(rows(byMonth)).isEqualTo(2 * 12);
        assertThat(rows(byWeek)).isEqualTo(2 * 52);
        // The company's mail begins in March: all of it lies in months that begin in the window.
        Matcher emails =
                Pattern.compile("Emails</p><p class=\"figure\">([0-9,]+) ").matcher(byMonth);
        assertThat(emails.find()).isTrue();
        assertThat(sumOfFirstChart(byMonth))
                .isEqualTo(Long.parseLong(emails.group(1).replace(",", "")));
        assertThat(byMonth).contains("November 2026, so far").doesNotContain("October 2026, so far");
    }

    @Test
    void a_customer_that_is_not_there_is_not_found() throws Exception {
        Browser viewer = SERVER.signedIn(VIEWER);

        assertThat(viewer.get("/customers/none").statusCode()).isEqualTo(404);
        assertThat(viewer.get("/customers/~%21").statusCode()).isEqualTo(404);
        assertThat(viewer.get("/customers/~bm9uZQ").statusCode()).isEqualTo(404);
    }

    @Test
    void who_exports_is_a_contributor_and_gets_the_list_as_it_stands() throws Exception {
        HttpResponse<String> file = SERVER.signedIn(CONTRIBUTOR).get("/customers.csv?sort=name");

        assertThat(SERVER.signedIn(CONTRIBUTOR).get("/customers").body()).contains("Export as CSV");
        assertThat(SERVER.signedIn(VIEWER).get("/customers").body()).doesNotContain("Export as CSV");
        assertThat(SERVER.signedIn(VIEWER).get("/customers.csv").statusCode()).isEqualTo(403);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("customers.csv"));
        assertThat(file.body().lines()).hasSize(25);
        assertThat(file.body()).startsWith("CustomerId,Name,EngagementScore,");
    }

    @Test
    void every_look_at_a_customer_is_written_down() throws Exception {
        String card = cards(SERVER.signedIn(VIEWER).get("/customers").body()).get(0);
        SERVER.signedIn(VIEWER).get(card);

        AccessEvent last = SERVER.server
                .part(AccessLog.class)
                .list(Long.MAX_VALUE, "", java.util.Optional.empty(), 1)
                .get(0)
                .event();
        assertThat(last.subject()).isEqualTo("Customer");
        assertThat(last.detail()).isEqualTo(card.substring("/customers/".length()));
    }

    @Test
    void before_any_run_the_list_says_what_will_be_there() throws Exception {
        assertThat(TestServer.shared().signedIn(VIEWER).get("/customers").body())
                .contains("No enrichment has run yet");
    }

    @Test
    void administrators_see_the_same_list() throws Exception {
        assertThat(cards(SERVER.signedIn(ADMINISTRATOR).get("/customers").body()))
                .hasSize(24);
    }

    /** Opens the list and whatever it leads to that is about customers; says how many pages that were. */
    private static int walk(int who, java.util.function.BiConsumer<String, String> look) throws Exception {
        Set<String> seen = new HashSet<>();
        Map<String, Integer> kinds = new HashMap<>();
        List<String> next = new ArrayList<>(List.of("/", "/customers", "/enrichment", "/segments"));
        while (!next.isEmpty()) {
            String path = next.remove(next.size() - 1);
            String kind = path.replaceAll("(customers|segments)/[^?]+", "$1/*").replaceAll("=[^&]*", "");
            if (seen.contains(path) || kinds.merge(kind, 1, Integer::sum) > MOST_ALIKE) {
                continue;
            }
            seen.add(path);
            HttpResponse<String> answer = SERVER.signedIn(who).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            look.accept(path, answer.body().toLowerCase(Locale.ROOT));
            Matcher link = LINK.matcher(answer.body());
            while (link.find()) {
                String found = link.group(1).replace("&amp;", "&");
                // Every order and every choice, but not each with each.
                if (!found.contains("sort=") || !found.contains("show=")) {
                    next.add(found);
                }
            }
        }
        return seen.size();
    }

    /** As a word of its own, whatever case. */
    private static boolean contains(String body, String person) {
        String sought = person.toLowerCase(Locale.ROOT);
        for (int at = body.indexOf(sought); at >= 0; at = body.indexOf(sought, at + 1)) {
            if (!isLetter(body, at - 1) && !isLetter(body, at + sought.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static String input() throws IOException {
        StringBuilder input = new StringBuilder();
        for (Path folder : List.of(HOME.exports, HOME.folder.resolve("profiles"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    input.append(text(file));
                }
            }
        }
        return input.toString();
    }

    private static String text(Path file) throws IOException {
        try (InputStream bytes = file.toString().endsWith(".gz")
                ? new GZIPInputStream(Files.newInputStream(file))
                : Files.newInputStream(file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> cards(String body) {
        List<String> cards = new ArrayList<>();
        Matcher card = CARD.matcher(body);
        while (card.find()) {
            cards.add(card.group(1));
        }
        return cards;
    }

    /** Of the list, or the one of a card. */
    private static List<BigDecimal> scores(String body) {
        List<BigDecimal> scores = new ArrayList<>();
        Matcher score = Pattern.compile("(?:class=\"scored\"><span>|score</p><p class=\"figure\">)([0-9.]+)")
                .matcher(body);
        while (score.find()) {
            scores.add(new BigDecimal(score.group(1)));
        }
        return scores;
    }

    private static int rows(String body) {
        return body.split("data-label=", -1).length - 1;
    }

    private static long sumOfFirstChart(String body) {
        Matcher value = Pattern.compile("data-value=\"([0-9]+)\"")
                .matcher(
                        body.substring(body.indexOf("data-chart=\"emails\""), body.indexOf("data-chart=\"meetings\"")));
        long sum = 0;
        while (value.find()) {
            sum += Long.parseLong(value.group(1));
        }
        return sum;
    }
}
