package io.rapport.serve.web.enrichment;

import io.rapport.serve.web.job.JobView;
import java.util.List;

/**
 * The enrichments of a home.
 *
 * @param lines one for each output table that a run was asked for
 * @param jobs those that wait or run; for administrators alone
 */
public record EnrichmentsView(List<Line> lines, List<JobView> jobs) {

    /**
     * An enrichment.
     *
     * @param href of its overview; empty where no run has delivered yet
     * @param state of its latest run, as a word, and
     * @param colour as the class of its colour
     */
    public record Line(
            String name, String output, String href, String state, String colour, String enriched, String refreshed) {}
}
