package io.rapport.serve.server;

import static io.rapport.serve.server.SegmentForms.customers;
import static io.rapport.serve.server.SegmentForms.fields;
import static io.rapport.serve.server.SegmentForms.figures;
import static io.rapport.serve.server.SegmentForms.ids;
import static io.rapport.serve.server.SegmentForms.location;
import static io.rapport.serve.server.SegmentForms.number;
import static io.rapport.serve.server.SegmentForms.save;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.rapport.model.duckdb.account.AccountColumn;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.segment.ReadyMade;
import io.rapport.serve.segment.Segment;
import io.rapport.serve.segment.SegmentCounts;
import io.rapport.serve.segment.SegmentRound;
import io.rapport.serve.segment.Segments;
import io.rapport.serve.state.ServeState;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Segments of a small company's customers. */
class SegmentPagesTest {

    private static final int CONTRIBUTOR = 1;
    private static final int VIEWER = 2;

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final String OFFICE = HOME.spec.output();

    @Test
    void the_example_of_the_source_document_can_be_built_and_is_the_ready_made_one() throws Exception {
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        List<String> sizes = new ArrayList<>();
        for (int days : List.of(60, 20, 5)) {
            String built = save(
                    contributor,
                    "More than " + days,
                    "all",
                    "DaysSinceLastEmail more-than " + days,
                    "DaysSinceLastMeeting more-than " + days);
            List<String> members = ids(contributor.get(built + "/members.csv"));
            assertThat(members)
                    .containsExactlyInAnyOrderElementsOf(customers(row ->
                            number(row, "DaysSinceLastEmail") > days && number(row, "DaysSinceLastMeeting") > days));
            assertThat(contributor.get(built).body())
                    .contains("Days since last email is more than " + days
                            + " and days since last meeting is more than " + days + ".");
            if (days == 60) {
                assertThat(members).containsExactlyElementsOf(ids(contributor.get("/segments/stale/members.csv")));
            }
            sizes.add(String.valueOf(members.size()));
        }
        assertThat(sizes).as("none of them says anything where all are empty").isNotEqualTo(List.of("0", "0", "0"));
    }

    @Test
    void ready_made_ones_have_those_that_the_list_of_customers_marks_so() throws Exception {
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        Map<String, List<String>> marks = Map.of(
                "stale", List.of("Stale"),
                "going-quiet", List.of("Going quiet"),
                "rising", List.of("Rising"),
                "single-threaded", List.of("Held by one of ours", "Held by one of theirs"),
                "one-way", List.of("One-way"));
        String list = contributor.get("/segments").body();
        for (ReadyMade made : ReadyMade.values()) {
            List<String> members = ids(contributor.get("/segments/" + made.id() + "/members.csv"));
            List<String> wanted = marks.getOrDefault(made.id(), List.of());
            assertThat(wanted).isNotEmpty();
            assertThat(members)
                    .as(made.id())
                    .containsExactlyInAnyOrderElementsOf(customers(
                            row -> List.of(row.getField("Words").split("; ", -1)).stream()
                                    .anyMatch(wanted::contains)));
            assertThat(list).contains(made.title());
            assertThat(contributor.get("/segments/" + made.id()).body())
                    .contains("<p class=\"figure\">" + members.size() + " <span");
        }
    }

    @Test
    void who_joined_and_left_since_the_last_run_is_counted_after_each_run_and_stays() throws Exception {
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        String built = save(contributor, "High scores", "all", "EngagementScore at-least 50");
        long joined = customers(row -> number(row, "EngagementScore") >= 50 && number(row, "ScoreBefore") < 50)
                .size();
        long left = customers(row -> number(row, "EngagementScore") < 50 && number(row, "ScoreBefore") >= 50)
                .size();
        long members = customers(row -> number(row, "EngagementScore") >= 50).size();

        String page = contributor.get(built).body();
        assertThat(figures(page))
                .containsExactly(String.valueOf(members), String.valueOf(joined), String.valueOf(left));
        assertThat(page).contains("since the run as of 31 Oct 2026");

        SERVER.server.part(SegmentRound.class).round();
        SegmentCounts counts = SERVER.server.part(SegmentCounts.class);
        Segment quiet = ReadyMade.GOING_QUIET.of(OFFICE);
        assertThat(counts.history(quiet))
                .as("counted though nobody looked")
                .first()
                .satisfies(count -> assertThat(count.asOf()).isEqualTo(EnrichedHome.SECOND));
        assertThat(counts.history(quiet).get(0).findEarlier()).contains(EnrichedHome.FIRST);
    }

