package io.rapport.bench.source;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * An export that is written while it is read, a piece at a time and on the reader's thread, so that what the writing
 * costs is known apart from the reading. Not thread-safe.
 */
public final class GeneratedText extends InputStream {

    private static final int PIECE = 900_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final TextRows source;
    private final TextBuffer buffer = new TextBuffer();
    private long rows;
    private long bytes;
    private long processorNanos;
    private long elapsedNanos;

    GeneratedText(TextRows source) {
        this.source = source;
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    /** Bytes read so far. */
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
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (buffer.length() == 0 && !write()) {
            return -1;
        }
        int read = buffer.read(target, offset, length);
        bytes += read;
        return read;
    }

    private boolean write() {
        long processor = THREADS.getCurrentThreadCpuTime();
        long elapsed = System.nanoTime();
        while (buffer.length() < PIECE && source.next(buffer)) {
            rows++;
        }
        processorNanos += THREADS.getCurrentThreadCpuTime() - processor;
        elapsedNanos += System.nanoTime() - elapsed;
        return buffer.length() > 0;
    }
}
