package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The list of enrichments, their overviews and coverage, on a small company's mail. */
class EnrichmentPagesTest {

    private static final int ADMINISTRATOR = 0;
    private static final int VIEWER = 2;
    private static final TestServer SERVER = EnrichedHome.shared().server;

    @Test
    void the_list_leads_to_the_overview_of_the_latest_run() throws Exception {
        String list = SERVER.signedIn(VIEWER).get("/enrichment").body();
        String overview = SERVER.signedIn(VIEWER).get("/enrichment/Office").body();

        assertThat(list).contains("href=\"/enrichment/Office\"").contains(" of 24</td>");
        assertThat(overview)
                .contains("Customers enriched")
                .contains("People processed")
                .contains("Days of data")
                .contains("href=\"/customers?enrichment=Office\"")
                .contains("21 Nov 2025 to 20 Nov 2026");
    }

    @Test
    void the_overview_has_each_run_and_what_it_came_to() throws Exception {
        String overview = SERVER.signedIn(VIEWER).get("/enrichment/Office").body();

        assertThat(overview.split("<th scope=\"row\" class=\"nowrap\">31 Oct 2026</th>", -1))
                .as("once in the history and once among the runs")
                .hasSize(3);
        assertThat(overview).contains(">Successful<");
    }

    @Test
    void the_coverage_with_its_reasons_is_for_administrators() throws Exception {
        String coverage = SERVER.signedIn(ADMINISTRATOR)
                .get("/enrichment/Office/coverage")
                .body();

        assertThat(SERVER.signedIn(VIEWER).get("/enrichment/Office").body()).doesNotContain("/coverage");
        assertThat(SERVER.signedIn(ADMINISTRATOR).get("/enrichment/Office").body())
                .contains("/coverage");
        assertThat(SERVER.signedIn(VIEWER).get("/enrichment/Office/coverage").statusCode())
                .isEqualTo(403);
        assertThat(coverage)
                .contains("Listed people with data")
                .contains("Emails counted")
                .contains("Domains of nobody");
    }

    @Test
    void an_enrichment_that_is_not_there_is_not_found() throws Exception {
        assertThat(SERVER.signedIn(VIEWER).get("/enrichment/Elsewhere").statusCode())
                .isEqualTo(404);
        assertThat(SERVER.signedIn(ADMINISTRATOR).get("/enrichment/..%2Foutput").statusCode())
                .isNotEqualTo(200);
        assertThat(TestServer.shared().signedIn(VIEWER).get("/enrichment").body())
                .contains("No enrichment has run yet");
    }
}