    @Test
    void who_joined_and_left_is_named_on_the_page() throws Exception {
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        String built = save(contributor, "Fifty and more", "all", "EngagementScore at-least 50");
        List<String> joined = names(row -> number(row, "EngagementScore") >= 50 && number(row, "ScoreBefore") < 50);
        List<String> left = names(row -> number(row, "EngagementScore") < 50 && number(row, "ScoreBefore") >= 50);
        assertThat(joined.size() + left.size())
                .as("otherwise there is nothing to see")
                .isPositive();

        String page = SERVER.signedIn(VIEWER).get(built).body();
        String changes = page.substring(page.indexOf("Since the run as of 31 Oct 2026"));

        assertThat(changes.indexOf(">Joined<")).isPositive().isLessThan(changes.indexOf(">Left<"));
        assertThat(named(changes.substring(changes.indexOf(">Joined<"), changes.indexOf(">Left<"))))
                .containsExactlyInAnyOrderElementsOf(joined);
        assertThat(named(changes.substring(changes.indexOf(">Left<")))).containsExactlyInAnyOrderElementsOf(left);
    }

    @Test
    void a_segment_whose_output_is_gone_says_so_and_what_it_last_had() throws Exception {
        Segments segments = SERVER.server.part(Segments.class);
        Segment lost = segments.add(
                "Of a table that went",
                "GoneForGood",
                new AccountRule.Group(true, List.of(AccountRule.marked(AccountColumn.RISING))),
                "somebody");
        SERVER.server
                .part(ServeState.class)
                .run(db -> db.sql("""
                                insert into segment_count (segment, output, run, as_of, earlier_as_of, members, joined, gone)
                                values (:id, 'GoneForGood', 'r1', '2026-09-30', null, 1234, 0, 0)
                                """).param("id", lost.id()).update());
        Browser viewer = SERVER.signedIn(VIEWER);

        assertThat(viewer.get("/segments").body())
                .contains("Of a table that went")
                .contains("No output")
                .contains("as of 30 Sep 2026");
        assertThat(viewer.get("/segments/" + lost.id()).body())
                .contains("There is no output “GoneForGood” at the moment")
                .contains("As of 30 Sep 2026 the segment had 1,234 members.");
        assertThat(SERVER.signedIn(CONTRIBUTOR)
                        .get("/segments/" + lost.id() + "/members.csv")
                        .statusCode())
                .isEqualTo(404);
        assertThat(segments.delete(lost.id())).isTrue();
    }

