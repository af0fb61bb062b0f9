package io.rapport.serve.web.enrichment;

import io.rapport.serve.enrichment.EnrichmentResult;
import io.rapport.serve.enrichment.EnrichmentResults;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.job.JobView;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Enrichments: the list, an overview of each, and its coverage. */
@RestController
public class EnrichmentPages {

    private static final String SECTION = "enrichment";
    private static final int LOOKED_THROUGH = 100;

    private final Pages pages;
    private final EnrichmentResults results;
    private final Jobs jobs;
    private final InstantSource instants;

    public EnrichmentPages(Pages pages, EnrichmentResults results, Jobs jobs, InstantSource instants) {
        this.pages = pages;
        this.results = results;
        this.jobs = jobs;
        this.instants = instants;
    }

    @GetMapping("/enrichment")
    ResponseEntity<String> list(HttpServletRequest request) {
        EnrichmentsView view = new EnrichmentsView(
                results.list().stream()
                        .map(runs -> EnrichmentWords.line(
                                runs.get(0),
                                results.findCounts(runs.get(0).request().output())
                                        .orElse(null),
                                instants.instant()))
                        .toList(),
                isAdministrator() ? openJobs() : List.of());
        return pages.page(request, "Enrichment", SECTION, "enrichment/list.jte", view);
    }

    @GetMapping("/enrichment/{output}")
    ResponseEntity<String> overview(HttpServletRequest request, @PathVariable("output") String output) {
        EnrichmentView view = EnrichmentWords.overview(result(output), isAdministrator(), instants.instant());
        return pages.page(request, view.name(), SECTION, "enrichment/overview.jte", view);
    }

    /** Every count with its reason. */
    @GetMapping("/enrichment/{output}/coverage")
    ResponseEntity<String> coverage(HttpServletRequest request, @PathVariable("output") String output) {
        CoverageView view = CoverageWords.view(result(output), instants.instant());
        return pages.page(request, "Coverage", SECTION, "enrichment/coverage.jte", view);
    }

    private EnrichmentResult result(String output) {
        return results.find(output).orElseThrow(NotThere::new);
    }

    private List<JobView> openJobs() {
        return jobs.list(LOOKED_THROUGH).stream()
                .filter(job -> job.kind() == JobKind.ENRICHMENT && !job.state().isOver())
                .map(job -> JobView.of(job, instants.instant()))
                .toList();
    }

    private static boolean isAdministrator() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .filter(person -> person.role().mayActAs(Role.ADMINISTRATOR))
                .isPresent();
    }
}
