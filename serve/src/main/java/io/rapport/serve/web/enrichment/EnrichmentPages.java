package io.rapport.serve.web.enrichment;

import io.rapport.model.duckdb.account.AccountCounts;
import io.rapport.serve.enrichment.Draft;
import io.rapport.serve.enrichment.Drafts;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentResult;
import io.rapport.serve.enrichment.EnrichmentResults;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.run.Run;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Enrichments: what is offered, the list, an overview of each with its run, and its coverage. */
@RestController
public class EnrichmentPages {

    private static final String SECTION = "enrichment";

    private final Pages pages;
    private final EnrichmentResults results;
    private final Enrichments enrichments;
    private final Drafts drafts;
    private final SavedWords words;
    private final RunPanes panes;
    private final ExportWords exports;
    private final InstantSource instants;

    public EnrichmentPages(
            Pages pages,
            EnrichmentResults results,
            Enrichments enrichments,
            Drafts drafts,
            SavedWords words,
            RunPanes panes,
            ExportWords exports,
            InstantSource instants) {
        this.pages = pages;
        this.results = results;
        this.enrichments = enrichments;
        this.drafts = drafts;
        this.words = words;
        this.panes = panes;
        this.exports = exports;
        this.instants = instants;
    }

    @GetMapping("/enrichment")
    ResponseEntity<String> list(HttpServletRequest request, @RequestParam(name = "tab", defaultValue = "") String tab) {
        List<EnrichmentsView.Line> lines = new ArrayList<>();
        enrichments.list().forEach(saved -> lines.add(line(saved)));
        List<String> savedOutputs =
                lines.stream().map(EnrichmentsView.Line::output).toList();
        results.list().stream()
                .filter(runs -> !savedOutputs.contains(runs.get(0).request().output()))
                .forEach(runs -> lines.add(line(runs)));
        List<EnrichmentsView.DraftLine> mine = isAdministrator() ? drafts() : List.of();
        boolean isDiscovering = tab.equals("discover") || (tab.isEmpty() && lines.isEmpty() && mine.isEmpty());
        return pages.page(
                request,
                "Enrichment",
                SECTION,
                "enrichment/list.jte",
                new EnrichmentsView(isDiscovering, lines, mine, isAdministrator()));
    }

    @GetMapping("/enrichment/{output}")
    ResponseEntity<String> overview(HttpServletRequest request, @PathVariable("output") String output) {
        Optional<Enrichment> saved = enrichments.find(output);
        Optional<EnrichmentResult> result = results.find(output);
        Instant now = instants.instant();
        EnrichmentView view = result.map(came -> EnrichmentWords.overview(
                        came,
                        saved.map(any -> words.part(any, role(), true)).orElse(null),
                        exports.find(output, isAdministrator()),
                        role(),
                        now))
                .or(() -> saved.map(any ->
                        EnrichmentWords.undelivered(any, results.runs(output), words.part(any, role(), false), now)))
                .orElseThrow(NotThere::new);
        return pages.page(
                request, saved.map(Enrichment::name).orElse(view.name()), SECTION, "enrichment/overview.jte", view);
    }

    /** How far the run is, again. */
    @GetMapping("/enrichment/{output}/progress")
    ResponseEntity<String> progress(@PathVariable("output") String output) {
        RunPane pane = enrichments
                .find(output)
                .flatMap(saved -> panes.find(saved.output()))
                .orElseThrow(NotThere::new);
        return pages.part("enrichment/_run.jte", pane);
    }

    /** Every count with its reason. */
    @GetMapping("/enrichment/{output}/coverage")
    ResponseEntity<String> coverage(HttpServletRequest request, @PathVariable("output") String output) {
        CoverageView view = CoverageWords.view(results.find(output).orElseThrow(NotThere::new), instants.instant());
        return pages.page(request, "Coverage", SECTION, "enrichment/coverage.jte", view);
    }

    private EnrichmentsView.Line line(Enrichment saved) {
        Optional<RunPane> pane = panes.find(saved.output());
        List<Run> runs = results.runs(saved.output());
        return new EnrichmentsView.Line(
                saved.name(),
                saved.output(),
                "/enrichment/" + saved.output(),
                saved.state().words(),
                saved.state().colour(),
                pane.map(RunPane::state).orElse(""),
                pane.map(RunPane::colour).orElse(""),
                enriched(saved.output()),
                refreshed(runs),
                SavedWords.may(saved, role()));
    }

    private EnrichmentsView.Line line(List<Run> runs) {
        Run latest = runs.get(0);
        String output = latest.request().output();
        String enriched = enriched(output);
        return new EnrichmentsView.Line(
                latest.request().enrichment(),
                output,
                enriched.isEmpty() ? "" : "/enrichment/" + output,
                "Command line",
                "waiting",
                latest.state().words(),
                EnrichmentWords.colour(latest.state()),
                enriched,
                refreshed(runs),
                EnrichmentsView.May.NOTHING);
    }

    private String enriched(String output) {
        return results.findCounts(output)
                .map((AccountCounts counts) -> Say.count(counts.engaged()) + " of " + Say.count(counts.accounts()))
                .orElse("");
    }

    private String refreshed(List<Run> runs) {
        return runs.stream()
                .filter(run -> run.state().isDelivered())
                .findFirst()
                .map(run -> Say.ago(run.startedAt(), instants.instant()))
                .orElse("");
    }

    private List<EnrichmentsView.DraftLine> drafts() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .map(person -> drafts.list(person.id()))
                .orElse(List.of())
                .stream()
                .map(this::line)
                .toList();
    }

    private EnrichmentsView.DraftLine line(Draft draft) {
        return new EnrichmentsView.DraftLine(
                draft.id(),
                draft.fields().value(SpecFields.NAME),
                draft.findEdits()
                        .flatMap(enrichments::findById)
                        .map(Enrichment::name)
                        .orElse(""),
                Say.ago(draft.changedAt(), instants.instant()));
    }

    private static Role role() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .map(Person::role)
                .orElse(Role.VIEWER);
    }

    private static boolean isAdministrator() {
        return role().mayActAs(Role.ADMINISTRATOR);
    }
}
