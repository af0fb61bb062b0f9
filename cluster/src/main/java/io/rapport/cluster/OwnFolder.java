package io.rapport.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder in the driver's temporary one that nobody else may read; it has to be empty when it is closed. */
record OwnFolder(Path path) implements AutoCloseable {

    static OwnFolder create() throws IOException {
        return new OwnFolder(Files.createTempDirectory("rapport-run"));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
