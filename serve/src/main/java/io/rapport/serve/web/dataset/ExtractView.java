package io.rapport.serve.web.dataset;

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
        @Nullable Preview preview) {

    public String href() {
        return "/datasets/" + dataset + "/extract";
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
                        formatsProblem)
                .anyMatch(problem -> !problem.isEmpty());
    }

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
