package io.rapport.serve.web.insight;

import io.rapport.model.report.CollaborationMetric;
import io.rapport.serve.insight.Collaborations;
import io.rapport.serve.insight.KeptCollaboration;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How departments work, week by week, from a report that was counted before. */
@RestController
public class CollaborationPage {

    private final Pages pages;
    private final Collaborations collaborations;
    private final InstantSource instants;

    public CollaborationPage(Pages pages, Collaborations collaborations, InstantSource instants) {
        this.pages = pages;
        this.collaborations = collaborations;
        this.instants = instants;
    }

    /** A choice that there isn't is the usual one. */
    @GetMapping(CollaborationWords.PATH)
    ResponseEntity<String> show(
            HttpServletRequest request,
            @RequestParam(name = "metric", defaultValue = "") String metric,
            @RequestParam(name = "department", defaultValue = "") String department,
            @RequestParam(name = "weeks", defaultValue = "") String weeks,
            @RequestParam(name = "week", defaultValue = "") String week) {
        CollaborationChoice choice = new CollaborationChoice(
                Arrays.stream(CollaborationMetric.values())
                        .filter(one -> one.word().equals(metric))
                        .findFirst()
                        .orElse(CollaborationMetric.EMAILS_SENT),
                department,
                CollaborationChoice.WEEKS.stream()
                        .filter(one -> one.toString().equals(weeks))
                        .findFirst()
                        .orElse(CollaborationChoice.USUAL_WEEKS),
                week);
        Optional<KeptCollaboration> kept = collaborations.find();
        CollaborationView view = kept.map(one -> CollaborationWords.of(one, choice, instants.instant()))
                .orElseGet(() -> CollaborationView.waiting(collaborations.hasLanded()));
        return pages.page(request, 200, "Collaboration", "collaboration", "insight/collaboration.jte", view);
    }
}