    @Test
    void the_builder_counts_while_it_is_filled_and_keeps_what_was_typed() throws Exception {
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        String fields = "name=Half&r.match=any&r.0.column=EngagementScore&r.0.operator=at-least&r.0.value=0";

        assertThat(contributor.get("/segments/new").body()).contains("Choose a column, and how it compares");
        assertThat(contributor.get("/segments/new?" + fields).body())
                .contains("<p class=\"verdict\">24</p>")
                .contains("value=\"Half\"")
                .contains("and 16 more");
        String preview = contributor.get("/segments/preview?" + fields).body();
        assertThat(preview).contains("<p class=\"verdict\">24</p>").doesNotContain("<html");
        String more = contributor.get("/segments/new?" + fields + "&do=add-r").body();
        assertThat(more).contains("name=\"r.1.column\"").doesNotContain("class=\"error\"");
        String counted = contributor
                .get("/segments/new?" + fields + "&r.1.column=&do=count")
                .body();
        assertThat(counted).contains("<p class=\"error\" id=\"r-1-wrong\">Choose a column.</p>");
        assertThat(contributor.get("/segments/new?like=single-threaded").body())
                .contains("name=\"r.1.column\"")
                .contains("<option value=\"SingleThreadedTheirs\" selected>");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_nothing_is_saved() throws Exception {
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        int before = SERVER.server.part(Segments.class).list().size();
        contributor.get("/segments/new");
        Map<String, String> fields =
                new LinkedHashMap<>(fields("any", "Days more-than 60", "DaysSinceLastEmail contains a"));
        fields.put("name", " ");
        fields.put("enrichment", OFFICE + "s");
        fields.put("r.2.match", "all");

        HttpResponse<String> answer = contributor.post("/segments", fields);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Give the segment a name.")
                .contains("Did you mean " + OFFICE + "?")
                .contains("There is no column “Days”.")
                .contains("“contains” is for a text")
                .contains("This group has no condition.");
        assertThat(contributor.post("/segments", Map.of()).statusCode()).isEqualTo(400);
        Map<String, String> hostile = fields("all", "AccountName is x");
        hostile.put("name", "<script>alert(1)</script>");
        hostile.put("r.0.value", "' or 1=1; <img src=x> \" --");
        String saved = location(contributor.post("/segments", hostile));
        assertThat(contributor.get(saved).body())
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x>");
        assertThat(ids(contributor.get(saved + "/members.csv"))).isEmpty();
        hostile.put("name", "<SCRIPT>alert(1)</SCRIPT>");
        assertThat(contributor.post("/segments", hostile).body()).contains("Another segment has that name");
        contributor.get(saved + "/delete");
        contributor.post(saved + "/delete", Map.of());
        assertThat(SERVER.server.part(Segments.class).list()).hasSize(before);
        assertThat(contributor.get(saved).statusCode()).isEqualTo(404);
        assertThat(contributor
                        .get("/segments/new?r.match=&do=%00&like=none&enrichment=none")
                        .statusCode())
                .isEqualTo(200);
        assertThat(contributor.get("/segments/stale?sort=drop&page=-3&q=%00").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_viewer_looks_and_everything_is_written_down() throws Exception {
        Browser viewer = SERVER.signedIn(VIEWER);
        assertThat(viewer.get("/segments").body()).doesNotContain("New segment").contains("Stale accounts");
        String members = viewer.get("/segments/stale").body();
        assertThat(members)
                .doesNotContain(">Export<")
                .doesNotContain("Make a variant")
                .doesNotContain(">Edit<");
        assertThat(last().subject()).isEqualTo("Segment");
        assertThat(last().detail()).isEqualTo("stale");
        assertThat(viewer.get("/segments/stale/members.csv").statusCode()).isEqualTo(403);

        HttpResponse<String> file = SERVER.signedIn(CONTRIBUTOR).get("/segments/rising/members.csv");
        assertThat(file.body()).startsWith("CustomerId,Name,");
        assertThat(last().action()).isEqualTo(AccessAction.EXPORT);
        assertThat(last().detail()).contains("rising").contains("csv");
    }

    @Test
    void before_any_run_the_page_says_what_will_be_there() throws Exception {
        TestServer empty = TestServer.shared();
        assertThat(empty.signedIn(CONTRIBUTOR).get("/segments").body()).contains("No enrichment has run yet");
        assertThat(empty.signedIn(CONTRIBUTOR).get("/segments/new").body()).contains("No enrichment has run yet");
        assertThat(empty.signedIn(CONTRIBUTOR).get("/segments/stale").statusCode())
                .isEqualTo(404);
    }

    private static AccessEvent last() {
        return SERVER.server
                .part(AccessLog.class)
                .list(Long.MAX_VALUE, "", Optional.empty(), 1)
                .get(0)
                .event();
    }

    /** The first ten names, as a page of changes has them. */
    private static List<String> named(String part) {
        List<String> names = new ArrayList<>();
        Matcher name =
                Pattern.compile("<li><div>\\s*(?:<a [^>]*>)?<bdi>([^<]*)</bdi>").matcher(part);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private static List<String> names(Predicate<NamedCsvRecord> wanted) throws Exception {
        String all = SERVER.signedIn(CONTRIBUTOR)
                .get("/customers.csv?enrichment=" + OFFICE)
                .body();
        return CsvReader.builder().ofNamedCsvRecord(all).stream()
                .filter(wanted)
                .map(row -> row.getField("Name"))
                .toList();
    }
}
