package io.rapport.serve.web.enrichment;

import java.util.List;

/**
 * Why the numbers of a run are what they are.
 *
 * @param name of the enrichment
 * @param back address of its overview
 * @param sections in the contract's order
 * @param domains with the most emails that belong to no customer
 * @param addHref where contacts are added, and the domain goes behind it; empty where the contacts are of a file
 */
public record CoverageView(
        String name, String back, String asOf, List<Section> sections, List<Domain> domains, String addHref) {

    /** A part of the report. */
    public record Section(String id, String title, List<Line> lines) {}

    /** A count; the reason is empty where it counts what is there. */
    public record Line(String item, String reason, String count) {}

    /** A domain outside; the width is in percent of the first. */
    public record Domain(String name, String emails, int width) {}
}
