package io.rapport.connect.dataconnect;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Gzip, one or more members, up to the file's last byte. The JDK's stream ends silently where the bytes after a member
 * begin no further one; a file that lost its second half that way would pass for whole.
 */
final class WholeGzip extends GZIPInputStream {

    private static final int TRAILER = 8;

    private final CountedInput source;
    private final long size;
    private long filledTo;

    /**
     * @param in the file's bytes, through the source
     * @param source counts them
     * @param size of the file in bytes
     */
    WholeGzip(InputStream in, CountedInput source, long size) throws IOException {
        super(in, 64 << 10);
        this.source = source;
        this.size = size;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        filledTo = source.count();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read < 0 && filledTo - inf.getRemaining() + TRAILER < size) {
            throw new ZipException("bytes after the last member");
        }
        return read;
    }
}
