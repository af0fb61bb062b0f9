package io.rapport.serve.api.operation;

import java.io.IOException;
import java.nio.file.Path;

/** A file that came with a request, and goes with it. */
@FunctionalInterface
public interface SentFile {

    /** Puts it there, where nothing is yet; once. */
    void writeTo(Path target) throws IOException;
}
