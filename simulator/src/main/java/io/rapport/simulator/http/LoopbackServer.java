package io.rapport.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Plain HTTP on 127.0.0.1 and on nothing else; a request that names another host is refused, so that no web page reaches
 * it through a name of its own. Thread-safe; {@link #close} ends it at once, answers or not.
 */
public final class LoopbackServer implements AutoCloseable {

    private static final int THREADS = 64;
    private static final int WAITING = 1024;
    private static final int BACKLOG = 512;
    private static final int LARGEST_BODY = 4 << 20;
    private static final int PIECE = 1 << 16;

    static {
        // Head and body are written apart, and would wait for each other's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;

    private LoopbackServer(HttpServer server, ThreadPoolExecutor threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * @param name for its threads
     * @param port 0 for any free one
     * @throws UncheckedIOException where the port is taken
     */
    public static LoopbackServer start(String name, int port, Handler handler) {
        HttpServer server;
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), daemons(name));
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, handler));
        server.start();
        return new LoopbackServer(server, threads);
    }

    /** Where it listens: {@code http://127.0.0.1:PORT}, without a slash. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private static void serve(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange, handler));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever a handler does, the server goes on. */
    private static Answer answer(HttpExchange exchange, Handler handler) throws IOException {
        Optional<Request> request = read(exchange);
        if (!isLoopback(exchange)) {
            return Answer.empty(421);
        }
        try {
            return request.map(handler::answer).orElseGet(() -> Answer.empty(413));
        } catch (RuntimeException | StackOverflowError broken) {
            return Answer.empty(500);
        }
    }

    private static Optional<Request> read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return Optional.empty();
        }
        URI uri = exchange.getRequestURI();
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        return Optional.of(new Request(
                exchange.getRequestMethod(),
                path == null || path.isEmpty() ? "/" : path,
                query == null ? "" : query,
                exchange.getRequestHeaders(),
                body));
    }

    private static boolean isLoopback(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host == null
                || host.startsWith("127.0.0.1:")
                || host.startsWith("localhost:")
                || host.startsWith("[::1]:");
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
        Duration delay = answer.delivery().delay();
        if (delay.compareTo(Duration.ZERO) > 0) {
            Thread.sleep(delay.toMillis());
        }
        int cutAfter = answer.delivery().cutAfter().orElse(Integer.MAX_VALUE);
        if (cutAfter == 0) {
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body();
        boolean hasBody = body.length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), hasBody ? body.length : -1);
        if (hasBody) {
            write(exchange.getResponseBody(), body, Math.min(body.length, cutAfter));
        }
    }

    /** Closing a body before its announced end closes the connection. */
    private static void write(OutputStream out, byte[] body, int length) throws IOException {
        for (int from = 0; from < length; from += PIECE) {
            out.write(body, from, Math.min(PIECE, length - from));
        }
        out.flush();
        out.close();
    }
}
