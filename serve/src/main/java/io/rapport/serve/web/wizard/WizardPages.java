package io.rapport.serve.web.wizard;

import io.rapport.core.error.RapportException;
import io.rapport.model.run.SelectionReading;
import io.rapport.serve.enrichment.CustomerSets;
import io.rapport.serve.enrichment.Draft;
import io.rapport.serve.enrichment.Drafts;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentSettings;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.Lifecycle;
import io.rapport.serve.enrichment.ProfileCustomerSets;
import io.rapport.serve.enrichment.Selections;
import io.rapport.serve.enrichment.SpecCheck;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.mail.MailServers;
import io.rapport.serve.profile.ProfileUploads;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.security.Person;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The wizard: each step a page, each answer kept in the draft before anything else happens to it. */
@RestController
public class WizardPages {

    private static final String SECTION = "enrichment";
    private static final int LONGEST_SEARCH = 100;

    private final Pages pages;
    private final Wizard wizard;
    private final Drafts drafts;
    private final Enrichments enrichments;
    private final EnrichmentSettings settings;
    private final SentFiles files;
    private final DraftSaving saving;

    WizardPages(
            Pages pages,
            Wizard wizard,
            Drafts drafts,
            Enrichments enrichments,
            EnrichmentSettings settings,
            SentFiles files,
            DraftSaving saving) {
        this.pages = pages;
        this.wizard = wizard;
        this.drafts = drafts;
        this.enrichments = enrichments;
        this.settings = settings;
        this.files = files;
        this.saving = saving;
    }

    public static WizardPages of(
            Pages pages,
            Drafts drafts,
            Enrichments enrichments,
            EnrichmentSettings settings,
            Lifecycle lifecycle,
            Selections selections,
            Profiles profiles,
            ProfileUploads uploads,
            RunLog runs,
            MailServers mail) {
        CustomerSets sets = new ProfileCustomerSets(profiles);
        SentFiles sent = new SentFiles(profiles, uploads);
        return new WizardPages(
                pages,
                new Wizard(
                        enrichments,
                        new StepContents(selections, sets, sent),
                        new StepCheck(new SpecCheck(enrichments, runs), sets, sent),
                        sent),
                drafts,
                enrichments,
                settings,
                sent,
                new DraftSaving(enrichments, lifecycle, sent, mail));
    }

    /** Begins a draft: of a new enrichment, or of one that is edited. */
    @PostMapping("/enrich")
    ResponseEntity<Void> begin(@RequestParam(name = "edit", defaultValue = "") String output) {
        Optional<Enrichment> edited = output.isEmpty() ? Optional.empty() : enrichments.find(output);
        if (!output.isEmpty() && edited.isEmpty()) {
            throw new NotThere();
        }
        SpecFields usual = SpecFields.usual(settings);
        SpecFields begun =
                edited.map(known -> usual.with(known.fields().values())).orElse(usual);
        SpecFields fields = begun.with(TypedSchedule.fields(begun.schedule()));
        Draft draft = drafts.begin(person().id(), edited.map(Enrichment::id).orElse(null), fields);
        return to(Wizard.path(draft) + Step.OVERVIEW.word());
    }

    @GetMapping("/enrich/{draft}/{step}")
    ResponseEntity<String> show(
            HttpServletRequest request,
            @PathVariable("draft") String id,
            @PathVariable("step") String word,
            @RequestParam(name = "q", defaultValue = "") String search,
            @RequestParam(name = "tried", required = false) @Nullable String tried) {
        Step step = Step.find(word).orElseThrow(NotThere::new);
        Draft draft = drafts.find(id, person().id()).orElseThrow(NotThere::new);
        Map<String, String> problems = Map.of();
        if (step == Step.REVIEW) {
            problems = wizard.problems(draft, wizard.reading(draft));
        } else if (tried != null) {
            problems = wizard.problems(step, draft);
        }
        return page(request, 200, draft, step, problems, search);
    }

    /**
     * Keeps what was typed, right or wrong, then goes where the button says; where something is wrong, to the same step by an
     * address of its own, which can be read again without sending anything again.
     */
    @PostMapping("/enrich/{draft}/{step}")
    ResponseEntity<?> answer(
            HttpServletRequest request,
            @PathVariable("draft") String id,
            @PathVariable("step") String word,
            @RequestParam MultiValueMap<String, String> sent) {
        Step step = Step.find(word).orElseThrow(NotThere::new);
        Draft before = drafts.find(id, person().id()).orElse(null);
        if (before == null) {
            Pages.say(request, "That draft was saved or discarded already.");
            return to("/enrichment");
        }
        drafts.change(
                before,
                before.fields()
                        .with(StepFields.read(step, sent, before.findEdits().isPresent())));
        Draft draft = drafts.find(id, person().id()).orElseThrow(NotThere::new);
        String go = String.valueOf(sent.getFirst("go"));
        String path = Wizard.path(draft);
        if (go.equals("back")) {
            return to(path + step.before().word());
        }
        if (go.equals("check")) {
            return to(path + step.word());
        }
        if (go.equals("search")) {
            String search = String.valueOf(sent.getFirst("q")).strip();
            String bounded = search.length() <= LONGEST_SEARCH ? search : search.substring(0, LONGEST_SEARCH);
            return to(path + step.word() + "?q=" + URLEncoder.encode(bounded, StandardCharsets.UTF_8));
        }
        if (step == Step.REVIEW) {
            return save(request, draft);
        }
        boolean isRight = wizard.problems(step, draft).isEmpty();
        if (isRight && step == Step.MAPPING) {
            try {
                drafts.change(draft, files.keep(draft.fields(), person().displayName()));
            } catch (RapportException wrong) {
                return page(request, 400, draft, step, Map.of("", wrong.text()), "");
            }
        }
        return to(isRight ? path + step.next().word() : path + step.word() + "?tried=yes");
    }

    @PostMapping("/enrich/{draft}/discard")
    ResponseEntity<Void> discard(HttpServletRequest request, @PathVariable("draft") String id) {
        Draft draft = drafts.find(id, person().id()).orElseThrow(NotThere::new);
        if (drafts.take(draft)) {
            files.drop(draft.fields());
            Pages.say(request, "The draft is discarded.");
        }
        return to("/enrichment");
    }

    private ResponseEntity<?> save(HttpServletRequest request, Draft draft) {
        SelectionReading reading = wizard.reading(draft);
        Map<String, String> problems = wizard.problems(draft, reading);
        if (!problems.isEmpty()) {
            return to(Wizard.path(draft) + Step.REVIEW.word());
        }
        // Of two tabs one takes it.
        if (!drafts.take(draft)) {
            Pages.say(request, "That draft was saved or discarded already.");
            return to("/enrichment");
        }
        try {
            Enrichment saved = saving.save(draft, reading.groups(), person().displayName());
            Pages.say(request, saving.words(saved));
            return to("/enrichment/" + saved.output());
        } catch (RapportException wrong) {
            drafts.putBack(draft);
            return page(request, 400, draft, Step.REVIEW, Map.of("", wrong.text()), "");
        }
    }

    private ResponseEntity<String> page(
            HttpServletRequest request,
            int status,
            Draft draft,
            Step step,
            Map<String, String> problems,
            String search) {
        WizardView<?> view = wizard.view(draft, step, problems, search);
        return pages.page(request, status, step.title(), SECTION, "wizard/" + step.word() + ".jte", view);
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
