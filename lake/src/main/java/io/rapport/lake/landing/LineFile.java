package io.rapport.lake.landing;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.privacy.LineBuffer;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Lines of one partition of a chunk on their way to the disk. Not thread-safe. */
final class LineFile implements AutoCloseable {

    private static final int DRAIN_AT = 1 << 18;

    private final Path path;
    private final OutputStream out;
    private final LineBuffer buffer = new LineBuffer();

    LineFile(Path path) {
        this.path = path;
        try {
            this.out = new FileOutputStream(path.toFile());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void add(LineBuffer line) {
        buffer.append(line);
        if (buffer.length() >= DRAIN_AT) {
            drain();
        }
    }

    /** Ends the file: from now on it can be read. */
    Path finish() {
        drain();
        close();
        return path;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void drain() {
        try {
            buffer.drainTo(out);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private RapportException unwritable(IOException e) {
        return new RapportException(
                LakeError.HOME_FAILED,
                "The file " + path + " can't be written. Check the disk's free space and run it again; nothing was"
                        + " committed.",
                e);
    }
}
