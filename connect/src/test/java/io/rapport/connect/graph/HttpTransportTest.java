package io.rapport.connect.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manners of the real network code, against a server on this machine. */
class HttpTransportTest {

    private static final int LIMIT = 1 << 20;

    private final HttpTransport transport = new HttpTransport(LIMIT);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void a_post_goes_out_with_headers_and_body_and_comes_back_whole() throws Exception {
        server.createContext("/a", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders()
                    .add("Request-Id", exchange.getRequestHeaders().getFirst("Prefer"));
            answer(exchange, 201, body);
        });

        Answer answer = transport
                .send(Call.post(url("/a?b=c"), Map.of("Prefer", "x"), "hello".getBytes(StandardCharsets.UTF_8)))
                .get();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.findHeader("request-id")).contains("x");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("hello");
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        AtomicInteger followed = new AtomicInteger();
        server.createContext("/a", exchange -> {
            exchange.getResponseHeaders().add("Location", url("/b").toString());
            answer(exchange, 302, new byte[0]);
        });
        server.createContext("/b", exchange -> {
            followed.incrementAndGet();
            answer(exchange, 200, new byte[0]);
        });

        assertThat(get("/a").status()).isEqualTo(302);
        assertThat(followed).hasValue(0);
    }

    @Test
    void a_compressed_answer_is_kept_compressed_and_read_as_text() throws Exception {
        byte[] text = "{\"value\":[]}".repeat(500).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(text);
        }
        server.createContext("/a", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            answer(exchange, 200, gzip.toByteArray());
        });

        Answer answer = get("/a");

        assertThat(answer.body()).hasSizeLessThan(text.length / 10);
        assertThat(answer.open().readAllBytes()).isEqualTo(text);
    }

    @Test
    void an_answer_that_is_too_long_or_breaks_off_is_no_answer() {
        server.createContext("/long", exchange -> answer(exchange, 200, new byte[LIMIT + 1]));
        server.createContext("/short", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[50]);
            exchange.getResponseBody().flush();
            exchange.close();
        });

        assertThatThrownBy(() -> get("/long")).hasRootCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> get("/short")).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void giving_up_closes_the_connection_also_while_the_body_is_coming() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        server.createContext("/a", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[8]);
                    exchange.getResponseBody().flush();
                    begun.countDown();
                }
            } catch (IOException gone) {
                closed.countDown();
            } finally {
                exchange.close();
            }
        });
        CompletableFuture<Answer> sent = transport.send(Call.get(url("/a"), Map.of()));
        begun.await();

        sent.cancel(true);

        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(sent).isCompletedExceptionally();
    }

    @Test
    void nobody_there_is_no_answer() {
        server.stop(0);

        assertThatThrownBy(() -> get("/a"))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(IOException.class);
    }

    private Answer get(String path) throws Exception {
        return transport.send(Call.get(url(path), Map.of())).get();
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
