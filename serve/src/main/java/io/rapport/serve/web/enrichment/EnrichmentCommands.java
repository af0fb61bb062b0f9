package io.rapport.serve.web.enrichment;

import io.rapport.core.error.RapportException;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do with a saved enrichment: run, stop, put to rest, delete. */
@RestController
public class EnrichmentCommands {

    private final Pages pages;
    private final Enrichments enrichments;
    private final EnrichmentSettings settings;
    private final Lifecycle lifecycle;

    public EnrichmentCommands(Pages pages, Enrichments enrichments, EnrichmentSettings settings, Lifecycle lifecycle) {
        this.pages = pages;
        this.enrichments = enrichments;
        this.settings = settings;
        this.lifecycle = lifecycle;
    }

    @PostMapping("/enrichment/{output}/run")
    ResponseEntity<Void> run(HttpServletRequest request, @PathVariable("output") String output) {
        Enrichment enrichment = find(output);
        try {
            Person person = person();
            var unused = lifecycle.run(
                    enrichment, person.displayName(), person.role().mayActAs(Role.ADMINISTRATOR));
        } catch (RapportException refused) {
            Pages.say(request, refused.text());
        }
        return to("/enrichment/" + output);
    }

    @PostMapping("/enrichment/{output}/cancel")
    ResponseEntity<Void> cancel(HttpServletRequest request, @PathVariable("output") String output) {
        lifecycle.stop(find(output));
        Pages.say(request, "It stops as soon as it can. What earlier runs came to stays.");
        return to("/enrichment/" + output);
    }

    @PostMapping("/enrichment/{output}/activate")
    ResponseEntity<Void> activate(HttpServletRequest request, @PathVariable("output") String output) {
        Enrichment enrichment = find(output);
        if (lifecycle.activate(enrichment)) {
            Pages.say(request, enrichment.name() + " is active again.");
        }
        return to("/enrichment/" + output);
    }

    @PostMapping("/enrichment/{output}/deactivate")
    ResponseEntity<Void> deactivate(HttpServletRequest request, @PathVariable("output") String output) {
        Enrichment enrichment = find(output);
        if (lifecycle.deactivate(enrichment)) {
            Pages.say(request, enrichment.name() + " is deactivated. What it came to stays.");
        }
        return to("/enrichment/" + output);
    }

    /** From now on it is the one that pages show first. */
    @PostMapping("/enrichment/{output}/primary")
    ResponseEntity<Void> primary(HttpServletRequest request, @PathVariable("output") String output) {
        Enrichment enrichment = find(output);
        settings.setPrimary(enrichment.output());
        Pages.say(request, "Customers show " + enrichment.name() + " first from now on.");
        return to("/enrichment/" + output);
    }

    @GetMapping("/enrichment/{output}/delete")
    ResponseEntity<String> ask(HttpServletRequest request, @PathVariable("output") String output) {
        Enrichment enrichment = find(output);
        return pages.page(
                request,
                "Delete " + enrichment.name(),
                "enrichment",
                "enrichment/delete.jte",
                new NamedView(enrichment.name(), enrichment.output()));
    }

    @PostMapping("/enrichment/{output}/delete")
    ResponseEntity<Void> delete(HttpServletRequest request, @PathVariable("output") String output) {
        Enrichment enrichment = find(output);
        if (lifecycle.delete(enrichment, person().displayName())) {
            Pages.say(request, enrichment.name() + " is being deleted, and what it had come to with it.");
        }
        return to("/enrichment");
    }

    private Enrichment find(String output) {
        return enrichments.find(output).orElseThrow(NotThere::new);
    }

    private static Person person() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(NotThere::new);
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
