package io.rapport.connect.graph;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** A client on virtual time and a fake server, and what it heard. */
final class Asked implements Reply {

    static final Endpoints ENDPOINTS =
            new Endpoints(URI.create("https://login.example"), URI.create("https://graph.example"));
    private static final ClientId CLIENT = new ClientId("11111111-2222-3333-4444-555555555555");

    final VirtualTime time = new VirtualTime();
    final Loop loop = new Loop(time);
    final Traffic traffic = new Traffic();
    final FakeTransport transport;
    final GraphClient client;
    final List<String> answers = new ArrayList<>();
    final List<GraphFailure> failures = new ArrayList<>();

    Asked(Function<Call, Answer> server) {
        transport = new FakeTransport(loop, server);
        SplittableRandom random = new SplittableRandom(7);
        TokenSource tokens = new TokenSource(
                loop,
                transport,
                ENDPOINTS,
                new TenantId("contoso.example"),
                CLIENT,
                new ClientSecret("Nightjar-secret"),
                RetryPolicy.USUAL,
                random,
                traffic);
        client = new GraphClient(loop, transport, ENDPOINTS, tokens, RetryPolicy.USUAL, random, traffic, 1L << 30);
    }

    Asked ask(String lane, String path) {
        client.send(GraphRequest.of(lane, ENDPOINTS.url(path)), this);
        return this;
    }

    /** Until as many replies have come. */
    Asked await(int replies) {
        try {
            loop.runUntil(() -> answers.size() + failures.size() >= replies);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    @Override
    public void answered(Answer answer) {
        answers.add(new String(answer.body(), StandardCharsets.UTF_8));
    }

    @Override
    public void failed(GraphFailure failure) {
        failures.add(failure);
    }
}
