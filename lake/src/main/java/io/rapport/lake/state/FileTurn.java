package io.rapport.lake.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** The lock of an empty file, which the system gives back when a process dies. A process's own threads wait before it. */
final class FileTurn implements Turn {

    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel file;

    private FileTurn(FileChannel file) {
        this.file = file;
    }

    /** Waits until it is there. The file is created where there is none, and stays: deleting it would make two of it. */
    static FileTurn await(Path path) throws IOException {
        THREADS.lock();
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                file.lock();
                return new FileTurn(file);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            THREADS.unlock();
        }
    }
}
