package io.rapport.serve.server;

import static io.rapport.serve.server.SegmentForms.customers;
import static io.rapport.serve.server.SegmentForms.fields;
import static io.rapport.serve.server.SegmentForms.figures;
import static io.rapport.serve.server.SegmentForms.ids;
import static io.rapport.serve.server.SegmentForms.location;
import static io.rapport.serve.server.SegmentForms.number;
import static io.rapport.serve.server.SegmentForms.save;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.state.ServeState;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Segments that are changed after they were saved. */
class SegmentEditPagesTest {

    private static final int CONTRIBUTOR = 1;

    private static final EnrichedHome HOME = EnrichedHome.shared();
    private static final TestServer SERVER = HOME.server;
    private static final String OFFICE = HOME.spec.output();

    @Test
    void a_segment_is_edited_in_the_same_builder_and_keeps_what_was_counted() throws Exception {
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        String built = save(contributor, "To be edited", "all", "EngagementScore at-least 50");
        String id = built.substring(built.lastIndexOf('/') + 1);
        SERVER.server
                .part(ServeState.class)
                .run(db -> db.sql("""
                        insert into segment_count (segment, output, run, as_of, earlier_as_of, members, joined, gone)
                        values (:id, :output, 'r0', '2026-09-30', null, 77, 0, 0)
                        """).param("id", id).param("output", OFFICE).update());
        String builder = contributor.get(built + "/edit").body();
        assertThat(builder)
                .contains("Edit <bdi>To be edited</bdi>")
                .contains("value=\"To be edited\"")
                .contains("<option value=\"at-least\" selected>")
                .contains("value=\"50\"")
                .contains("name=\"edition\" value=\"1\"");

        Map<String, String> fields = fields("all", "EngagementScore at-least 20");
        fields.put("name", "Edited");
        fields.put("edition", "1");
        assertThat(location(contributor.post(built, fields))).isEqualTo(built);

        String page = contributor.get(built).body();
        long members = customers(row -> number(row, "EngagementScore") >= 20).size();
        assertThat(figures(page).get(0)).isEqualTo(String.valueOf(members));
        assertThat(page)
                .contains("Edited")
                .contains("is at least 20.")
                .contains("by the rule of then")
                .contains(">77<");
        assertThat(ids(contributor.get(built + "/members.csv"))).hasSize((int) members);
    }

    @Test
    void an_edit_of_what_somebody_else_changed_keeps_what_was_typed_and_can_be_saved_once_more() throws Exception {
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        String built = save(contributor, "Two at once", "all", "EngagementScore at-least 50");
        contributor.get(built + "/edit");
        Map<String, String> mine = fields("all", "EngagementScore at-least 70");
        mine.put("name", "Two at once");
        mine.put("edition", "1");
        Map<String, String> theirs = fields("all", "EngagementScore at-least 10");
        theirs.put("name", "Two at once");
        theirs.put("edition", "1");
        location(contributor.post(built, theirs));

        HttpResponse<String> late = contributor.post(built, mine);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Somebody else changed Two at once in the meantime")
                .contains("value=\"70\"")
                .contains("name=\"edition\" value=\"2\"");
        assertThat(contributor.get(built).body()).contains("is at least 10.");
        mine.put("edition", "2");
        location(contributor.post(built, mine));
        assertThat(contributor.get(built).body()).contains("is at least 70.");

        mine.put("name", "stale accounts");
        mine.put("r.0.value", "many");
        mine.put("edition", "one");
        HttpResponse<String> wrong = contributor.post(built, mine);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Another segment has that name").contains("“many” is no number");
        assertThat(contributor.get("/segments/stale/edit").statusCode())
                .as("a ready-made one is nobody's to edit")
                .isEqualTo(404);
        assertThat(contributor.post("/segments/stale", mine).statusCode()).isEqualTo(404);
    }
}
