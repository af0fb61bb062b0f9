package io.rapport.connect.graph;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** All that a piece of work with one tenant needs, put together. For one thread. */
public final class GraphAccess {

    /** A page of a thousand large messages is a fifth of it. */
    private static final int LONGEST_ANSWER = 32 << 20;

    private static final Pattern ISSUER = Pattern.compile("https?://[^/]+/([0-9a-fA-F-]{36})/.*");

    private final Loop loop;
    private final Traffic traffic = new Traffic();
    private final TokenSource tokens;
    private final GraphClient client;

    /** @param memory bytes that answers under way may take together */
    public GraphAccess(
            Loop loop,
            Transport transport,
            Endpoints endpoints,
            TenantId tenant,
            ClientId app,
            Credential credential,
            RandomGenerator random,
            long memory) {
        this.loop = loop;
        this.tokens = new TokenSource(
                loop, transport, endpoints, tenant, app, credential, RetryPolicy.USUAL, random, traffic);
        this.client = new GraphClient(loop, transport, endpoints, tokens, RetryPolicy.USUAL, random, traffic, memory);
    }

    /** On this machine's network and time. */
    public static GraphAccess open(
            InstantSource clock,
            Endpoints endpoints,
            TenantId tenant,
            ClientId app,
            Credential credential,
            RandomGenerator random,
            long memory) {
        return new GraphAccess(
                Loop.on(new SteadyTime(clock)),
                new HttpTransport(LONGEST_ANSWER),
                endpoints,
                tenant,
                app,
                credential,
                random,
                memory);
    }

    public Loop loop() {
        return loop;
    }

    public GraphClient client() {
        return client;
    }

    public TokenSource tokens() {
        return tokens;
    }

    public Traffic traffic() {
        return traffic;
    }

    /**
     * The id of a tenant of which a domain is known; Entra tells it to anybody.
     *
     * @throws RapportException {@link ConnectError#GRAPH_LOGIN_REFUSED} where there is no such tenant,
     *     {@link ConnectError#GRAPH_UNREACHABLE}
     */
    public static TenantId fetchId(InstantSource clock, Endpoints endpoints, TenantId tenant)
            throws InterruptedException {
        return tenant.isId()
                ? tenant
                : fetchId(Loop.on(new SteadyTime(clock)), new HttpTransport(LONGEST_ANSWER), endpoints, tenant);
    }

    static TenantId fetchId(Loop loop, Transport transport, Endpoints endpoints, TenantId tenant)
            throws InterruptedException {
        @Nullable Answer[] found = {null};
        boolean[] isOver = {false};
        CompletableFuture<Answer> sent =
                transport.send(Call.get(endpoints.discovery(tenant), java.util.Map.of("Accept", "application/json")));
        Loop.Timer deadline = loop.after(RetryPolicy.USUAL.deadline(), () -> {
            isOver[0] = true;
            sent.cancel(true);
        });
        var unused = sent.whenComplete((answer, failure) -> loop.execute(() -> {
            isOver[0] = true;
            found[0] = answer;
        }));
        BooleanSupplier done = () -> isOver[0];
        loop.runUntil(done);
        deadline.cancel();
        Answer answer = found[0];
        if (answer == null || answer.status() >= 500) {
            throw new RapportException(
                    ConnectError.GRAPH_UNREACHABLE,
                    "Entra at " + endpoints.login() + " can't be reached. Check the network and the proxy, or give the"
                            + " tenant's id instead of its domain.");
        }
        return issuer(answer);
    }

    private static TenantId issuer(Answer answer) {
        String[] issuer = {""};
        if (answer.isSuccess()) {
            try {
                ObjectAnswer.read(answer, parser -> {
                    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                        if (parser.nextToken() == JsonToken.VALUE_STRING && name.equals("issuer")) {
                            issuer[0] = parser.getString();
                        } else {
                            parser.skipChildren();
                        }
                    }
                });
            } catch (IOException | JacksonException unreadable) {
                issuer[0] = "";
            }
        }
        Matcher id = ISSUER.matcher(issuer[0]);
        if (!id.matches()) {
            throw new RapportException(
                    ConnectError.GRAPH_LOGIN_REFUSED,
                    "Entra knows no tenant with this domain in this cloud. Check the domain and --cloud, or give the"
                            + " tenant's id.");
        }
        return new TenantId(id.group(1));
    }
}
