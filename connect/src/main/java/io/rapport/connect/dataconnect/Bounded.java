package io.rapport.connect.dataconnect;

import io.rapport.core.error.RapportException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A stream that may yield so many bytes and no more. Must not be marked. */
final class Bounded extends FilterInputStream {

    private final Supplier<RapportException> refusal;
    private long left;

    /** @param refusal what is thrown at the first byte beyond */
    Bounded(InputStream in, long most, Supplier<RapportException> refusal) {
        super(in);
        this.left = most;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        left -= Math.max(read, 0);
        if (left < 0) {
            throw refusal.get();
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
