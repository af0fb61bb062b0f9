package io.rapport.serve.web.dataset;

import io.rapport.model.engine.Format;
import io.rapport.model.extract.ExtractField;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractPreview;
import io.rapport.model.extract.ExtractProblem;
import io.rapport.model.extract.LeftOut;
import io.rapport.model.extract.Region;
import io.rapport.model.extract.RegionExtract;
import io.rapport.serve.approval.Approval;
import io.rapport.serve.approval.Standing;
import io.rapport.serve.dataset.ColumnWords;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.approval.ApprovalWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the form of an extraction out of what was filled in, and of what is wrong with that. */
final class ExtractWording {

    private ExtractWording() {}

    static ExtractView view(
            ExtractForm form,
            List<ExtractProblem> problems,
            @Nullable ExtractPreview preview,
            ExtractView.Approval approval) {
        return new ExtractView(
                form.dataset().name(),
                form.mayBePersonal(),
                ExtractPlan.findOwnerColumn(form.dataset()).isEmpty(),
                new ExtractView.Text(form.text("from"), problem(problems, ExtractField.FROM)),
                new ExtractView.Text(form.text("to"), problem(problems, ExtractField.TO)),
                ColumnWords.filterable(form.dataset()).stream()
                        .map(date -> new ExtractView.Choice(date, date, date.equals(form.text("date"))))
                        .toList(),
                problem(problems, ExtractField.DATE_COLUMN),
                form.offered().stream()
                        .map(column -> new ExtractView.Choice(
                                column.name(), column.name(), form.chosen().contains(column.name())))
                        .toList(),
                problem(problems, ExtractField.COLUMNS),
                new ExtractView.Text(form.text("groups"), problem(problems, ExtractField.GROUPS)),
                new ExtractView.Text(form.text("filter"), problem(problems, ExtractField.USER_FILTER)),
                regions(form.text("region"), "all", "All, a folder for each"),
                problem(problems, ExtractField.REGION),
                regions(form.text("tenant-region"), "", "Not said"),
                problem(problems, ExtractField.TENANT_REGION),
                formats(form.text("format")),
                problem(problems, ExtractField.FORMAT),
                preview == null ? null : preview(preview),
                approval);
    }

    /**
     * Whether the reader may extract what is chosen.
     *
     * @param standing null where what is chosen makes no sense
     * @param problem what is wrong with asking for an approval; empty for nothing
     */
    static ExtractView.Approval approval(
            ExtractForm form, @Nullable Standing standing, boolean isRefused, String problem) {
        ExtractView.Text purpose = new ExtractView.Text(form.text("purpose"), problem);
        if (standing == null) {
            return new ExtractView.Approval(false, "", "", List.of(), isRefused, purpose);
        }
        Approval nearest = standing.nearest();
        Instant expires = nearest == null ? null : nearest.expiresAt();
        return new ExtractView.Approval(
                true,
                nearest == null
                        ? ""
                        : "approval " + nearest.id()
                                + (standing.lacks().isEmpty() && expires != null
                                        ? ", good until " + ApprovalWords.until(expires)
                                        : ""),
                nearest == null ? "" : "/approvals/" + nearest.id(),
                standing.lacks().stream()
                        .map(lack ->
                                new ExtractView.Missing(lack.text(), lack.code().name()))
                        .toList(),
                isRefused,
                purpose);
    }

    private static String problem(List<ExtractProblem> problems, ExtractField field) {
        return problems.stream()
                .filter(problem -> problem.field() == field)
                .map(ExtractProblem::text)
                .collect(Collectors.joining(" "));
    }

    private static List<ExtractView.Choice> regions(String chosen, String none, String noneTitle) {
        List<ExtractView.Choice> choices = new ArrayList<>();
        choices.add(new ExtractView.Choice(none, noneTitle, chosen.equals(none)));
        String known = Region.find(chosen).map(Region::name).orElse("");
        for (Region region : Region.values()) {
            choices.add(new ExtractView.Choice(
                    region.name(), region.name(), region.name().equals(known)));
        }
        if (known.isEmpty() && !chosen.isEmpty() && !chosen.equals(none)) {
            choices.add(new ExtractView.Choice(chosen, chosen, true));
        }
        return choices;
    }

    private static List<ExtractView.Choice> formats(String chosen) {
        return Arrays.stream(Format.values())
                .map(format -> new ExtractView.Choice(
                        format.extension(), title(format), format.extension().equals(chosen)))
                .sorted(java.util.Comparator.comparing(choice -> !choice.value().equals("json")))
                .toList();
    }

    private static String title(Format format) {
        return switch (format) {
            case JSON -> "JSON lines";
            case PARQUET -> "Parquet";
            case CSV -> "CSV";
        };
    }

    private static ExtractView.Preview preview(ExtractPreview preview) {
        return new ExtractView.Preview(
                Say.count(preview.rows(), "row", "rows"),
                preview.isChecked(),
                preview.regions().stream()
                        .map(region -> new ExtractView.Region(
                                regionName(region.region()),
                                region.mailboxes() == 0 ? "" : Say.count(region.mailboxes()),
                                Say.count(region.rows())))
                        .toList(),
                preview.leftOutByReason().entrySet().stream()
                        .map(reason -> new ExtractView.Reason(
                                reason.getKey(),
                                Say.count(reason.getValue().size()),
                                Say.count(reason.getValue().stream()
                                        .mapToLong(LeftOut::rows)
                                        .sum())))
                        .toList());
    }

    static String regionName(String region) {
        return region.equals(RegionExtract.OWN) ? "The tenant's own" : region;
    }
}
