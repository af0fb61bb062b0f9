package io.rapport.serve.web.dataset;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.model.extract.ExtractField;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractProblem;
import io.rapport.serve.approval.Approval;
import io.rapport.serve.approval.ApprovalError;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.approval.NotApproved;
import io.rapport.serve.dataset.FreeColumns;
import io.rapport.serve.dataset.KeptExtractions;
import io.rapport.serve.dataset.KeptExtractions.Judged;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The form of an extraction: a preview of whose rows it would deliver, and the start of a job. */
@RestController
public class ExtractPages {

    private static final String FROM = "in the browser";

    private final Pages pages;
    private final KeptExtractions kept;
    private final Approvals approvals;
    private final Workshop workshop;

    public ExtractPages(Pages pages, KeptExtractions kept, Approvals approvals, Workshop workshop) {
        this.pages = pages;
        this.kept = kept;
        this.approvals = approvals;
        this.workshop = workshop;
    }

    @GetMapping("/datasets/{name}/extract")
    ResponseEntity<String> form(
            HttpServletRequest request,
            @PathVariable("name") String name,
            @RequestParam MultiValueMap<String, String> said) {
        ExtractForm form = form(name, said);
        if (!form.isPreview()) {
            return page(request, 200, form, new Judged(List.of(), null));
        }
        return page(request, 200, form, judge(form));
    }

    @PostMapping("/datasets/{name}/extract")
    ResponseEntity<?> extract(
            HttpServletRequest request,
            @PathVariable("name") String name,
            @RequestParam MultiValueMap<String, String> said) {
        ExtractForm form = form(name, said);
        Judged judged = judge(form);
        if (!judged.problems().isEmpty()) {
            return page(request, 400, form, judged);
        }
        Person who = reader();
        String id;
        try {
            id = kept.request(form.words(), who, FROM);
        } catch (NotApproved missing) {
            return page(
                    request,
                    403,
                    form,
                    judged,
                    ExtractWording.approval(form, approvals.standing(who, ExtractPlan.of(form.words())), true, ""));
        }
        workshop.request(JobKind.EXTRACTION, id, who.displayName());
        return to("/extractions/" + id);
    }

    /** Asks an administrator for just what the form says, whatever its days and format. */
    @PostMapping("/datasets/{name}/approval")
    ResponseEntity<?> ask(
            HttpServletRequest request,
            @PathVariable("name") String name,
            @RequestParam MultiValueMap<String, String> said) {
        ExtractForm form = form(name, said);
        Judged judged = judge(form, false);
        String wrong = Approvals.findPurposeProblem(form.text("purpose")).orElse("");
        if (!judged.problems().isEmpty() || !wrong.isEmpty()) {
            return page(request, 400, form, judged, approval(form, judged, wrong));
        }
        try {
            Approval made = approvals.request(reader(), form.words(), form.text("purpose"), FROM);
            Pages.say(request, "It is asked for. An administrator other than you decides.");
            return to("/approvals/" + made.id());
        } catch (RapportException refused) {
            if (!(refused.code() instanceof ApprovalError)) {
                throw refused;
            }
            return page(request, 409, form, judged, approval(form, judged, refused.text()));
        }
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    private static Person reader() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(NotThere::new);
    }

    private Judged judge(ExtractForm form) {
        return judge(form, true);
    }

    /** No column at all is a mistake here; on the command line it means all of them. */
    private Judged judge(ExtractForm form, boolean isCounting) {
        if (!form.isWithoutColumn()) {
            return kept.judge(form.words(), isCounting, form.mayBePersonal());
        }
        List<ExtractProblem> problems = new ArrayList<>();
        problems.add(new ExtractProblem(ExtractField.COLUMNS, "Choose at least one column."));
        kept.judge(form.words(), false, form.mayBePersonal()).problems().stream()
                .filter(problem -> problem.field() != ExtractField.COLUMNS)
                .forEach(problems::add);
        return new Judged(problems, null);
    }

    private ResponseEntity<String> page(HttpServletRequest request, int status, ExtractForm form, Judged judged) {
        return page(request, status, form, judged, approval(form, judged, ""));
    }

    /** Whether what is chosen is approved, where it makes sense. */
    private ExtractView.Approval approval(ExtractForm form, Judged judged, String problem) {
        boolean makesSense = judged.problems().isEmpty()
                && !form.isWithoutColumn()
                && KeptExtractions.problems(form.words(), form.mayBePersonal()).isEmpty();
        return ExtractWording.approval(
                form, makesSense ? approvals.standing(reader(), ExtractPlan.of(form.words())) : null, false, problem);
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, int status, ExtractForm form, Judged judged, ExtractView.Approval approval) {
        return pages.page(
                request,
                status,
                "Extract " + form.dataset(),
                DatasetPages.SECTION,
                "dataset/extract.jte",
                ExtractWording.view(form, judged.problems(), judged.preview(), approval));
    }

    private static ExtractForm form(String name, MultiValueMap<String, String> said) {
        Dataset dataset = Datasets.find(name).orElseThrow(NotThere::new);
        boolean mayBePersonal = DatasetPages.role().mayActAs(Role.ADMINISTRATOR);
        if (!mayBePersonal && FreeColumns.of(dataset).isEmpty()) {
            throw new NotThere();
        }
        return new ExtractForm(dataset, mayBePersonal, said);
    }
}
