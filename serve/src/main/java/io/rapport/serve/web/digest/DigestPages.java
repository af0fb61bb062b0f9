package io.rapport.serve.web.digest;

import io.rapport.core.address.Address;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.digest.Digest;
import io.rapport.serve.digest.Digests;
import io.rapport.serve.digest.Readers;
import io.rapport.serve.enrichment.EnrichmentState;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.security.SignInAddress;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.customer.AsOf;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed with each run, and the letters about it. */
@RestController
public class DigestPages {

    private static final int SHOWN = 30;

    private final Pages pages;
    private final Digests digests;
    private final Readers readers;
    private final ServedRuns runs;
    private final Enrichments enrichments;
    private final SecretBox secrets;

    public DigestPages(
            Pages pages, Digests digests, Readers readers, ServedRuns runs, Enrichments enrichments, ServerPlan plan) {
        this.pages = pages;
        this.digests = digests;
        this.readers = readers;
        this.runs = runs;
        this.enrichments = enrichments;
        this.secrets = plan.secrets();
    }

    /** @param enrichment the output table; where it is empty or no table's, the primary one */
    @GetMapping("/digests")
    ResponseEntity<String> latest(
            HttpServletRequest request, @RequestParam(name = "enrichment", defaultValue = "") String enrichment) {
        List<String> outputs = runs.outputs();
        String output = outputs.contains(enrichment)
                ? enrichment
                : outputs.stream().findFirst().orElse("");
        return show(request, output, digests.findLatest(output).orElse(null));
    }

    @GetMapping("/digests/{run}")
    ResponseEntity<String> one(HttpServletRequest request, @PathVariable("run") String run) {
        Digest digest = digests.find(run).orElseThrow(NotThere::new);
        return show(request, digest.output(), digest);
    }

    /** Somebody asks for letters, or for none any more: for himself or herself. */
    @PostMapping("/digests/readers")
    ResponseEntity<String> readers(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        Person person = person();
        String output = sent.getOrDefault("enrichment", "");
        if (enrichments.find(output).isEmpty()) {
            throw new NotThere();
        }
        if (sent.getOrDefault("mails", "").equals("yes")) {
            Address address = SignInAddress.find(request, secrets).orElseThrow(NotThere::new);
            readers.add(person, output, address);
            Pages.say(request, "What changed is mailed to you after each run from now on.");
        } else {
            readers.remove(person, output);
            Pages.say(request, "What changed is not mailed to you any more.");
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/digests?enrichment=" + output))
                .build();
    }

    private ResponseEntity<String> show(HttpServletRequest request, String output, @Nullable Digest digest) {
        Person person = person();
        boolean isAdministrator = person.role() == Role.ADMINISTRATOR;
        return pages.page(
                request,
                "What changed",
                "digests",
                "digest/page.jte",
                new DigestView(
                        digest == null ? "" : DigestWords.period(digest),
                        digest == null ? none(output) : DigestWords.nothing(digest),
                        switches(output),
                        digest == null ? List.of() : DigestWords.parts(digest, isAdministrator),
                        digests.list(output, SHOWN).stream()
                                .map(known -> new DigestView.Choice(
                                        "As of " + AsOf.day(known.asOf()),
                                        "/digests/" + known.run(),
                                        digest != null && known.run().equals(digest.run()),
                                        DigestWords.counts(known)))
                                .toList(),
                        mailing(request, person, output),
                        isAdministrator));
    }

    private String none(String output) {
        if (output.isEmpty()) {
            return "No enrichment has run yet.";
        }
        return enrichments
                        .find(output)
                        .filter(saved -> saved.state() == EnrichmentState.ACTIVE)
                        .isPresent()
                ? "The latest run has not been compared yet: that happens within a minute of its end."
                : "Only runs of a saved and active enrichment are compared, and this one is not.";
    }

    private List<DigestView.Choice> switches(String output) {
        List<String> outputs = runs.outputs();
        return outputs.size() < 2
                ? List.of()
                : outputs.stream()
                        .map(other ->
                                new DigestView.Choice(other, "/digests?enrichment=" + other, other.equals(output), ""))
                        .toList();
    }

    private DigestView.@Nullable Mailing mailing(HttpServletRequest request, Person person, String output) {
        if (enrichments.find(output).isEmpty()) {
            return null;
        }
        boolean isReader = readers.isReader(person, output);
        String address =
                SignInAddress.find(request, secrets).map(Address::value).orElse("");
        String text = isReader
                ? "After each run that changes something, a letter goes to the address that you signed in with."
                : address.isEmpty()
                        ? "You signed in without an address that a letter could go to. Sign out and in again to bring one."
                        : "A letter after each run that changes something, to " + address + ".";
        return new DigestView.Mailing(output, text, !address.isEmpty(), isReader);
    }

    private static Person person() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(NotThere::new);
    }
}
