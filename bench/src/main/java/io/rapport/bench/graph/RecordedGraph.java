package io.rapport.bench.graph;

import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Delivery;
import io.rapport.simulator.http.LoopbackServer;
import io.rapport.simulator.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Stands before a made-up tenant and answers from a file what Graph was asked once before: then an answer costs its bytes,
 * and what a sync takes can be told from what making up the tenant takes. Links lead here too. Thread-safe.
 */
final class RecordedGraph implements AutoCloseable {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String TOKEN = "/oauth2/v2.0/token";
    private static final List<String> FORWARDED =
            List.of("Authorization", "Prefer", "ConsistencyLevel", "Content-Type");
    private static final List<String> NOT_KEPT = List.of("content-length", "date");

    private final URI entra;
    private final URI graph;
    private final FileChannel file;
    private final AtomicLong end = new AtomicLong();
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final LoopbackServer server;

    private record Known(Map<String, String> headers, long offset, int length) {}

    /** @param path of the file, which is made anew */
    RecordedGraph(URI entra, URI graph, Path path) throws IOException {
        this.entra = entra;
        this.graph = graph;
        this.file = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.server = LoopbackServer.start("recorded", 0, this::answer);
    }

    URI url() {
        return server.url();
    }

    @Override
    public void close() throws IOException {
        server.close();
        file.close();
    }

    private Answer answer(Request request) {
        if (request.path().endsWith(TOKEN)) {
            return token(request);
        }
        String key = String.join(
                "\n",
                request.method(),
                request.path(),
                request.rawQuery(),
                String.join(",", request.headers("Prefer")),
                request.bodyText());
        Known answer = known.get(key);
        if (answer != null) {
            return read(answer);
        }
        Answer made = ask(graph, request, request.bodyText());
        if (made.status() == OK) {
            keep(key, made);
        }
        return made;
    }

    /** A token is asked for the Graph that the client knows, which is this one here, and nobody else knows it. */
    private Answer token(Request request) {
        return ask(entra, request, request.bodyText().replace(encoded(url()), encoded(graph)));
    }

    private Answer ask(URI whom, Request request, String body) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(URI.create(whom + request.path() + query))
                .method(request.method(), BodyPublishers.ofString(body));
        FORWARDED.forEach(name -> request.findHeader(name).ifPresent(value -> forwarded.header(name, value)));
        HttpResponse<String> response;
        try {
            response = http.send(forwarded.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Answer.empty(UNAVAILABLE);
        }
        Map<String, String> headers = response.headers().map().entrySet().stream()
                .filter(header -> !NOT_KEPT.contains(header.getKey()))
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, header -> header.getValue().get(0)));
        String text = response.body().replace(graph.toString(), url().toString());
        return new Answer(response.statusCode(), headers, text.getBytes(StandardCharsets.UTF_8), Delivery.PLAIN);
    }

    private void keep(String key, Answer made) {
        byte[] body = made.body();
        long offset = end.getAndAdd(body.length);
        try {
            file.write(ByteBuffer.wrap(body), offset);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        known.put(key, new Known(made.headers(), offset, body.length));
    }

    private Answer read(Known answer) {
        ByteBuffer body = ByteBuffer.allocate(answer.length());
        try {
            while (body.hasRemaining() && file.read(body, answer.offset() + body.position()) >= 0) {
                // Until all of it is there.
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Answer(OK, answer.headers(), body.array(), Delivery.PLAIN);
    }

    private static String encoded(URI url) {
        return URLEncoder.encode(url.toString(), StandardCharsets.UTF_8);
    }
}
