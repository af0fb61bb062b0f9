package io.rapport.serve.web.approval;

import io.rapport.core.dataset.Column;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.Scope;
import io.rapport.serve.approval.Approval;
import io.rapport.serve.approval.ApprovalState;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.approval.Extent;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.dataset.ExtractionWords;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Approvals, in the reader's words. Who decided, administrators alone are told. */
public final class ApprovalWords {

    private ApprovalWords() {}

    static ApprovalsView list(List<Approval> all, Person reader, Instant now) {
        return new ApprovalsView(
                all.stream()
                        .filter(one -> one.decided() == ApprovalState.REQUESTED)
                        .sorted(Comparator.comparing(Approval::requestedAt))
                        .map(one -> line(one, reader, now))
                        .toList(),
                all.stream()
                        .filter(one -> one.decided() != ApprovalState.REQUESTED)
                        .map(one -> line(one, reader, now))
                        .toList(),
                reader.role().mayActAs(Role.ADMINISTRATOR));
    }

    private static ApprovalsView.Line line(Approval one, Person reader, Instant now) {
        ApprovalState state = one.standing(now);
        Instant expires = one.expiresAt();
        return new ApprovalsView.Line(
                one.extent().dataset().name(),
                "/approvals/" + one.id(),
                Say.count(one.extent().columns().size(), "column", "columns") + ", " + whose(one.extent())
                        + region(one.extent()),
                one.purpose(),
                word(state),
                colour(state),
                isOwn(one, reader) ? "you" : one.ownerName(),
                Say.ago(one.requestedAt(), now),
                state == ApprovalState.APPROVED && expires != null ? until(expires) : "");
    }

    static ApprovalView view(Approval one, Person reader, Instant now, String reason, String problem) {
        ApprovalState state = one.standing(now);
        boolean isOwn = isOwn(one, reader);
        boolean mayDecide = Approvals.mayDecide(reader, one);
        boolean isGood = state == ApprovalState.APPROVED;
        return new ApprovalView(
                one.id(),
                one.extent().dataset().name(),
                word(state),
                colour(state),
                facts(one, reader, now),
                one.edition(),
                isOwn,
                mayDecide && state == ApprovalState.REQUESTED,
                mayDecide && isGood,
                isOwn && state != ApprovalState.REQUESTED
                        ? ExtractionWords.again(one.extent().words())
                        : "",
                isGood ? "Extract by it" : "Ask again",
                reason,
                problem);
    }

    private static List<ApprovalView.Fact> facts(Approval one, Person reader, Instant now) {
        Extent extent = one.extent();
        List<ApprovalView.Fact> facts = new ArrayList<>();
        facts.add(new ApprovalView.Fact(
                "Asked for by",
                (isOwn(one, reader) ? "you" : one.ownerName()) + ", " + Say.ago(one.requestedAt(), now)));
        facts.add(new ApprovalView.Fact("What for", one.purpose()));
        facts.add(new ApprovalView.Fact("Columns", columns(extent)));
        facts.add(new ApprovalView.Fact("Whose rows", whose(extent) + details(extent.scope())));
        facts.add(new ApprovalView.Fact("Region", regionFact(extent)));
        facts.add(new ApprovalView.Fact(
                "Destination", "Files that rest in Rapport, to be downloaded in the browser or over the API"));
        facts.add(new ApprovalView.Fact("Days and format", "any"));
        boolean isNaming = reader.role().mayActAs(Role.ADMINISTRATOR);
        decision(one, isNaming, facts);
        Instant expires = one.expiresAt();
        if (expires != null && one.decided() == ApprovalState.APPROVED) {
            facts.add(new ApprovalView.Fact(
                    "Good until", until(expires) + ", " + Approvals.VALID.toDays() + " days after its approval"));
        }
        if (!one.reason().isEmpty()) {
            facts.add(new ApprovalView.Fact("Reason", one.reason()));
        }
        return facts;
    }

    private static void decision(Approval one, boolean isNaming, List<ApprovalView.Fact> facts) {
        Instant decided = one.decidedAt();
        if (decided != null) {
            facts.add(new ApprovalView.Fact(
                    one.decided() == ApprovalState.DENIED ? "Denied" : "Approved",
                    Say.time(decided, ZoneOffset.UTC) + " UTC, by "
                            + (isNaming ? one.decidedBy() : "another administrator")));
        }
        Instant revoked = one.revokedAt();
        if (revoked != null) {
            facts.add(new ApprovalView.Fact(
                    "Revoked",
                    Say.time(revoked, ZoneOffset.UTC) + " UTC, by "
                            + (isNaming ? one.revokedBy() : "another administrator")));
        }
    }

    private static String columns(Extent extent) {
        List<String> all =
                ExtractPlan.columns(extent.dataset()).stream().map(Column::name).toList();
        return extent.columns().size() + " of " + all.size() + ": " + String.join(", ", extent.columns());
    }

    private static String whose(Extent extent) {
        if (extent.scope() instanceof Scope.Groups groups) {
            return Say.count(groups.ids().size(), "group", "groups");
        }
        return extent.scope() instanceof Scope.Filtered
                ? "users whom a filter finds"
                : ExtractPlan.findOwnerColumn(extent.dataset()).isPresent() ? "all valid users" : "all groups";
    }

    private static String details(Scope scope) {
        if (scope instanceof Scope.Groups groups) {
            return ": " + String.join(", ", groups.ids());
        }
        return scope instanceof Scope.Filtered filtered ? ": " + filtered.text() : "";
    }

    private static String region(Extent extent) {
        return extent.region() == null ? "" : " in " + extent.region().name();
    }

    private static String regionFact(Extent extent) {
        return extent.region() == null
                ? "all"
                : extent.region().name()
                        + (extent.tenantRegion() == null
                                ? ""
                                : "; mailboxes without one count as of "
                                        + extent.tenantRegion().name());
    }

    private static boolean isOwn(Approval one, Person reader) {
        return one.ownerId().equals(reader.actsFor());
    }

    private static String word(ApprovalState state) {
        return state == ApprovalState.REQUESTED ? "Waiting" : state.word();
    }

    private static String colour(ApprovalState state) {
        return switch (state) {
            case REQUESTED -> "attention";
            case APPROVED -> "ok";
            case DENIED, REVOKED -> "loss";
            case EXPIRED -> "waiting";
        };
    }

    /** The instant at which it ends, in words. */
    public static String until(Instant expires) {
        return Say.time(expires, ZoneOffset.UTC) + " UTC";
    }
}
