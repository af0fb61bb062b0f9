package io.rapport.serve.web.segment;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.segment.CheckedRule;
import io.rapport.serve.segment.RuleCheck;
import io.rapport.serve.segment.RuleDraft;
import io.rapport.serve.segment.RuleProblem;
import io.rapport.serve.segment.Segment;
import io.rapport.serve.segment.SegmentCounts;
import io.rapport.serve.segment.SegmentError;
import io.rapport.serve.segment.Segments;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The builder of a segment that is there: its name and rule, never its enrichment. What was typed stands in the address. */
@RestController
public class EditPages {

    private static final String EDITION = "edition";

    private final Pages pages;
    private final Segments segments;
    private final SegmentCounts counts;
    private final Customers customers;
    private final Preview preview;

    public EditPages(Pages pages, Segments segments, SegmentCounts counts, Customers customers) {
        this.pages = pages;
        this.segments = segments;
        this.counts = counts;
        this.customers = customers;
        this.preview = new Preview(customers);
    }

    @GetMapping("/segments/{id}/edit")
    ResponseEntity<String> build(
            HttpServletRequest request, @PathVariable("id") String id, @RequestParam Map<String, String> said) {
        Segment segment = segments.find(id).orElseThrow(NotThere::new);
        String doing = said.getOrDefault("do", "");
        RuleDraft.Group draft = RuleEdit.apply(draft(segment, said), doing);
        List<RuleProblem> problems =
                doing.equals(BuilderPages.COUNT) ? RuleCheck.check(draft).problems() : List.of();
        return page(request, 200, seen(segment, said), said, draft, new Trouble(problems, "", ""));
    }

    @PostMapping("/segments/{id}")
    ResponseEntity<?> save(
            HttpServletRequest request, @PathVariable("id") String id, @RequestParam Map<String, String> said) {
        Segment segment = segments.find(id).orElseThrow(NotThere::new);
        RuleDraft.Group draft = draft(segment, said);
        CheckedRule checked = RuleCheck.check(draft);
        String name = name(segment, said);
        String nameProblem = segments.findProblem(name, id).orElse("");
        AccountRule rule = checked.findRule().orElse(null);
        if (rule == null || !nameProblem.isEmpty()) {
            return page(
                    request, 400, seen(segment, said), said, draft, new Trouble(checked.problems(), nameProblem, ""));
        }
        Segment saved;
        try {
            saved = segments.change(seen(segment, said), name, rule);
        } catch (RapportException refused) {
            if (refused.code() == SegmentError.SEGMENT_CHANGED) {
                // Saved once more, it is meant.
                Segment now = segments.find(id).orElseThrow(NotThere::new);
                return page(request, 409, now, said, draft, new Trouble(List.of(), "", refused.text()));
            }
            return page(request, 400, seen(segment, said), said, draft, new Trouble(List.of(), refused.text(), ""));
        }
        Pages.say(
                request,
                customers
                        .findRun(saved.output())
                        .filter(run -> run.output().equals(saved.output()))
                        .map(run -> saved.name() + " is saved, with "
                                + Say.count(counts.of(saved, run).members(), "member", "members") + ".")
                        .orElse(saved.name() + " is saved."));
        return SegmentPages.to(SegmentPages.href(saved));
    }

    private ResponseEntity<String> page(
            HttpServletRequest request,
            int status,
            Segment segment,
            Map<String, String> said,
            RuleDraft.Group draft,
            Trouble trouble) {
        BuilderView view = new BuilderView(
                BuilderView.Place.of(
                        segment.name(),
                        SegmentPages.href(segment),
                        segment.output(),
                        String.valueOf(segment.edition())),
                trouble.whole(),
                name(segment, said),
                trouble.name(),
                List.of(),
                "",
                BuilderForm.of(draft, trouble.problems()),
                preview.of(segment.output(), draft));
        return pages.page(request, status, "Edit " + segment.name(), SegmentPages.SECTION, "segment/builder.jte", view);
    }

    /** What is wrong with the rule, the name, and the whole. */
    private record Trouble(List<RuleProblem> problems, String name, String whole) {}

    private static RuleDraft.Group draft(Segment segment, Map<String, String> said) {
        return RuleForm.isSent(said) ? RuleForm.read(said) : RuleDraft.of(segment.rule());
    }

    private static String name(Segment segment, Map<String, String> said) {
        return said.getOrDefault("name", segment.name());
    }

    /** As it was when somebody began to change it. */
    private static Segment seen(Segment segment, Map<String, String> said) {
        String edition = said.getOrDefault(EDITION, "");
        return edition.matches("[0-9]{1,18}") ? segment.ofEdition(Long.parseLong(edition)) : segment;
    }
}
