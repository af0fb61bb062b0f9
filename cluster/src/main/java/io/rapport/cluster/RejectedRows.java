package io.rapport.cluster;

import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.core.error.RapportException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says when too many rows of exports could not be read: more than one in a hundred of a dataset, as an import does. */
final class RejectedRows {

    private static final int SHOWN = 5;

    private RejectedRows() {}

    /** @throws RapportException {@link ClusterError#CLUSTER_REJECTS}, naming every dataset and its most frequent reasons */
    static void requireFew(Collection<LandedExport> exports) {
        double limit = ImportLimits.DEFAULT.rejectShare();
        List<String> lines = new ArrayList<>();
        for (LandedExport export : exports) {
            if (export.rejectedRows() > limit * export.read()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d rows can't be read",
                        export.dataset().name(),
                        export.rejectedRows(),
                        export.read()));
                export.rejected().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(SHOWN)
                        .forEach(reason ->
                                lines.add(String.format(Locale.ROOT, "  %,d: %s", reason.getValue(), reason.getKey())));
            }
        }
        if (!lines.isEmpty()) {
            throw new RapportException(
                    ClusterError.CLUSTER_REJECTS,
                    "Too many rows can't be read; the limit is " + Math.round(100 * limit) + " % of a dataset:\n  "
                            + String.join("\n  ", lines)
                            + "\nCheck that the folders hold what they are named after, and export them again. Nothing was"
                            + " computed.");
        }
    }
}
