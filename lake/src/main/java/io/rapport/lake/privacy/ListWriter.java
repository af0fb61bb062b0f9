package io.rapport.lake.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists: absent entries are left out; a list that the source has is there, even where nothing is left in it. */
record ListWriter(ValueWriter element) implements ValueWriter {

    @Override
    public boolean write(@Nullable Object raw, LineBuffer out) {
        if (raw == null) {
            return false;
        }
        if (!(raw instanceof List<?> values)) {
            throw new UnreadableValue("is no list");
        }
        out.put('[');
        boolean isEmpty = true;
        for (Object value : values) {
            int before = out.length();
            if (!isEmpty) {
                out.put(',');
            }
            if (element.write(value, out)) {
                isEmpty = false;
            } else {
                out.truncate(before);
            }
        }
        out.put(']');
        return true;
    }
}
