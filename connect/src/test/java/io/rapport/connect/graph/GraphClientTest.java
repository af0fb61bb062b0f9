package io.rapport.connect.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.connect.graph.GraphFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphClientTest {

    private static final Answer FINE = FakeTransport.json("{\"value\":[]}");

    @Test
    void asks_with_a_token_for_ids_that_stay_the_same_and_for_compressed_answers() {
        Asked asked = new Asked(call -> FINE);

        asked.ask("mira", "/users/mira/messages").await(1);

        FakeTransport.Heard heard = asked.transport.heard.get(0);
        assertThat(heard.path()).isEqualTo("/v1.0/users/mira/messages");
        assertThat(heard.header("Authorization")).isEqualTo("Bearer token-1");
        assertThat(heard.header("Prefer")).isEqualTo("IdType=\"ImmutableId\"");
        assertThat(heard.header("Accept-Encoding")).isEqualTo("gzip");
        assertThat(heard.header("client-request-id")).hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.128", "7", "Fri, 20 Nov 2026 12:01:00 GMT"})
    void waits_to_the_letter_as_long_as_graph_asks_for(String retryAfter) {
        AtomicInteger calls = new AtomicInteger();
        Asked asked = new Asked(call -> calls.getAndIncrement() == 0
                ? FakeTransport.error(429, "ApplicationThrottled", "retry-after", retryAfter)
                : FINE);

        asked.ask("mira", "/users/mira/messages").await(1);

        List<FakeTransport.Heard> heard = asked.transport.heard;
        Instant answered = heard.get(0).at().plusMillis(50);
        Duration waited = Duration.between(answered, heard.get(1).at());
        assertThat(waited)
                .isEqualTo(
                        switch (retryAfter) {
                            case "2.128" -> Duration.ofMillis(2128);
                            case "7" -> Duration.ofSeconds(7);
                            default -> Duration.between(answered, Instant.parse("2026-11-20T12:01:00Z"));
                        });
        assertThat(asked.traffic.throttled()).isEqualTo(waited);
    }

    @Test
    void a_mailbox_that_is_throttled_waits_as_a_whole_and_no_other_does() {
        AtomicInteger calls = new AtomicInteger();
        Asked asked = new Asked(call -> FakeTransport.mailbox(call).equals("mira") && calls.getAndIncrement() == 0
                ? FakeTransport.error(429, "ApplicationThrottled", "retry-after", "60")
                : FINE);

        asked.ask("mira", "/users/mira/messages")
                .ask("sam", "/users/sam/messages")
                .await(1);
        asked.ask("mira", "/users/mira/mailFolders")
                .ask("sam", "/users/sam/mailFolders")
                .await(4);

        Instant first = asked.transport.heard.get(0).at();
        assertThat(asked.transport.heard)
                .filteredOn(heard -> heard.path().contains("/sam/"))
                .allSatisfy(heard -> assertThat(heard.at()).isBefore(first.plusSeconds(1)));
        assertThat(asked.transport.heard)
                .filteredOn(heard -> heard.path().contains("/mira/"))
                .filteredOn(heard -> heard.at().isAfter(first.plusMillis(60)))
                .hasSize(2)
                .allSatisfy(heard -> assertThat(heard.at()).isAfterOrEqualTo(first.plusSeconds(60)));
    }

    @Test
    void has_no_more_than_four_requests_under_way_to_a_mailbox() {
        Asked asked = new Asked(call -> FINE);

        IntStream.range(0, 40)
                .forEach(i -> asked.ask("mira", "/users/mira/messages").ask("sam", "/users/sam/messages"));
        asked.await(80);

        assertThat(asked.transport.mostUnderWay).containsEntry("mira", 4).containsEntry("sam", 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410, 418, 302})
    void what_would_not_get_better_is_asked_once(int status) {
        Asked asked = new Asked(call -> FakeTransport.error(status, "SomeCode"));

        asked.ask("mira", "/users/mira/messages").await(1);

        assertThat(asked.transport.heard).hasSize(1);
        assertThat(asked.failures.get(0).text())
                .isEqualTo(status + " SomeCode (request 0f0e0d0c-0000-4000-8000-0000000c0de0)");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408, -1})
    void what_may_get_better_is_asked_six_times_with_growing_pauses(int status) {
        Asked asked = new Asked(call -> status < 0 ? FakeTransport.BREAK : FakeTransport.error(status, "SomeCode"));

        asked.ask("mira", "/users/mira/messages").await(1);

        assertThat(asked.failures.get(0).kind()).isEqualTo(Kind.UNAVAILABLE);
        List<Long> pauses = pauses(asked);
        assertThat(pauses).hasSize(5);
        for (int i = 0; i < pauses.size(); i++) {
            assertThat(pauses.get(i)).isBetween(500L << i, 1000L << i);
        }
    }

    @Test
    void gives_up_a_request_that_is_throttled_for_more_than_half_an_hour() {
        Asked asked = new Asked(call -> FakeTransport.error(429, "TooManyRequests", "retry-after", "55"));

        asked.ask("mira", "/users/mira/messages").await(1);

        assertThat(asked.failures.get(0).kind()).isEqualTo(Kind.THROTTLED);
        assertThat(Duration.between(asked.transport.heard.get(0).at(), asked.loop.now()))
                .isLessThan(Duration.ofMinutes(31));
        assertThat(asked.transport.heard).hasSizeBetween(30, 34);
    }

    @Test
    void does_not_wait_at_all_where_it_would_be_for_too_long() {
        Asked asked = new Asked(call -> FakeTransport.error(429, "TooManyRequests", "retry-after", "86400"));

        asked.ask("mira", "/users/mira/messages").await(1);

        assertThat(asked.transport.heard).hasSize(1);
    }

    @Test
    void throttling_without_a_time_is_met_with_growing_pauses() {
        AtomicInteger calls = new AtomicInteger();
        Asked asked =
                new Asked(call -> calls.getAndIncrement() < 8 ? FakeTransport.error(429, "TooManyRequests") : FINE);

        asked.ask("mira", "/users/mira/messages").await(1);

        assertThat(asked.answers).hasSize(1);
        assertThat(pauses(asked).get(7)).isBetween(30_000L, 60_000L);
    }

    @Test
    void a_token_that_is_not_taken_is_renewed_once() {
        Asked renewed = new Asked(call -> "Bearer token-1".equals(call.headers().get("Authorization"))
                ? FakeTransport.error(401, "InvalidAuthenticationToken")
                : FINE);
        renewed.ask("mira", "/users/mira/messages")
                .ask("sam", "/users/sam/messages")
                .await(2);
        assertThat(renewed.answers).hasSize(2);

        Asked refused = new Asked(call -> FakeTransport.error(401, "InvalidAuthenticationToken"));
        refused.ask("mira", "/users/mira/messages").await(1);
        assertThat(refused.transport.heard).hasSize(2);
        assertThat(refused.failures.get(0).kind()).isEqualTo(Kind.UNAUTHORIZED);
    }

    @Test
    void a_mailbox_that_is_none_is_told_from_a_bad_token() {
        Asked asked = new Asked(call -> FakeTransport.error(401, "MailboxNotEnabledForRESTAPI"));

        asked.ask("mira", "/users/mira/messages").await(1);

        assertThat(asked.transport.heard).hasSize(1);
        assertThat(asked.failures.get(0).kind()).isEqualTo(Kind.NO_MAILBOX);
    }

    @Test
    void asks_for_half_a_page_after_a_gateway_timeout() {
        AtomicInteger calls = new AtomicInteger();
        Asked asked = new Asked(call -> calls.getAndIncrement() < 2 ? FakeTransport.error(504, "UnknownError") : FINE);

        asked.client.send(
                GraphRequest.of("mira", Asked.ENDPOINTS.url("/users/mira/messages"))
                        .paged(500),
                asked);
        asked.await(1);

        assertThat(asked.transport.heard)
                .extracting(heard -> heard.header("Prefer").replaceAll(".*=", ""))
                .containsExactly("500", "250", "125");
    }

    @Test
    void an_answer_that_never_ends_is_given_up_and_asked_for_again() {
        AtomicInteger calls = new AtomicInteger();
        Asked asked = new Asked(call -> calls.getAndIncrement() == 0 ? FakeTransport.SILENCE : FINE);

        asked.ask("mira", "/users/mira/messages").await(1);

        assertThat(asked.answers).hasSize(1);
        assertThat(asked.transport.cancelled).isEqualTo(1);
        assertThat(pauses(asked).get(0)).isBetween(120_000L, 121_100L);
    }

    @Test
    void an_answer_that_breaks_off_is_asked_for_again() {
        AtomicInteger calls = new AtomicInteger();
        Asked asked =
                new Asked(call -> calls.getAndIncrement() == 0 ? FakeTransport.json("{\"value\":[{\"id\":") : FINE);
        List<String> read = new ArrayList<>();
        asked.client.send(GraphRequest.of("mira", Asked.ENDPOINTS.url("/users")), new Reply() {
            @Override
            public void answered(Answer answer) throws java.io.IOException {
                ListPage.read(answer, parser -> parser.skipChildren());
                read.add("whole");
                asked.answered(answer);
            }

            @Override
            public void failed(GraphFailure failure) {
                asked.failed(failure);
            }
        });

        asked.await(1);

        assertThat(read).containsExactly("whole");
        assertThat(asked.transport.heard).hasSize(2);
    }

    @Test
    void a_batch_is_one_request_and_only_the_parts_that_failed_are_asked_again() {
        Asked asked = new Asked(call -> call.method().equals("POST")
                ? FakeTransport.json("{\"responses\":["
                        + "{\"id\":\"1\",\"status\":429,\"headers\":{\"Retry-After\":\"5\"},\"body\":{\"error\":{\"code\":\"TooManyRequests\"}}},"
                        + "{\"id\":\"0\",\"status\":200,\"body\":{\"id\":\"zero\",\"n\":[1,{\"a\":2}]}},"
                        + "{\"id\":\"2\",\"status\":404,\"body\":{\"error\":{\"code\":\"ErrorItemNotFound\"}}}]}")
                : FakeTransport.json("{\"id\":\"alone\"}"));
        List<GraphRequest> parts = IntStream.range(0, 4)
                .mapToObj(
                        i -> GraphRequest.of("mira", Asked.ENDPOINTS.url("/users/mira/messages/" + i + "?$select=id")))
                .toList();

        asked.client.sendAll(parts, List.of(asked, asked, asked, asked));
        asked.await(4);

        assertThat(asked.answers)
                .containsExactly("{\"id\":\"zero\",\"n\":[1,{\"a\":2}]}", "{\"id\":\"alone\"}", "{\"id\":\"alone\"}");
        assertThat(asked.failures).extracting(GraphFailure::kind).containsExactly(Kind.NOT_FOUND);
        assertThat(asked.transport.paths())
                .containsExactlyInAnyOrder(
                        "/v1.0/$batch",
                        "/v1.0/users/mira/messages/1?$select=id",
                        "/v1.0/users/mira/messages/3?$select=id");
        assertThat(new String(asked.transport.heard.get(0).call().body(), StandardCharsets.UTF_8))
                .startsWith(
                        "{\"requests\":[{\"id\":\"0\",\"method\":\"GET\",\"url\":\"/users/mira/messages/0?$select=id\","
                                + "\"headers\":{\"Prefer\":\"IdType=\\\"ImmutableId\\\"\"}}");
    }

    @Test
    void batches_hold_twenty_parts_and_a_mailbox_one_batch_at_a_time() {
        Asked asked = new Asked(call -> FakeTransport.error(400, "BadRequest"));
        List<GraphRequest> parts = IntStream.range(0, 45)
                .mapToObj(i -> GraphRequest.of("mira", Asked.ENDPOINTS.url("/users/mira/messages/" + i)))
                .toList();

        asked.client.sendAll(parts, java.util.Collections.nCopies(45, asked));
        asked.await(45);

        assertThat(asked.transport.paths()).containsOnly("/v1.0/$batch").hasSize(3);
        assertThat(asked.transport.mostUnderWay).isEqualTo(Map.of("", 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 500})
    void reaches_the_lower_of_microsofts_limit_and_the_chain_of_pages(int mailboxes) {
        // One folder each: a chain of pages of 50 ms is 20 a second. The limit is 10,000 in ten minutes.
        Asked asked = new Asked(call -> FINE);
        asked.transport.withLatency(Duration.ofMillis(50)).listeningTo("box-0"::equals);
        IntStream.range(0, mailboxes).forEach(i -> chain(asked, "box-" + i));
        Duration length = Duration.ofSeconds(mailboxes == 500 ? 20 : mailboxes == 10 ? 750 : 1_500);
        Instant start = asked.loop.now();

        run(asked, start.plus(length));

        long whole = length.toSeconds() / 600;
        double expected = whole * 10_000 + Math.min(10_000, length.toSeconds() % 600 * 20);
        assertThat(asked.answers.size() / expected / mailboxes).isBetween(0.95, 1.001);
        assertThat(mostInTenMinutes(asked, "box-0")).isLessThanOrEqualTo(10_000);
    }

    @Test
    void a_tenant_that_throttles_everything_is_left_in_peace_and_then_read_at_full_speed() {
        Instant[] until = {Instant.MAX};
        Asked[] holder = new Asked[1];
        Asked asked = new Asked(call -> holder[0].loop.now().isBefore(until[0])
                ? FakeTransport.error(429, "TooManyRequests", "retry-after", "10")
                : FINE);
        holder[0] = asked;
        until[0] = asked.loop.now().plus(Duration.ofMinutes(10));
        IntStream.range(0, 100).forEach(i -> chain(asked, "box-" + i));

        run(asked, until[0]);
        int refused = asked.transport.heard.size();
        assertThat(asked.answers).isEmpty();
        // Every mailbox knocks every ten seconds.
        assertThat(refused).isLessThanOrEqualTo(100 * 61);
        run(asked, until[0].plusSeconds(20));
        int before = asked.answers.size();
        run(asked, until[0].plusSeconds(25));

        assertThat(asked.failures).isEmpty();
        assertThat((asked.answers.size() - before) / (100 * 20.0 * 5)).isGreaterThan(0.95);
        assertThat(asked.traffic.throttled().toSeconds()).isCloseTo(600, within(15L));
    }

    /** Asks for one page after the other, without end. */
    private static void chain(Asked asked, String mailbox) {
        asked.client.send(GraphRequest.of(mailbox, Asked.ENDPOINTS.url("/users/" + mailbox + "/p")), new Reply() {
            @Override
            public void answered(Answer answer) {
                asked.answers.add("page");
                chain(asked, mailbox);
            }

            @Override
            public void failed(GraphFailure failure) {
                asked.failures.add(failure);
            }
        });
    }

    private static void run(Asked asked, Instant until) {
        try {
            asked.loop.runUntil(() -> !asked.loop.now().isBefore(until));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int mostInTenMinutes(Asked asked, String mailbox) {
        List<Instant> times = asked.transport.heard.stream()
                .filter(heard -> FakeTransport.mailbox(heard.call()).equals(mailbox))
                .map(FakeTransport.Heard::at)
                .toList();
        int most = 0;
        int from = 0;
        for (int i = 0; i < times.size(); i++) {
            while (!times.get(from).isAfter(times.get(i).minus(Duration.ofMinutes(10)))) {
                from++;
            }
            most = Math.max(most, i - from + 1);
        }
        return most;
    }

    /** Milliseconds between the answer to one request and the next request. */
    private static List<Long> pauses(Asked asked) {
        List<FakeTransport.Heard> heard = asked.transport.heard;
        return IntStream.range(1, heard.size())
                .mapToObj(i -> Duration.between(
                                heard.get(i - 1).at().plusMillis(50),
                                heard.get(i).at())
                        .toMillis())
                .toList();
    }
}
