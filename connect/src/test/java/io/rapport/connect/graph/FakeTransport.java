package io.rapport.connect.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/** A server in virtual time: what it answers is a function of the call, and comes after a while. */
public final class FakeTransport implements Transport {

    /** A call and when it came. */
    public record Heard(Instant at, Call call) {
        /** Path and query, unescaped as far as tests care. */
        public String path() {
            String query = call.uri().getRawQuery();
            return call.uri().getRawPath() + (query == null ? "" : "?" + query);
        }

        public String header(String name) {
            return call.headers().getOrDefault(name, "");
        }
    }

    /** Never answers. */
    public static final Answer SILENCE = new Answer(0, Map.of(), new byte[0]);
    /** Breaks the connection. */
    public static final Answer BREAK = new Answer(-1, Map.of(), new byte[0]);

    public final List<Heard> heard = new ArrayList<>();
    private final Loop loop;
    private final Function<Call, Answer> server;
    private Duration latency = Duration.ofMillis(50);
    private Predicate<String> listening = mailbox -> true;
    private int tokens;
    private final Map<String, Integer> underWay = new HashMap<>();
    public final Map<String, Integer> mostUnderWay = new HashMap<>();
    public int cancelled;

    public FakeTransport(Loop loop, Function<Call, Answer> server) {
        this.loop = loop;
        this.server = server;
    }

    public FakeTransport withLatency(Duration given) {
        latency = given;
        return this;
    }

    /** Remembers calls to some mailboxes only. */
    public FakeTransport listeningTo(Predicate<String> mailboxes) {
        listening = mailboxes;
        return this;
    }

    @Override
    public CompletableFuture<Answer> send(Call call) {
        if (call.uri().getPath().endsWith("/oauth2/v2.0/token")) {
            CompletableFuture<Answer> token = new CompletableFuture<>();
            loop.after(
                    latency,
                    () -> token.complete(json("{\"access_token\":\"token-" + ++tokens
                            + "\",\"expires_in\":3599,\"token_type\":\"Bearer\"}")));
            return token;
        }
        String mailbox = mailbox(call);
        if (listening.test(mailbox)) {
            heard.add(new Heard(loop.now(), call));
        }
        mostUnderWay.merge(mailbox, underWay.merge(mailbox, 1, Integer::sum), Math::max);
        CompletableFuture<Answer> future = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterrupt) {
                cancelled++;
                underWay.merge(mailbox, -1, Integer::sum);
                return super.cancel(mayInterrupt);
            }
        };
        Answer answer = server.apply(call);
        if (answer != SILENCE) {
            loop.after(latency, () -> {
                underWay.merge(mailbox, -1, Integer::sum);
                if (answer == BREAK) {
                    future.completeExceptionally(new IOException("connection reset"));
                } else {
                    future.complete(answer);
                }
            });
        }
        return future;
    }

    /** The calls to Graph, without tokens. */
    public List<String> paths() {
        return heard.stream().map(Heard::path).toList();
    }

    public static String mailbox(Call call) {
        String[] parts = call.uri().getPath().split("/", -1);
        return parts.length > 3 && parts[2].equals("users") ? parts[3] : "";
    }

    public static Answer json(String body) {
        return new Answer(200, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** An error as Graph writes it. */
    public static Answer error(int status, String code, String... headers) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new Answer(
                status,
                all,
                ("{\"error\":{\"code\":\"" + code + "\",\"message\":\"Nightjar\",\"innerError\":{\"request-id\":"
                                + "\"0f0e0d0c-0000-4000-8000-0000000c0de0\",\"date\":\"2026-11-20T12:00:00\"}}}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
