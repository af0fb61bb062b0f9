package io.rapport.serve.web.approval;

import java.util.List;

/**
 * One approval.
 *
 * @param state as a word, and
 * @param colour as the class of its colour
 * @param edition that the reader sees, and decides on
 * @param isOwn whether the reader asked for it, and so can't decide
 * @param mayDecide whether the reader can approve or deny it now
 * @param mayRevoke whether the reader can take it back now
 * @param form address of the extraction's form, filled in with just this; empty where the reader has no use for it
 * @param formTitle what the form is opened for
 * @param reason as it was typed, where something was wrong with it
 * @param problem what is wrong with a decision; empty for nothing
 */
public record ApprovalView(
        String id,
        String dataset,
        String state,
        String colour,
        List<Fact> facts,
        long edition,
        boolean isOwn,
        boolean mayDecide,
        boolean mayRevoke,
        String form,
        String formTitle,
        String reason,
        String problem) {

    public String href() {
        return "/approvals/" + id;
    }

    public record Fact(String name, String text) {}
}
