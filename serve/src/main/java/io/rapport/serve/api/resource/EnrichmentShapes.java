package io.rapport.serve.api.resource;

import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.enrichment.EnrichmentState;
import java.util.ArrayList;
import java.util.List;

/** Enrichments, as the API tells them. Whose mail counts, and who agreed, stay within. */
final class EnrichmentShapes {

    private static final String COMMAND_LINE = "command-line";

    static final Shape<KnownEnrichment> ENRICHMENT = Shape.of(KnownEnrichment.class, "Enrichment", "An enrichment.")
            .text("output", "Name of its output table; never another's.", KnownEnrichment::output)
            .text("name", "For people.", KnownEnrichment::name)
            .choice(
                    "state",
                    "Where it stands; command-line: nobody saved it, it only ran.",
                    states(),
                    known -> known.saved().map(saved -> Words.of(saved.state())).orElse(COMMAND_LINE))
            .textOrNull(
                    "schedule",
                    "When it runs by itself, for example daily 06:00; null for one of the command line.",
                    known -> known.saved().map(saved -> saved.schedule().text()).orElse(null))
            .textOrNull(
                    "timeZone",
                    "In which days begin.",
                    known ->
                            known.saved().map(saved -> saved.timeZone().getId()).orElse(null))
            .timeOrNull(
                    "nextRunAt",
                    "When it runs by itself next; null where it doesn't.",
                    known -> known.saved().flatMap(saved -> saved.findNextRun()).orElse(null))
            .flag("isPrimary", "Whether pages show it where none is chosen.", KnownEnrichment::isPrimary)
            .countOrNull(
                    "accounts",
                    "Customers of the latest run that delivered tables.",
                    known -> known.counts().map(counts -> counts.accounts()).orElse(null))
            .countOrNull(
                    "engaged",
                    "Those of them with an email or meeting in the year.",
                    known -> known.counts().map(counts -> counts.engaged()).orElse(null))
            .oneOrNull(
                    "lastRun", "Whatever came of it; null before the first.", RunShapes.RUN, KnownEnrichment::lastRun)
            .build();

    private EnrichmentShapes() {}

    private static List<String> states() {
        List<String> states = new ArrayList<>(Words.all(EnrichmentState.class));
        states.add(COMMAND_LINE);
        return states;
    }
}
