package io.rapport.serve.approval;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractWords;
import io.rapport.model.extract.Region;
import io.rapport.model.extract.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far an extraction reaches, and how far an approval goes: whatever decides whose values leave, and where to. Days and
 * format are no part of it.
 *
 * @param columns names, in schema order
 * @param region null: all
 * @param tenantRegion where mailboxes are counted of which the directory says no region; null: nowhere
 * @param destination where the files go: {@link #DOWNLOAD}
 */
public record Extent(
        Dataset dataset,
        List<String> columns,
        Scope scope,
        @Nullable Region region,
        @Nullable Region tenantRegion,
        String destination) {

    /** Into the home, from where they are downloaded: the one place that extractions through the server have. */
    public static final String DOWNLOAD = "download";

    public Extent {
        columns = List.copyOf(columns);
    }

    /** Of an extraction through the server. */
    public static Extent of(ExtractPlan plan) {
        return new Extent(
                plan.dataset(),
                plan.columns().stream().map(Column::name).toList(),
                plan.scope(),
                plan.region(),
                plan.tenantRegion(),
                DOWNLOAD);
    }

    /** The same as the form and the API take it; without days and format. */
    public ExtractWords words() {
        return new ExtractWords(
                dataset,
                null,
                null,
                null,
                columns,
                scope instanceof Scope.Groups groups ? groups.ids() : List.of(),
                scope instanceof Scope.Filtered filtered ? filtered.text() : null,
                region == null ? null : region.name(),
                tenantRegion == null ? null : tenantRegion.name(),
                null);
    }

    /** Everything of what is wanted that lies outside of this; empty where all of it lies within. */
    List<Lack> lacks(Extent wanted) {
        List<Lack> lacks = new ArrayList<>();
        List<String> more = wanted.columns.stream()
                .filter(column -> !columns.contains(column))
                .toList();
        if (!more.isEmpty()) {
            lacks.add(new Lack(
                    ApprovalError.APPROVAL_COLUMNS,
                    "columns",
                    "Columns that are not approved: " + String.join(", ", more) + ". Approved: "
                            + String.join(", ", columns) + "."));
        }
        addScope(wanted.scope, lacks);
        addRegion(wanted, lacks);
        if (!destination.equals(wanted.destination)) {
            lacks.add(new Lack(
                    ApprovalError.APPROVAL_DESTINATION,
                    "destination",
                    "The approved destination is " + destination + ", and this one is " + wanted.destination + "."));
        }
        return lacks;
    }

    /** Everybody holds all; groups hold fewer of the same groups; a filter holds the same filter alone. */
    private void addScope(Scope wanted, List<Lack> lacks) {
        if (scope instanceof Scope.Groups approved) {
            if (wanted instanceof Scope.Groups groups) {
                List<String> more = groups.ids().stream()
                        .filter(id -> !approved.ids().contains(id))
                        .toList();
                if (!more.isEmpty()) {
                    add(lacks, "groups", "Groups that are not approved: " + String.join(", ", more) + ". ", approved);
                }
            } else {
                add(lacks, "groups", "Only groups are approved, and none is named. ", approved);
            }
        } else if (scope instanceof Scope.Filtered approved
                && !(wanted instanceof Scope.Filtered filtered
                        && filtered.filter().equals(approved.filter()))) {
            // What the filter says stays out of the message: it may name addresses.
            lacks.add(new Lack(
                    ApprovalError.APPROVAL_SCOPE,
                    "userFilter",
                    "Only the users of one filter are approved, and this is another one or none. Use the approved filter,"
                            + " condition by condition."));
        }
    }

    private static void add(List<Lack> lacks, String field, String text, Scope.Groups approved) {
        lacks.add(new Lack(
                ApprovalError.APPROVAL_SCOPE, field, text + "Approved: " + String.join(", ", approved.ids()) + "."));
    }

    private void addRegion(Extent wanted, List<Lack> lacks) {
        if (region == null) {
            return;
        }
        if (region != wanted.region) {
            lacks.add(new Lack(
                    ApprovalError.APPROVAL_REGION,
                    "region",
                    "The region " + (wanted.region == null ? "all" : wanted.region.name())
                            + " is not approved. Approved: " + region.name() + "."));
        }
        if (wanted.tenantRegion != null && !Objects.equals(tenantRegion, wanted.tenantRegion)) {
            lacks.add(new Lack(
                    ApprovalError.APPROVAL_REGION,
                    "tenantRegion",
                    "Mailboxes without a region are approved as "
                            + (tenantRegion == null ? "left out" : "of " + tenantRegion.name()) + ", and not as of "
                            + wanted.tenantRegion.name() + "."));
        }
    }
}
