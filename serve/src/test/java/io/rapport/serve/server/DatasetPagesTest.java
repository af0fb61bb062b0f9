package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType.Scalar;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.lake.Lake;
import io.rapport.lake.manifest.DatasetContent;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.dataset.Samples;
import io.rapport.serve.web.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a small company's lake holds, as pages show it. */
class DatasetPagesTest {

    private static final int ADMINISTRATOR = 0;
    private static final int CONTRIBUTOR = 1;
    private static final int VIEWER = 2;

    private static final TestServer SERVER = EnrichedHome.shared().server;

    @Test
    void the_catalog_names_every_dataset_and_what_there_is_of_it() throws Exception {
        String catalog = SERVER.signedIn(ADMINISTRATOR).get("/datasets").body();

        for (Dataset dataset : Datasets.all()) {
            assertThat(catalog).contains("<a href=\"/datasets/" + dataset + "\">", dataset.meaning());
        }
        for (DatasetContent content : SERVER.server.part(Lake.class).contents()) {
            assertThat(catalog)
                    .contains("<td class=\"number\">" + Say.count(content.rows()) + "</td>")
                    .contains("/datasets/" + content.dataset() + "/extract");
        }
        assertThat(catalog).doesNotContain("/datasets/TeamsChannelActivity_v0/extract");
        assertThat(SERVER.signedIn(CONTRIBUTOR).get("/datasets").body())
                .contains("/datasets/Message_v1/extract")
                .doesNotContain("/datasets/User_v1/extract")
                .contains("each row is somebody");
    }

    @Test
    void a_page_says_what_a_dataset_may_hold_and_from_when_it_is() throws Exception {
        String page = SERVER.signedIn(ADMINISTRATOR)
                .get("/datasets/basicdataset_v0.outlookcontactactivity_v0")
                .body();

        for (Column column : Datasets.OUTLOOK_CONTACT_ACTIVITY.columns()) {
            assertThat(page).contains("<code>" + column.name() + "</code>", column.meaning());
        }
        assertThat(page)
                .contains("<td>Date</td>")
                .contains("<span class=\"year\">2026</span>")
                .contains("level-7")
                .contains("<th scope=\"row\">Mar 2026</th>");
        assertThat(SERVER.signedIn(ADMINISTRATOR)
                        .get("/datasets/TeamsChannelActivity_v0")
                        .body())
                .contains("Nothing has landed yet");
        assertThat(SERVER.signedIn(ADMINISTRATOR).get("/datasets/Nothing_v1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void only_administrators_see_whose_the_sample_rows_are() throws Exception {
        Browser administrator = SERVER.signedIn(ADMINISTRATOR);
        Browser contributor = SERVER.signedIn(CONTRIBUTOR);
        Browser viewer = SERVER.signedIn(VIEWER);
        int seen = 0;
        for (Dataset dataset : Datasets.all()) {
            List<String> secrets = secrets(dataset);
            String whole = content(administrator.get("/datasets/" + dataset).body());
            String disguised = content(contributor.get("/datasets/" + dataset).body());
            for (String secret : secrets) {
                String written =
                        secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
                assertThat(whole).as(dataset.name()).contains(written);
                assertThat(disguised).as(dataset.name()).doesNotContain(written).doesNotContain(secret);
            }
            seen += secrets.size();
            assertThat(viewer.get("/datasets/" + dataset).statusCode()).isEqualTo(403);
        }
        assertThat(seen).as("ids and addresses in the samples").isGreaterThan(100);
        administrator.get("/datasets/User_v1");
        AccessEvent last =
                SERVER.server.part(AccessLog.class).findLast().orElseThrow().event();
        assertThat(last.subject()).isEqualTo("Dataset");
        assertThat(last.detail()).isEqualTo("User_v1");
    }

    private static String content(String page) {
        return page.substring(page.indexOf("<main"));
    }

    /** What the samples hold of keys, addresses and names. */
    private static List<String> secrets(Dataset dataset) {
        List<String> secrets = new ArrayList<>();
        for (Map<?, ?> row : SERVER.server.part(Samples.class).rows(dataset)) {
            for (Column column : dataset.columns()) {
                boolean isText = column.type() == Scalar.TEXT || column.type() == Scalar.ADDRESS;
                boolean isOfAProgram = List.of("SignalType", "AppName").contains(column.name());
                if (isText && !isOfAProgram && row.get(column.name()) instanceof String text && text.length() > 3) {
                    secrets.add(text);
                }
            }
        }
        return secrets;
    }
}
