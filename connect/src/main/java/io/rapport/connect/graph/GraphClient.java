package io.rapport.connect.graph;

import io.rapport.connect.graph.GraphFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Asks Graph, as fast as Microsoft's limits allow and no faster, and asks again where that helps. Everything runs on the
 * loop; replies are heard there. For the loop's thread.
 */
public final class GraphClient {

    private final Loop loop;
    private final Transport transport;
    private final Endpoints endpoints;
    private final TokenSource tokens;
    private final RetryPolicy policy;
    private final RandomGenerator random;
    private final Traffic traffic;
    private final TenantWindow window;
    private final Map<String, Lane> lanes = new HashMap<>();
    /** Lanes in which something waits and time allows it; in turn, so that none waits for another to empty. */
    private final LinkedHashSet<Lane> ready = new LinkedHashSet<>();

    /** @param memory bytes that all answers under way may take together */
    public GraphClient(
            Loop loop,
            Transport transport,
            Endpoints endpoints,
            TokenSource tokens,
            RetryPolicy policy,
            RandomGenerator random,
            Traffic traffic,
            long memory) {
        this.loop = loop;
        this.transport = transport;
        this.endpoints = endpoints;
        this.tokens = tokens;
        this.policy = policy;
        this.random = random;
        this.traffic = traffic;
        this.window = new TenantWindow(memory);
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    /** Asks; the reply is heard later, never before this returns. */
    public void send(GraphRequest request, Reply reply) {
        enqueue(new Flight(request, reply), false);
    }

    /** Asks several things of one lane in as few requests as batches allow. Replies are heard in any order. */
    public void sendAll(List<GraphRequest> requests, List<Reply> replies) {
        if (requests.size() == 1) {
            send(requests.get(0), replies.get(0));
        } else {
            BatchCall.split(requests, replies, this::settle).forEach(batch -> send(batch.request(endpoints), batch));
        }
    }

    /** Drops what waits in a lane; what is under way is still heard of. */
    public void drop(String lane) {
        Lane dropped = lanes.get(lane);
        if (dropped != null) {
            dropped.waiting.clear();
            ready.remove(dropped);
        }
    }

    private Lane lane(Flight flight) {
        return lanes.computeIfAbsent(
                flight.request().lane(),
                name -> new Lane(name.equals(GraphRequest.DIRECTORY) ? Lane.Limits.DIRECTORY : Lane.Limits.MAILBOX));
    }

    private void enqueue(Flight flight, boolean isFirst) {
        Lane lane = lane(flight);
        if (isFirst) {
            lane.waiting.addFirst(flight);
        } else {
            lane.waiting.addLast(flight);
        }
        ready.add(lane);
        loop.execute(this::pump);
    }

    /** Begins what may begin. A lane that time holds back comes back by a timer, one that is full when a request ends. */
    private void pump() {
        while (window.mayBegin() && !ready.isEmpty()) {
            Lane lane = ready.iterator().next();
            ready.remove(lane);
            Flight next = lane.waiting.peek();
            if (next == null) {
                continue;
            }
            Instant now = loop.now();
            if (lane.mayBegin(now)) {
                lane.waiting.remove();
                lane.begin(next, now);
                window.begin();
                begin(lane, next);
                if (!lane.waiting.isEmpty()) {
                    ready.add(lane);
                }
            } else {
                Instant freeAt = lane.freeAt(now, next);
                if (freeAt.isAfter(now)) {
                    wake(lane, Duration.between(now, freeAt));
                }
            }
        }
    }

    private void wake(Lane lane, Duration delay) {
        loop.after(delay, () -> {
            if (!lane.waiting.isEmpty()) {
                ready.add(lane);
                pump();
            }
        });
    }

    private void begin(Lane lane, Flight flight) {
        tokens.with(token -> {
            CompletableFuture<Answer> sent = transport.send(call(flight.request(), token));
            traffic.sent();
            boolean[] isOver = {false};
            Loop.Timer deadline = loop.after(policy.deadline(), () -> {
                isOver[0] = true;
                sent.cancel(true);
                end(lane, flight, token, null);
            });
            var unused = sent.whenComplete((answer, failure) -> loop.execute(() -> {
                if (!isOver[0]) {
                    deadline.cancel();
                    end(lane, flight, token, answer);
                }
            }));
        });
    }

    private Call call(GraphRequest request, String token) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + token);
        headers.put("Accept", "application/json");
        headers.put("Accept-Encoding", "gzip");
        headers.put("Prefer", request.prefer());
        headers.put("client-request-id", new UUID(random.nextLong(), random.nextLong()).toString());
        if (request.isAdvanced()) {
            headers.put("ConsistencyLevel", "eventual");
        }
        if (request.parts().isEmpty()) {
            return Call.get(request.url().uri(), headers);
        }
        headers.put("Content-Type", "application/json");
        return Call.post(request.url().uri(), headers, BatchCall.body(request.parts()));
    }

    private void end(Lane lane, Flight flight, String token, @Nullable Answer answer) {
        lane.end(flight);
        window.end();
        if (answer != null) {
            traffic.received(answer.body().length);
            if (answer.isSuccess()) {
                window.succeeded(answer.body().length);
            } else if (answer.status() == 401) {
                tokens.refused(token);
            }
        }
        if (!lane.waiting.isEmpty()) {
            ready.add(lane);
        }
        settle(flight, answer);
        pump();
    }

    /** What becomes of a request, or of a part of a batch, whose attempt is over. */
    private void settle(Flight flight, @Nullable Answer answer) {
        if (answer != null && answer.isSuccess()) {
            try {
                flight.reply().answered(answer);
                return;
            } catch (JacksonException | IOException broken) {
                again(flight, GraphFailure.broken());
                return;
            }
        }
        if (answer == null) {
            flight.halve();
            again(flight, GraphFailure.broken());
            return;
        }
        GraphFailure failure = ErrorBody.read(answer);
        Optional<Duration> asked = RetryAfter.find(answer, loop.now());
        if (failure.kind() == Kind.THROTTLED || (answer.status() == 503 && asked.isPresent())) {
            throttled(flight, failure, asked);
        } else if (failure.kind() == Kind.UNAUTHORIZED && flight.mayRenew()) {
            traffic.failed();
            enqueue(flight, true);
        } else if (failure.kind() == Kind.UNAVAILABLE) {
            if (answer.status() == 504) {
                flight.halve();
            }
            again(flight, failure);
        } else {
            flight.reply().failed(failure);
        }
    }

    /** Waits as long as Graph asks for, the whole lane with it; a wait that nobody has the patience for is a failure. */
    private void throttled(Flight flight, GraphFailure failure, Optional<Duration> asked) {
        Instant now = loop.now();
        window.throttled(now);
        traffic.failed();
        flight.failed();
        Instant until = now.plus(asked.orElseGet(() -> policy.backoff(flight.failures(), random)));
        if (until.isAfter(flight.throttledSince(now).plus(policy.patience()))) {
            flight.reply()
                    .failed(new GraphFailure(Kind.THROTTLED, failure.status(), failure.codes(), failure.requestId()));
            return;
        }
        traffic.throttled(now, until);
        lane(flight).block(until);
        enqueue(flight, true);
    }

    private void again(Flight flight, GraphFailure failure) {
        traffic.failed();
        flight.failed();
        if (flight.failures() >= policy.attempts()) {
            flight.reply().failed(failure);
        } else {
            loop.after(policy.backoff(flight.failures(), random), () -> enqueue(flight, true));
        }
    }
}
