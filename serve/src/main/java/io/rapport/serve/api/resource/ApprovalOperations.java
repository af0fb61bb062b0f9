package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.CHANGE;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;
import static io.rapport.serve.security.Role.CONTRIBUTOR;

import io.rapport.core.error.RapportException;
import io.rapport.model.extract.ExtractWords;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.FieldProblem;
import io.rapport.serve.api.operation.InvalidRequest;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.approval.Approval;
import io.rapport.serve.approval.ApprovalState;
import io.rapport.serve.approval.Approvals;
import io.rapport.serve.approval.Extent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Approvals of extractions: asked for, given, denied, revoked. */
public final class ApprovalOperations {

    private static final String TAG = "Approvals";
    private static final Parameter ID = Parameter.path("approval", "Id of the approval.");

    private final Approvals approvals;
    private final InstantSource instants;
    private final String from;

    /** @param from where all of it is asked for, as the access log shall have it */
    public ApprovalOperations(Approvals approvals, InstantSource instants, String from) {
        this.approvals = approvals;
        this.instants = instants;
        this.from = from;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get(
                                "listApprovals",
                                "/approvals",
                                "Approvals, the latest first; to others than administrators their own.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, VIEW, "Approvals")
                        .takes(
                                Parameter.text("dataset", "Only of this dataset."),
                                Parameter.choice(
                                        "state", Words.all(ApprovalState.class), "", "Only those in this state."))
                        .takes(Paging.parameters())
                        .lists(
                                ApprovalShapes.APPROVAL,
                                call -> Paging.part(
                                        call, known(call), one -> one.approval().id())),
                Draft.post("requestApproval", "/approvals", "Asks an administrator to approve an extraction.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, CHANGE, "Approval: asked for")
                        .takes(ExtractRequestFields.ofExtent())
                        .takes(
                                Parameter.choice(
                                                "destination",
                                                List.of(Extent.DOWNLOAD),
                                                Extent.DOWNLOAD,
                                                "Where the files go.")
                                        .inBody(),
                                Parameter.text("purpose", "Why it is needed, for whoever decides.")
                                        .atMost(Approvals.LONGEST_TEXT)
                                        .inBody()
                                        .required())
                        .makes(ApprovalShapes.APPROVAL, this::request),
                Draft.get("getApproval", "/approvals/{approval}", "An approval; its ETag is its edition.")
                        .in(TAG)
                        .logged(CONTRIBUTOR, VIEW, "Approval")
                        .takes(ID)
                        .answers(ApprovalShapes.APPROVAL, call -> tell(call, require(call))),
                Draft.post(
                                "approveApproval",
                                "/approvals/{approval}/approve",
                                "Lets its owner extract, for 180 days. Never by the owner.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, CHANGE, "Approval: given")
                        .takes(ID)
                        .ifUnchanged()
                        .answers(
                                ApprovalShapes.APPROVAL,
                                call -> tell(call, approvals.approve(unchanged(call), call.person(), from))),
                Draft.post("denyApproval", "/approvals/{approval}/deny", "Says no. Never by the owner.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, CHANGE, "Approval: denied")
                        .takes(ID, reason().required())
                        .ifUnchanged()
                        .answers(
                                ApprovalShapes.APPROVAL,
                                call -> tell(
                                        call,
                                        approvals.deny(unchanged(call), call.person(), call.text("reason"), from))),
                Draft.post(
                                "revokeApproval",
                                "/approvals/{approval}/revoke",
                                "Takes it back: nothing begins by it any more. Never by the owner.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, CHANGE, "Approval: revoked")
                        .takes(ID, reason())
                        .ifUnchanged()
                        .answers(
                                ApprovalShapes.APPROVAL,
                                call -> tell(
                                        call,
                                        approvals.revoke(unchanged(call), call.person(), call.text("reason"), from))));
    }

    private static Parameter reason() {
        return Parameter.text("reason", "Why, for the owner.")
                .atMost(Approvals.LONGEST_TEXT)
                .inBody();
    }

    private List<ApprovalShapes.Known> known(Call call) {
        String dataset = call.text("dataset");
        String state = call.text("state");
        return approvals.list(call.person()).stream()
                .filter(one ->
                        dataset.isEmpty() || one.extent().dataset().name().equals(dataset))
                .map(one -> known(call, one))
                .filter(one -> state.isEmpty() || Words.of(one.state()).equals(state))
                .toList();
    }

    private ApprovalShapes.Known request(Call call) {
        boolean mayBePersonal = call.mayActAs(ADMINISTRATOR);
        ExtractWords words = ExtractRequestFields.words(call, mayBePersonal);
        List<FieldProblem> problems = new ArrayList<>(ExtractRequestFields.problems(words, mayBePersonal));
        Approvals.findPurposeProblem(call.text("purpose"))
                .ifPresent(problem -> problems.add(new FieldProblem("purpose", problem)));
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        Approval made = approvals.request(call.person(), words, call.text("purpose"), from);
        call.isAt("/approvals/" + made.id());
        return tell(call, made);
    }

    private Approval require(Call call) {
        return approvals.find(call.text("approval"), call.person()).orElseThrow(() -> Words.none("approval"));
    }

    /** As whoever decides has read it. */
    private Approval unchanged(Call call) {
        Approval now = require(call);
        String expected = call.expectedVersion();
        if (!expected.isEmpty() && !expected.equals(Long.toString(now.edition()))) {
            throw new RapportException(
                    ApiError.CHANGED_MEANWHILE,
                    "The approval " + now.id() + " is not what was read: somebody decided on it since.");
        }
        return now;
    }

    private ApprovalShapes.Known tell(Call call, Approval approval) {
        call.setVersion(Long.toString(approval.edition()));
        return known(call, approval);
    }

    private ApprovalShapes.Known known(Call call, Approval approval) {
        return new ApprovalShapes.Known(approval, approval.standing(instants.instant()), call.mayActAs(ADMINISTRATOR));
    }
}
