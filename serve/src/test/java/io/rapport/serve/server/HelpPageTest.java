package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.model.run.OutputTable;
import io.rapport.serve.web.customer.Word;
import org.junit.jupiter.api.Test;

/** What words and numbers mean, and the way to a customer, on every page. */
class HelpPageTest {

    private static final int VIEWER = 2;
    private static final TestServer SERVER = TestServer.shared();

    @Test
    void every_word_and_every_column_has_its_meaning() throws Exception {
        String help = SERVER.signedIn(VIEWER).get("/help").body();

        for (Word word : Word.values()) {
            assertThat(help).contains("<dt>" + word.title() + "</dt><dd>" + word.meaning() + "</dd>");
        }
        OutputTable.ENGAGEMENT
                .definitions()
                .forEach(column -> assertThat(help).contains("<code>" + column.name() + "</code>", column.meaning()));
    }

    @Test
    void every_page_leads_to_help_and_finds_customers() throws Exception {
        assertThat(SERVER.signedIn(VIEWER).get("/").body())
                .contains("href=\"/help\"")
                .contains("<form class=\"seek\" method=\"get\" action=\"/customers\"");
    }
}
