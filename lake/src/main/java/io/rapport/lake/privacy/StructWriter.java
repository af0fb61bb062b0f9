package io.rapport.lake.privacy;

import org.jspecify.annotations.Nullable;

/** Objects: absent where all of their fields are. */
final class StructWriter implements ValueWriter {

    private final byte[][] names;
    private final ValueWriter[] fields;

    StructWriter(byte[][] names, ValueWriter[] fields) {
        this.names = names;
        this.fields = fields;
    }

    @Override
    public boolean write(@Nullable Object raw, LineBuffer out) {
        if (raw == null) {
            return false;
        }
        if (!(raw instanceof @Nullable Object[] values)) {
            throw new UnreadableValue("is no object");
        }
        int start = out.length();
        out.put('{');
        boolean isEmpty = true;
        for (int i = 0; i < fields.length && i < values.length; i++) {
            int before = out.length();
            if (!isEmpty) {
                out.put(',');
            }
            out.put(names[i]);
            if (fields[i].write(values[i], out)) {
                isEmpty = false;
            } else {
                out.truncate(before);
            }
        }
        if (isEmpty) {
            out.truncate(start);
            return false;
        }
        out.put('}');
        return true;
    }
}
