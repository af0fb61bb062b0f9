package io.rapport.serve.web.enrichment;

import io.rapport.model.duckdb.account.CoverageLine;
import io.rapport.serve.enrichment.EnrichmentResult;
import io.rapport.serve.web.Say;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A run's coverage report as people read it. */
final class CoverageWords {

    /** Their items are domains, not words. */
    private static final String DOMAINS = "Unmatched domains";

    private CoverageWords() {}

    static CoverageView view(EnrichmentResult result, Instant now) {
        List<CoverageLine> lines = result.coverage();
        List<CoverageLine> domains =
                lines.stream().filter(line -> line.section().equals(DOMAINS)).toList();
        long most = domains.stream().mapToLong(CoverageLine::count).max().orElse(1);
        return new CoverageView(
                result.latest().run().request().enrichment(),
                "/enrichment/" + result.latest().output(),
                EnrichmentWords.asOf(result.latest(), now),
                lines.stream()
                        .map(CoverageLine::section)
                        .distinct()
                        .filter(section -> !section.equals(DOMAINS))
                        .map(section -> section(section, lines))
                        .toList(),
                domains.stream()
                        .map(line -> new CoverageView.Domain(
                                line.item(), Say.count(line.count()), (int) (line.count() * 100 / most)))
                        .toList(),
                result.latest()
                        .run()
                        .request()
                        .findProfiles()
                        .map(used -> "/profiles/add-contact/" + result.latest().output() + "?domain=")
                        .orElse(""));
    }

    private static CoverageView.Section section(String title, List<CoverageLine> lines) {
        return new CoverageView.Section(
                title.toLowerCase(Locale.ROOT).replace(' ', '-'),
                title,
                lines.stream()
                        .filter(line -> line.section().equals(title))
                        .map(line -> new CoverageView.Line(
                                line.item(), line.findReason().orElse(""), Say.count(line.count())))
                        .toList());
    }
}
