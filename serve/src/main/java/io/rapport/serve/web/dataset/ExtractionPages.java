package io.rapport.serve.web.dataset;

import io.rapport.serve.dataset.Extraction;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One extraction: how far it is, what it delivered, and its end. */
@RestController
public class ExtractionPages {

    private final Pages pages;
    private final KeptExtractions kept;
    private final ExtractionWords words;
    private final Jobs jobs;
    private final Workshop workshop;

    public ExtractionPages(Pages pages, KeptExtractions kept, ExtractionWords words, Jobs jobs, Workshop workshop) {
        this.pages = pages;
        this.kept = kept;
        this.words = words;
        this.jobs = jobs;
        this.workshop = workshop;
    }

    @GetMapping("/extractions/{id}")
    ResponseEntity<String> show(HttpServletRequest request, @PathVariable("id") String id) {
        Extraction extraction = require(kept, id);
        return pages.page(
                request,
                "Extraction of " + extraction.dataset(),
                DatasetPages.SECTION,
                "dataset/extraction.jte",
                words.view(extraction, DatasetPages.role().mayActAs(Role.ADMINISTRATOR)));
    }

    @GetMapping("/extractions/{id}/progress")
    ResponseEntity<String> progress(@PathVariable("id") String id) {
        return pages.part("dataset/_extraction.jte", words.pane(require(kept, id)));
    }

    @PostMapping("/extractions/{id}/cancel")
    ResponseEntity<Void> cancel(HttpServletRequest request, @PathVariable("id") String id) {
        Extraction extraction = require(kept, id);
        jobs.findOpen(JobKind.EXTRACTION, extraction.id()).map(Job::id).ifPresent(workshop::cancel);
        Pages.say(request, "It stops as soon as it can. Nothing of it is kept.");
        return to("/extractions/" + extraction.id());
    }

    @GetMapping("/extractions/{id}/delete")
    ResponseEntity<String> ask(HttpServletRequest request, @PathVariable("id") String id) {
        Extraction extraction = require(kept, id);
        return pages.page(
                request,
                "Delete the extraction of " + extraction.dataset(),
                DatasetPages.SECTION,
                "dataset/delete.jte",
                words.view(extraction, DatasetPages.role().mayActAs(Role.ADMINISTRATOR)));
    }

    @PostMapping("/extractions/{id}/delete")
    ResponseEntity<Void> delete(HttpServletRequest request, @PathVariable("id") String id) {
        Extraction extraction = require(kept, id);
        if (jobs.findOpen(JobKind.EXTRACTION, extraction.id()).isPresent()) {
            Pages.say(request, "It is still under way: cancel it first.");
            return to("/extractions/" + extraction.id());
        }
        kept.delete(extraction.id());
        Pages.say(request, "The files are deleted. The line in the list stays.");
        return to("/datasets/" + extraction.dataset());
    }

    /** One that the server made, and that this reader may know of. */
    static Extraction require(KeptExtractions kept, String id) {
        return kept.log()
                .find(id)
                .filter(Extraction::isKept)
                .filter(one -> !one.isPersonal() || DatasetPages.role().mayActAs(Role.ADMINISTRATOR))
                .orElseThrow(NotThere::new);
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
