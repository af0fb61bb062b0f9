package io.rapport.serve.api.resource;

import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentResults;
import io.rapport.serve.enrichment.Enrichments;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All enrichments of a home: the saved ones, then those that ran on the command line. Thread-safe. */
public final class KnownEnrichments {

    private final Enrichments enrichments;
    private final EnrichmentResults results;
    private final ServedRuns served;

    public KnownEnrichments(Enrichments enrichments, EnrichmentResults results, ServedRuns served) {
        this.enrichments = enrichments;
        this.results = results;
        this.served = served;
    }

    List<KnownEnrichment> list() {
        Set<String> outputs = new LinkedHashSet<>();
        enrichments.list().forEach(saved -> outputs.add(saved.output()));
        results.list().forEach(runs -> outputs.add(runs.get(0).request().output()));
        return outputs.stream().flatMap(output -> find(output).stream()).toList();
    }

    Optional<KnownEnrichment> find(String output) {
        Optional<Enrichment> saved = enrichments.find(output);
        KnownEnrichment known = new KnownEnrichment(
                output,
                saved,
                results.runs(output).stream().findFirst(),
                results.findCounts(output),
                served.outputs().stream().findFirst().filter(output::equals).isPresent());
        return saved.isPresent() || known.lastRun().isPresent() ? Optional.of(known) : Optional.empty();
    }
}
