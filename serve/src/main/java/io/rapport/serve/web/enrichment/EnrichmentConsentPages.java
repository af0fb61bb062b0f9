package io.rapport.serve.web.enrichment;

import io.rapport.serve.enrichment.ConsentWords;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentState;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.security.Person;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where an administrator agrees, declines, or takes consent back. Each is a route of its own, so that the access log says which. */
@RestController
public class EnrichmentConsentPages {

    private final Pages pages;
    private final Enrichments enrichments;
    private final Lifecycle lifecycle;
    private final SavedWords words;
    private final InstantSource instants;

    public EnrichmentConsentPages(
            Pages pages, Enrichments enrichments, Lifecycle lifecycle, SavedWords words, InstantSource instants) {
        this.pages = pages;
        this.enrichments = enrichments;
        this.lifecycle = lifecycle;
        this.words = words;
        this.instants = instants;
    }

    @GetMapping("/enrichment/{output}/consent")
    ResponseEntity<String> show(HttpServletRequest request, @PathVariable("output") String output) {
        Enrichment enrichment = find(output);
        return pages.page(request, "Consent", "enrichment", "enrichment/consent.jte", view(enrichment));
    }

    @PostMapping("/enrichment/{output}/consent/agree")
    ResponseEntity<Void> agree(HttpServletRequest request, @PathVariable("output") String output) {
        Enrichment enrichment = find(output);
        Pages.say(
                request,
                lifecycle.agree(enrichment, person())
                        ? "You agreed to " + enrichment.name() + ". Its first run begins by itself."
                        : "Somebody decided that already.");
        return to(output);
    }

    @PostMapping("/enrichment/{output}/consent/decline")
    ResponseEntity<Void> decline(HttpServletRequest request, @PathVariable("output") String output) {
        Enrichment enrichment = find(output);
        Pages.say(
                request,
                lifecycle.decline(enrichment, person())
                        ? "You declined " + enrichment.name() + ". It does not run."
                        : "Somebody decided that already.");
        return to(output);
    }

    @PostMapping("/enrichment/{output}/consent/withdraw")
    ResponseEntity<Void> withdraw(HttpServletRequest request, @PathVariable("output") String output) {
        Enrichment enrichment = find(output);
        Pages.say(
                request,
                lifecycle.withdraw(enrichment, person())
                        ? "Consent to " + enrichment.name()
                                + " is withdrawn: runs stop, and what they came to is deleted" + " within 24 hours."
                        : "There was no consent to withdraw.");
        return to(output);
    }

    @PostMapping("/enrichment/{output}/consent/ask")
    ResponseEntity<Void> ask(HttpServletRequest request, @PathVariable("output") String output) {
        Enrichment enrichment = find(output);
        if (lifecycle.askAgain(enrichment)) {
            Pages.say(request, "The administrators are asked once more.");
        }
        return to(output);
    }

    private ConsentView view(Enrichment enrichment) {
        EnrichmentState state = enrichment.state();
        boolean isOpen = state == EnrichmentState.WAITING_FOR_CONSENT;
        boolean isRefused = state == EnrichmentState.DECLINED || state == EnrichmentState.WITHDRAWN;
        return new ConsentView(
                enrichment.name(),
                enrichment.output(),
                enrichment.askedBy() + " asked " + Say.ago(enrichment.createdAt(), instants.instant()),
                state.words(),
                state.colour(),
                enrichment.decidedAt() == null
                        ? ""
                        : "decided by " + enrichment.decidedBy() + " "
                                + Say.ago(enrichment.decidedAt(), instants.instant()),
                isOpen ? words.letter(enrichment) : "",
                ConsentWords.read(enrichment),
                ConsentWords.shown(),
                ConsentWords.MEANING,
                isOpen || isRefused,
                isOpen,
                state.isConsented(),
                isOpen || isRefused);
    }

    private Enrichment find(String output) {
        return enrichments.find(output).orElseThrow(NotThere::new);
    }

    private static String person() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .map(Person::displayName)
                .orElseThrow(NotThere::new);
    }

    private static ResponseEntity<Void> to(String output) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/enrichment/" + output + "/consent"))
                .build();
    }
}
