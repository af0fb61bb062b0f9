package io.rapport.connect.graph;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The app's token for Graph: asked for when first needed, kept until shortly before it ends, and asked for once again
 * where Graph doesn't take it. One request at a time, whoever waits. For the loop's thread.
 */
public final class TokenSource {

    /** A token is not used in its last minutes: a request may be under way for some. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Loop loop;
    private final Transport transport;
    private final URI url;
    private final String scope;
    private final ClientId client;
    private final Credential credential;
    private final RetryPolicy policy;
    private final RandomGenerator random;
    private final Traffic traffic;
    private final Deque<Consumer<String>> waiting = new ArrayDeque<>();
    private @Nullable String token;
    private Instant usableUntil = Instant.MIN;
    private boolean isAsking;

    public TokenSource(
            Loop loop,
            Transport transport,
            Endpoints endpoints,
            TenantId tenant,
            ClientId client,
            Credential credential,
            RetryPolicy policy,
            RandomGenerator random,
            Traffic traffic) {
        this.loop = loop;
        this.transport = transport;
        this.url = endpoints.tokens(tenant);
        this.scope = endpoints.scope();
        this.client = client;
        this.credential = credential;
        this.policy = policy;
        this.random = random;
        this.traffic = traffic;
    }

    /**
     * Calls with a token, now or once there is one.
     *
     * @throws RapportException here or out of the loop: {@link ConnectError#GRAPH_LOGIN_REFUSED},
     *     {@link ConnectError#GRAPH_UNREACHABLE}, {@link ConnectError#BAD_CREDENTIAL}
     */
    public void with(Consumer<String> use) {
        String known = token;
        if (known != null && loop.now().isBefore(usableUntil)) {
            use.accept(known);
            return;
        }
        waiting.add(use);
        if (!isAsking) {
            isAsking = true;
            ask(1);
        }
    }

    /** Graph did not take this token: it is not used again. */
    public void refused(String refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }

    private void ask(int attempt) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", client.value());
        form.put("scope", scope);
        form.put("grant_type", "client_credentials");
        form.putAll(credential.fields(url, client, loop.now(), random));
        byte[] body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + UrlText.escaped(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
        var sent = transport.send(Call.post(
                url, Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"), body));
        traffic.sent();
        boolean[] isOver = {false};
        Loop.Timer deadline = loop.after(policy.deadline(), () -> {
            isOver[0] = true;
            sent.cancel(true);
            answered(attempt, null);
        });
        var unused = sent.whenComplete((answer, failure) -> loop.execute(() -> {
            if (!isOver[0]) {
                deadline.cancel();
                answered(attempt, answer);
            }
        }));
    }

    private void answered(int attempt, @Nullable Answer answer) {
        if (answer != null && answer.isSuccess()) {
            try {
                accept(TokenAnswer.read(answer));
                return;
            } catch (tools.jackson.core.JacksonException | IOException broken) {
                again(attempt, answer);
                return;
            }
        }
        if (answer != null && answer.status() < 500 && answer.status() != 429 && answer.status() != 408) {
            throw LoginRefusal.explain(answer);
        }
        again(attempt, answer);
    }

    private void accept(TokenAnswer fresh) {
        token = fresh.token();
        Duration life = fresh.life();
        // A token of a few minutes is used for half of them.
        usableUntil =
                loop.now().plus(life.compareTo(MARGIN.multipliedBy(2)) < 0 ? life.dividedBy(2) : life.minus(MARGIN));
        isAsking = false;
        Deque<Consumer<String>> all = new ArrayDeque<>(waiting);
        waiting.clear();
        all.forEach(use -> use.accept(fresh.token()));
    }

    private void again(int attempt, @Nullable Answer answer) {
        traffic.failed();
        if (attempt >= policy.attempts()) {
            throw new RapportException(
                    ConnectError.GRAPH_UNREACHABLE,
                    "Entra at " + url.getScheme() + "://" + url.getRawAuthority() + " gave no token in " + attempt
                            + " attempts; the last one: "
                            + (answer == null ? "no answer" : "status " + answer.status())
                            + ". Check the network and the proxy, and try again later.");
        }
        Duration delay = answer == null
                ? policy.backoff(attempt, random)
                : RetryAfter.find(answer, loop.now()).orElseGet(() -> policy.backoff(attempt, random));
        loop.after(delay.compareTo(policy.patience()) > 0 ? policy.patience() : delay, () -> ask(attempt + 1));
    }
}
