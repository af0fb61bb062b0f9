package io.rapport.serve.web.approval;

import io.rapport.core.error.RapportException;
import io.rapport.serve.approval.Approval;
import io.rapport.serve.approval.ApprovalError;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.security.Person;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Approvals: the list, each one, and the decisions on it. They are asked for on the form of the extraction. */
@RestController
public class ApprovalPages {

    private static final String SECTION = "datasets";
    private static final String FROM = "in the browser";

    private final Pages pages;
    private final Approvals approvals;
    private final InstantSource instants;

    public ApprovalPages(Pages pages, Approvals approvals, InstantSource instants) {
        this.pages = pages;
        this.approvals = approvals;
        this.instants = instants;
    }

    /** Decides on what somebody has read. */
    @FunctionalInterface
    private interface Decision {
        Approval of(Approval seen, Person by);
    }

    @GetMapping("/approvals")
    ResponseEntity<String> list(HttpServletRequest request) {
        Person reader = reader();
        return pages.page(
                request,
                "Approvals",
                SECTION,
                "approval/list.jte",
                ApprovalWords.list(approvals.list(reader), reader, instants.instant()));
    }

    @GetMapping("/approvals/{id}")
    ResponseEntity<String> show(HttpServletRequest request, @PathVariable("id") String id) {
        return page(request, 200, require(id), "", "");
    }

    @PostMapping("/approvals/{id}/approve")
    ResponseEntity<?> approve(
            HttpServletRequest request,
            @PathVariable("id") String id,
            @RequestParam(name = "edition", defaultValue = "") String edition) {
        return decide(
                request,
                id,
                edition,
                "",
                "It is approved, for " + Approvals.VALID.toDays() + " days.",
                (seen, by) -> approvals.approve(seen, by, FROM));
    }

    @PostMapping("/approvals/{id}/deny")
    ResponseEntity<?> deny(
            HttpServletRequest request,
            @PathVariable("id") String id,
            @RequestParam(name = "edition", defaultValue = "") String edition,
            @RequestParam(name = "reason", defaultValue = "") String reason) {
        return decide(
                request, id, edition, reason, "It is denied.", (seen, by) -> approvals.deny(seen, by, reason, FROM));
    }

    @PostMapping("/approvals/{id}/revoke")
    ResponseEntity<?> revoke(
            HttpServletRequest request,
            @PathVariable("id") String id,
            @RequestParam(name = "edition", defaultValue = "") String edition,
            @RequestParam(name = "reason", defaultValue = "") String reason) {
        return decide(
                request,
                id,
                edition,
                reason,
                "It is revoked: nothing begins by it any more.",
                (seen, by) -> approvals.revoke(seen, by, reason, FROM));
    }

    private ResponseEntity<?> decide(
            HttpServletRequest request, String id, String edition, String reason, String said, Decision decision) {
        Approval now = require(id);
        try {
            if (!edition.isEmpty() && !edition.equals(Long.toString(now.edition()))) {
                throw new RapportException(
                        ApprovalError.APPROVAL_CHANGED,
                        "Somebody decided on it in the meantime. This is how it stands now.");
            }
            Approval unused = decision.of(now, reader());
        } catch (RapportException refused) {
            if (!(refused.code() instanceof ApprovalError code)) {
                throw refused;
            }
            int status = code.isRefusal() ? 403 : code == ApprovalError.APPROVAL_INVALID ? 400 : 409;
            return page(request, status, require(id), reason, refused.text());
        }
        Pages.say(request, said);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/approvals/" + now.id()))
                .build();
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, int status, Approval approval, String reason, String problem) {
        return pages.page(
                request,
                status,
                "Approval of " + approval.extent().dataset(),
                SECTION,
                "approval/page.jte",
                ApprovalWords.view(approval, reader(), instants.instant(), reason, problem));
    }

    private Approval require(String id) {
        return approvals.find(id, reader()).orElseThrow(NotThere::new);
    }

    private static Person reader() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(NotThere::new);
    }
}
