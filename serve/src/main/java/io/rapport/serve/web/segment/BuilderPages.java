package io.rapport.serve.web.segment;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.security.Person;
import io.rapport.serve.segment.CheckedRule;
import io.rapport.serve.segment.ReadyMade;
import io.rapport.serve.segment.RuleCheck;
import io.rapport.serve.segment.RuleDraft;
import io.rapport.serve.segment.RuleProblem;
import io.rapport.serve.segment.Segment;
import io.rapport.serve.segment.SegmentCounts;
import io.rapport.serve.segment.Segments;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The builder of new segments. What was chosen and typed stands in its address: going back and reloading lose nothing. */
@RestController
public class BuilderPages {

    static final String COUNT = "count";

    private final Pages pages;
    private final Segments segments;
    private final SegmentCounts counts;
    private final Customers customers;
    private final Preview preview;

    public BuilderPages(Pages pages, Segments segments, SegmentCounts counts, Customers customers) {
        this.pages = pages;
        this.segments = segments;
        this.counts = counts;
        this.customers = customers;
        this.preview = new Preview(customers);
    }

    @GetMapping("/segments/new")
    ResponseEntity<String> build(HttpServletRequest request, @RequestParam Map<String, String> said) {
        String doing = said.getOrDefault("do", "");
        RuleDraft.Group draft = RuleEdit.apply(draft(said), doing);
        List<RuleProblem> problems =
                doing.equals(COUNT) ? RuleCheck.check(draft).problems() : List.of();
        return page(request, 200, said, draft, problems, "", "");
    }

    /** Who would be in it, again. */
    @GetMapping("/segments/preview")
    ResponseEntity<String> preview(@RequestParam Map<String, String> said) {
        return pages.part("segment/_preview.jte", preview.of(said.getOrDefault("enrichment", ""), draft(said)));
    }

    @PostMapping("/segments")
    ResponseEntity<?> save(HttpServletRequest request, @RequestParam Map<String, String> said) {
        RuleDraft.Group draft = draft(said);
        CheckedRule checked = RuleCheck.check(draft);
        String name = said.getOrDefault("name", "");
        String nameProblem = segments.findProblem(name).orElse("");
        String enrichmentProblem = enrichmentProblem(said);
        AccountRule rule = checked.findRule().orElse(null);
        if (rule == null || !nameProblem.isEmpty() || !enrichmentProblem.isEmpty()) {
            return page(request, 400, said, draft, checked.problems(), nameProblem, enrichmentProblem);
        }
        ServedRun run = customers.findRun(said.getOrDefault("enrichment", "")).orElseThrow(NotThere::new);
        Segment saved;
        try {
            saved = segments.add(name, run.output(), rule, personName());
        } catch (RapportException taken) {
            return page(request, 400, said, draft, List.of(), taken.text(), "");
        }
        long members = counts.of(saved, run).members();
        Pages.say(request, saved.name() + " is saved, with " + Say.count(members, "member", "members") + ".");
        return SegmentPages.to(SegmentPages.href(saved));
    }

    private RuleDraft.Group draft(Map<String, String> said) {
        if (RuleForm.isSent(said)) {
            return RuleForm.read(said);
        }
        String like = said.getOrDefault("like", "");
        return ReadyMade.find(like)
                .map(made -> made.of(""))
                .or(() -> segments.find(like))
                .map(segment -> RuleDraft.of(segment.rule()))
                .orElse(new RuleDraft.Group(RuleDraft.ALL, List.of(RuleDraft.Condition.EMPTY)));
    }

    private ResponseEntity<String> page(
            HttpServletRequest request,
            int status,
            Map<String, String> said,
            RuleDraft.Group draft,
            List<RuleProblem> problems,
            String nameProblem,
            String enrichmentProblem) {
        String asked = said.getOrDefault("enrichment", "");
        String chosen = customers.findRun(asked).map(ServedRun::output).orElse("");
        BuilderView view = new BuilderView(
                BuilderView.Place.NEW,
                "",
                said.getOrDefault("name", ""),
                nameProblem,
                customers.outputs().stream()
                        .map(output -> new BuilderView.Choice(output, output, output.equals(chosen)))
                        .toList(),
                enrichmentProblem,
                BuilderForm.of(draft, problems),
                preview.of(customers.outputs().isEmpty() ? "" : chosen, draft));
        return pages.page(request, status, "New segment", SegmentPages.SECTION, "segment/builder.jte", view);
    }

    private String enrichmentProblem(Map<String, String> said) {
        return customers.outputs().isEmpty()
                ? "No enrichment has run yet. A segment needs one."
                : preview.enrichmentProblem(said.getOrDefault("enrichment", ""));
    }

    private static String personName() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .map(Person::displayName)
                .orElse("");
    }
}
