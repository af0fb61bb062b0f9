package io.rapport.serve.rotation;

import io.rapport.core.error.RapportException;
import io.rapport.serve.home.Home;
import io.rapport.serve.secret.SecretError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One rotation at a time in a home: the lock of an empty file, which the system gives back when a process dies. */
public final class RotationTurn implements AutoCloseable {

    private final FileChannel lock;

    private RotationTurn(FileChannel lock) {
        this.lock = lock;
    }

    /** @throws RapportException {@link SecretError#SECRET_KEY} where another one is under way */
    public static RotationTurn take(Home home) {
        Path file = home.secretKey().resolveSibling("rotation.lock");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return new RotationTurn(channel);
                }
            } catch (OverlappingFileLockException here) {
                // By this very process.
            }
            channel.close();
        } catch (IOException e) {
            throw new RapportException(
                    SecretError.SECRET_KEY, "The folder of " + file + " can't be written. Check its owner.", e);
        }
        throw new RapportException(
                SecretError.SECRET_KEY, "Another process is rotating the key of this home. Wait until it is done.");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
