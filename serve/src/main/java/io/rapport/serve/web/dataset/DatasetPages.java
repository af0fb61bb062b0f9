package io.rapport.serve.web.dataset;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.lake.Lake;
import io.rapport.serve.approval.ApprovalState;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.dataset.Catalog;
import io.rapport.serve.dataset.CatalogEntry;
import io.rapport.serve.dataset.Samples;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The catalog, and a page for each dataset. */
@RestController
public class DatasetPages {

    static final String SECTION = "datasets";

    private final Pages pages;
    private final Lake lake;
    private final Samples samples;
    private final ExtractionWords words;
    private final Approvals approvals;

    public DatasetPages(Pages pages, Lake lake, Samples samples, ExtractionWords words, Approvals approvals) {
        this.pages = pages;
        this.lake = lake;
        this.samples = samples;
        this.words = words;
        this.approvals = approvals;
    }

    @GetMapping("/datasets")
    ResponseEntity<String> catalog(HttpServletRequest request) {
        return pages.page(
                request,
                "Datasets",
                SECTION,
                "dataset/catalog.jte",
                DatasetWords.catalog(Catalog.of(lake.contents()).entries(), role(), waiting()));
    }

    @GetMapping("/datasets/{name}")
    ResponseEntity<String> dataset(HttpServletRequest request, @PathVariable("name") String name) {
        Dataset dataset = Datasets.find(name).orElseThrow(NotThere::new);
        CatalogEntry entry = Catalog.of(lake.contents()).entry(dataset);
        return pages.page(
                request,
                dataset.name(),
                SECTION,
                "dataset/page.jte",
                DatasetWords.page(
                        entry,
                        role(),
                        samples.rows(dataset),
                        samples.writer(role().mayActAs(Role.ADMINISTRATOR)),
                        words.lines(dataset.name(), role().mayActAs(Role.ADMINISTRATOR))));
    }

    /** Requests on which the reader can decide. */
    private long waiting() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .map(person -> approvals.list(person).stream()
                        .filter(one -> one.decided() == ApprovalState.REQUESTED && Approvals.mayDecide(person, one))
                        .count())
                .orElse(0L);
    }

    /** Of whom nobody knows: that of somebody who may least. */
    static Role role() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .map(Person::role)
                .orElse(Role.VIEWER);
    }
}
