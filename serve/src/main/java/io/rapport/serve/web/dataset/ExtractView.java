package io.rapport.serve.web.dataset;

import io.rapport.serve.approval.ApprovalError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of an extraction.
 *
 * @param dataset its name
 * @param mayBePersonal whether the reader may extract whose rows these are
 * @param isOfGroups whether its rows are about groups, and not of mailboxes
 * @param dates columns to take a range of; empty where there is none
 * @param preview what it would deliver; null where nobody looked
 * @param approval whether the reader may extract it
 */
public record ExtractView(
        String dataset,
        boolean mayBePersonal,
        boolean isOfGroups,
        Text from,
        Text to,
        List<Choice> dates,
        String datesProblem,
        List<Choice> columns,
        String columnsProblem,
        Text groups,
        Text filter,
        List<Choice> regions,
        String regionsProblem,
        List<Choice> tenantRegions,
        String tenantRegionsProblem,
        List<Choice> formats,
        String formatsProblem,
        @Nullable Preview preview,
        Approval approval) {

    public String href() {
        return "/datasets/" + dataset + "/extract";
    }

    /** Where an approval is asked for. */
    public String approvalHref() {
        return "/datasets/" + dataset + "/approval";
    }

    public boolean hasProblem() {
        return java.util.stream.Stream.of(
                        from.problem(),
                        to.problem(),
                        datesProblem,
                        columnsProblem,
                        groups.problem(),
                        filter.problem(),
                        regionsProblem,
                        tenantRegionsProblem,
                        formatsProblem,
                        approval.purpose().problem())
                .anyMatch(problem -> !problem.isEmpty());
    }

    /**
     * Whether the reader may extract what is chosen.
     *
     * @param isKnown whether it can be said: what is chosen makes sense
     * @param text the approval, in words; empty where there is none near
     * @param href its page; empty where there is none
     * @param missing all that is not approved; empty where it is
     * @param isRefused whether an extraction was refused just now
     * @param purpose what it is for, to ask for an approval
     */
    public record Approval(
            boolean isKnown, String text, String href, List<Missing> missing, boolean isRefused, Text purpose) {

        /** Whether just this waits for a decision already. */
        public boolean isWaiting() {
            return missing.size() == 1 && missing.get(0).code().equals(ApprovalError.APPROVAL_WAITING.name());
        }
    }

    /** @param code stays the same, whatever the words */
    public record Missing(String text, String code) {}

    /** @param problem what is wrong with it; empty for nothing */
    public record Text(String value, String problem) {}

    public record Choice(String value, String title, boolean isChosen) {}

    /**
     * What it would deliver.
     *
     * @param rows in all
     * @param isChecked whether the directory said who is valid
     */
    public record Preview(String rows, boolean isChecked, List<Region> regions, List<Reason> leftOut) {}

    public record Region(String name, String mailboxes, String rows) {}

    /** @param users how many are left out for it */
    public record Reason(String reason, String users, String rows) {}
}
