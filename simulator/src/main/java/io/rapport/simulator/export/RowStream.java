package io.rapport.simulator.export;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Objects;

/** JSON lines that are made while they are read: a buffer of rows at a time. Not thread-safe. */
final class RowStream<T> extends InputStream {

    private static final int BUFFER = 64 << 10;

    private final Iterator<T> things;
    private final RowWriter<T> writer;
    private final Buffer buffer = new Buffer();
    private final JsonRow row;
    private int position;

    RowStream(Iterator<T> things, RowWriter<T> writer, String tenantId) {
        this.things = things;
        this.writer = writer;
        this.row = new JsonRow(buffer, tenantId);
    }

    @Override
    public int read() {
        return fill() ? buffer.bytes()[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, buffer.size() - position);
        System.arraycopy(buffer.bytes(), position, into, offset, taken);
        position += taken;
        return taken;
    }

    /** Whether there is a byte to read. */
    private boolean fill() {
        if (position == buffer.size()) {
            buffer.reset();
            position = 0;
            while (buffer.size() < BUFFER && things.hasNext()) {
                writer.write(things.next(), row);
            }
        }
        return position < buffer.size();
    }

    /** A buffer that shows its bytes instead of copying them. */
    private static final class Buffer extends ByteArrayOutputStream {

        Buffer() {
            super(2 * BUFFER);
        }

        byte[] bytes() {
            return buf;
        }
    }
}
