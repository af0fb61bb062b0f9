package io.rapport.serve.dataset;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType.Scalar;
import io.rapport.core.dataset.Dataset;
import io.rapport.model.extract.ExtractPlan;
import java.util.List;
import java.util.Set;

/**
 * The columns that say nothing of who somebody is: times, flags, counts and words of closed lists, and the names of what
 * belongs to the whole tenant. Who is no administrator extracts only these.
 */
public final class FreeColumns {

    /** The fewest mailboxes whose rows may lie together without saying whose they are. */
    public static final int LEAST_MAILBOXES = 5;

    private static final Set<Scalar> FREE = Set.of(Scalar.INSTANT, Scalar.DATE, Scalar.FLAG, Scalar.COUNT, Scalar.WORD);

    private static final Set<String> OF_THE_TENANT =
            Set.of("SignalType", "AppName", "TenantName", "AadTenantId", "ptenant", "ODataType");

    private FreeColumns() {}

    /** Those of a dataset; none for datasets about groups and for the directory, where a row is somebody. */
    public static List<Column> of(Dataset dataset) {
        boolean isOfMailboxes = ExtractPlan.findOwnerColumn(dataset)
                .filter(owner -> !dataset.key().equals(List.of(owner)))
                .isPresent();
        return isOfMailboxes
                ? ExtractPlan.columns(dataset).stream()
                        .filter(FreeColumns::isFree)
                        .toList()
                : List.of();
    }

    private static boolean isFree(Column column) {
        return OF_THE_TENANT.contains(column.name())
                || (column.type() instanceof Scalar scalar && FREE.contains(scalar));
    }
}
