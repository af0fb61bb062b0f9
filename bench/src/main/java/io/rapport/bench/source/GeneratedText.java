package io.rapport.bench.source;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * An export that is written while it is read, a piece at a time and on the reader's thread, so that what the writing
 * costs is known apart from the reading. Not thread-safe.
 */
public final class GeneratedText extends InputStream {

    private static final int PIECE = 1 << 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final InputStream source;
    private final byte[] piece = new byte[PIECE];
    private int position;
    private int length;
    private long bytes;
    private long processorNanos;
    private long elapsedNanos;

    /** @param source writes its bytes when they are asked for */
    GeneratedText(InputStream source) {
        this.source = source;
    }

    /** Bytes written so far. */
    public long bytes() {
        return bytes;
    }

    /** Processor time of the writing so far, in nanoseconds. */
    public long processorNanos() {
        return processorNanos;
    }

    /** What the writing took so far by the clock, in nanoseconds. */
    public long elapsedNanos() {
        return elapsedNanos;
    }

    @Override
    public int read() throws IOException {
        return isFilled() ? piece[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int most) throws IOException {
        if (!isFilled()) {
            return -1;
        }
        int taken = Math.min(most, length - position);
        System.arraycopy(piece, position, target, offset, taken);
        position += taken;
        return taken;
    }

    private boolean isFilled() throws IOException {
        if (position == length) {
            long processor = THREADS.getCurrentThreadCpuTime();
            long elapsed = System.nanoTime();
            length = source.readNBytes(piece, 0, PIECE);
            position = 0;
            bytes += length;
            processorNanos += THREADS.getCurrentThreadCpuTime() - processor;
            elapsedNanos += System.nanoTime() - elapsed;
        }
        return length > 0;
    }
}
