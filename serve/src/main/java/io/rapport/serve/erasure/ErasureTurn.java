package io.rapport.serve.erasure;

import io.rapport.core.error.RapportException;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** One erasure of people at a time, among all processes on a home: a certificate says what its own erasure did. */
final class ErasureTurn implements AutoCloseable {

    private static final ReentrantLock OF_THIS_PROCESS = new ReentrantLock();

    private final FileChannel channel;

    private ErasureTurn(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for those that are under way. */
    static ErasureTurn take(Home home) {
        Path file = home.folder().resolve("certificates").resolve("turn");
        OF_THIS_PROCESS.lock();
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                var unused = channel.lock();
                return new ErasureTurn(channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            OF_THIS_PROCESS.unlock();
            throw new RapportException(
                    PersonErasureError.PERSON_FILES,
                    "The file " + file + " can't be locked. Check the owner of the home; then run the erasure again.",
                    e);
        } catch (RuntimeException e) {
            OF_THIS_PROCESS.unlock();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException locksEndWithTheProcess) {
            // Nothing was written.
        } finally {
            OF_THIS_PROCESS.unlock();
        }
    }
}
