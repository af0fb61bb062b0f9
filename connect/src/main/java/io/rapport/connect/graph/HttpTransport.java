package io.rapport.connect.graph;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The network. HTTP/1.1, a connection for each request in flight: the JDK's HTTP/2 fails requests beyond the server's
 * limit of streams instead of letting them wait, and all requests of a connection that the server closes (JDK-8225647).
 * The JDK's own request timeout ends with the headers (JDK-8208693), so the caller keeps the deadline and cancels.
 */
public final class HttpTransport implements Transport {

    private static final Duration CONNECT = Duration.ofSeconds(20);

    private final HttpClient http;
    private final int longestBody;

    /** @param longestBody bytes of an answer beyond which it counts as broken off */
    public HttpTransport(int longestBody) {
        this.longestBody = longestBody;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }

    @Override
    public CompletableFuture<Answer> send(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri());
        call.headers().forEach(request::header);
        request.method(
                call.method(),
                call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        CompletableFuture<HttpResponse<byte[]>> response =
                http.sendAsync(request.build(), info -> new BoundedBody(longestBody));
        CompletableFuture<Answer> answer = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterrupt) {
                // Only the client's own future gives the exchange up.
                response.cancel(true);
                return super.cancel(mayInterrupt);
            }
        };
        var unused = response.whenComplete((done, failure) -> {
            if (done == null) {
                answer.completeExceptionally(failure);
            } else {
                answer.complete(
                        new Answer(done.statusCode(), headers(done.headers().map()), done.body()));
            }
        });
        return answer;
    }

    private static Map<String, String> headers(Map<String, List<String>> found) {
        Map<String, String> headers = new HashMap<>();
        found.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return headers;
    }
}
