package io.rapport.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.http.Parameters;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Half a minute of requests that mean little or nothing. */
class FuzzIT {

    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final List<String> PARTS = List.of(
            "users",
            "groups",
            "delta",
            "messages",
            "mailFolders",
            "inbox",
            "contacts",
            "contactFolders",
            "calendarView",
            "events",
            "mailboxSettings",
            "organization",
            "members",
            "transitiveMembers",
            "$batch",
            "%2F",
            "%00",
            "('x')",
            "users('",
            "childFolders",
            "microsoft.graph.delta()",
            "..",
            "\u00fc",
            "v1.0",
            "beta");
    private static final List<String> OPTIONS = List.of(
            "$select",
            "$top",
            "$skip",
            "$filter",
            "$orderby",
            "$expand",
            "$count",
            "$skiptoken",
            "$deltatoken",
            "$search",
            "startDateTime",
            "endDateTime",
            "changeType",
            "$",
            "select");
    private static final List<String> VALUES = List.of(
            "id",
            "1",
            "-1",
            "999999999999",
            "accountEnabled eq true",
            "not (",
            "((((((",
            "'",
            "receivedDateTime ge 2026-13-99",
            "receivedDateTime desc",
            "true",
            "latest",
            "2026-01-01T00:00:00Z",
            "9999-12-31",
            "-999999999-01-01",
            "",
            "\u0000",
            "startswith(mail,'a')",
            "a in ('x',)",
            "id,id,*");
    private static final List<String> METHODS = List.of("GET", "GET", "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD");

    @Test
    void no_request_makes_it_fail() {
        Random random = new Random(4711);
        int requests = 0;
        try (SimulatedTenant tenant = SimulatedTenant.start(
                TenantPlan.small(9, Instant.parse("2026-03-02T09:00:00Z")).withThrottle(1_000_000))) {
            Client client = Client.of(tenant, StandardApp.OUTLOOK_MAIL).heldAgainstNothing();
            String user = tenant.administrator().id();
            long end = System.nanoTime() + LENGTH.toNanos();
            while (System.nanoTime() < end) {
                Client.Reply reply = client.send(request(tenant, random, user, client));
                assertThat(reply.status()).as("%s", reply.request()).isBetween(200, 499);
                requests++;
            }
            assertThat(tenant.counters().totals().unexpected()).isZero();
            assertThat(client.get("/users").status()).isEqualTo(200);
        }
        assertThat(requests).isGreaterThan(100);
    }

    private static HttpRequest request(SimulatedTenant tenant, Random random, String user, Client client) {
        String base = switch (random.nextInt(8)) {
            case 0 ->
                tenant.entraUrl() + "/" + tenant.id() + "/"
                        + of(
                                random,
                                List.of(
                                        "oauth2/v2.0/token",
                                        "adminconsent",
                                        "oauth2/v2.0/authorize",
                                        "v2.0/adminconsent",
                                        "x"));
            case 1 ->
                tenant.controlUrl() + "/" + of(random, List.of("clock", "faults/x", "counters", "consent/x", "y"));
            default -> tenant.graphUrl() + path(random, user);
        };
        StringBuilder url = new StringBuilder(base);
        for (int i = random.nextInt(4); i > 0; i--) {
            url.append(url.indexOf("?") < 0 ? '?' : '&')
                    .append(of(random, OPTIONS))
                    .append('=')
                    .append(Parameters.encoded(of(random, VALUES)));
        }
        byte[] body = new byte[random.nextInt(200)];
        random.nextBytes(body);
        String method = base.startsWith(tenant.controlUrl().toString()) ? "GET" : of(random, METHODS);
        return HttpRequest.newBuilder(URI.create(url.toString()))
                .header(
                        "Authorization",
                        random.nextInt(10) == 0 ? of(random, VALUES.subList(0, 4)) : client.authorization())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Prefer",
                        of(
                                random,
                                List.of(
                                        "IdType=\"ImmutableId\"",
                                        "odata.maxpagesize=2",
                                        "x",
                                        "outlook.timezone=\"Pacific Standard Time\"")))
                .method(
                        method,
                        random.nextBoolean()
                                ? HttpRequest.BodyPublishers.ofByteArray(body)
                                : HttpRequest.BodyPublishers.ofString(
                                        "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\""
                                                + of(random, OPTIONS) + "\"}]}"))
                .build();
    }

    private static String path(Random random, String user) {
        StringBuilder path = new StringBuilder("/v1.0");
        if (random.nextBoolean()) {
            path.append("/users/").append(user);
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            String part = of(random, PARTS);
            path.append('/').append(part.startsWith("%") ? part : Parameters.encoded(part));
        }
        return path.toString();
    }

    private static String of(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
