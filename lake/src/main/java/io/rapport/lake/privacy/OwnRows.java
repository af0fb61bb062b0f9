package io.rapport.lake.privacy;

import io.rapport.core.address.Address;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells an erased person's own rows of one dataset: they don't land at all. Not thread-safe. */
final class OwnRows {

    private final Suppression suppression;
    private final int[] ids;
    private final int[] addresses;
    /** Positions within the key of the columns of ids. */
    private final int[] keyIds;

    OwnRows(Dataset dataset, Suppression suppression) {
        this.suppression = suppression;
        ids = PersonColumns.ids(dataset).stream().mapToInt(dataset::index).toArray();
        addresses = PersonColumns.ownAddresses(dataset).stream()
                .mapToInt(dataset::index)
                .toArray();
        keyIds = PersonColumns.ids(dataset).stream()
                .mapToInt(dataset.key()::indexOf)
                .filter(position -> position >= 0)
                .toArray();
    }

    boolean holds(Row row) {
        if (suppression.isEmpty()) {
            return false;
        }
        for (int column : ids) {
            if (isErased(text(row.value(column)))) {
                return true;
            }
        }
        for (int column : addresses) {
            String address = Address.normalForm(text(row.value(column)));
            if (address != null && suppression.holdsAddress(address)) {
                return true;
            }
        }
        return false;
    }

    /** @param key in the order of the dataset's key */
    boolean holdsKey(List<String> key) {
        if (suppression.isEmpty()) {
            return false;
        }
        for (int position : keyIds) {
            if (isErased(key.get(position))) {
                return true;
            }
        }
        return false;
    }

    private boolean isErased(@Nullable String id) {
        if (id == null) {
            return false;
        }
        // Some exports name a mailbox by its address.
        String address = id.indexOf('@') < 0 ? null : Address.normalForm(id);
        return suppression.holdsId(id.strip()) || (address != null && suppression.holdsAddress(address));
    }

    private static @Nullable String text(@Nullable Object raw) {
        return raw instanceof String text ? text : null;
    }
}
