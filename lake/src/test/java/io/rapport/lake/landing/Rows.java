package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Row;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as readers hand them over. */
public final class Rows {

    private Rows() {}

    public static Row row(Dataset dataset, @Nullable Object... columnsAndValues) {
        Row row = new Row(dataset);
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.set(dataset.index(String.valueOf(columnsAndValues[i])), columnsAndValues[i + 1]);
        }
        return row;
    }

    public static Row message(String id, String owner, @Nullable String sent, String folder) {
        return row(
                Datasets.MESSAGE,
                "id",
                id,
                "puser",
                owner,
                "sentDateTime",
                sent,
                "parentFolderId",
                folder,
                "from",
                person("Ann.Jones@Contoso.com"),
                "toRecipients",
                List.of(person("bob@fabrikam.com"), person("no address")));
    }

    public static Row settings(String owner, String zone) {
        return row(Datasets.MAILBOX_SETTINGS, "puser", owner, "timeZone", zone);
    }

    /** {@code {emailAddress: {address}}}. */
    public static Object person(@Nullable String address) {
        return struct(struct(address));
    }

    public static Object struct(@Nullable Object... fields) {
        return fields;
    }

    public static List<@Nullable Object> list(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
