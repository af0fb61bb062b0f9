package io.rapport.lake.state;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A wire to a server of this machine that can be cut and mended. */
public final class Wire implements AutoCloseable {

    private final int target;
    private final Queue<Closeable> ends = new ConcurrentLinkedQueue<>();
    private final int port;

    /** @param target the server's port */
    public Wire(int target) {
        this.target = target;
        this.port = listen(0);
    }

    /** Where to connect to. */
    public int port() {
        return port;
    }

    /** Breaks all connections; new ones are refused. */
    public void cut() {
        for (Closeable end = ends.poll(); end != null; end = ends.poll()) {
            closeQuietly(end);
        }
    }

    /** Lets connections through again. */
    public void mend() {
        listen(port);
    }

    @Override
    public void close() {
        cut();
    }

    @SuppressWarnings("AddressSelection")
    private int listen(int at) {
        try {
            ServerSocket door = new ServerSocket(at, 50, InetAddress.getLoopbackAddress());
            ends.add(door);
            run(() -> accept(door));
            return door.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket door) {
        try {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.add(near);
                ends.add(far);
                run(() -> pump(near, far));
                run(() -> pump(far, near));
            }
        } catch (IOException cut) {
            closeQuietly(door);
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Closeable end) {
        try {
            end.close();
        } catch (IOException gone) {
            return;
        }
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
