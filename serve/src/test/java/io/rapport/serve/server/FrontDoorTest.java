package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that nobody can sign in to yet. */
class FrontDoorTest {

    @Test
    void the_printed_link_lets_one_administrator_in_once_and_within_an_hour() throws Exception {
        try (TestServer served = TestServer.fresh()) {
            URI link = served.server.adminLink().orElseThrow();
            String token = link.getQuery().substring("token=".length());
            Browser first = served.browser();
            Browser second = served.browser();

            assertThat(first.get("/").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
            assertThat(first.get("/sign-in").body()).contains("no sign-in provider is chosen");
            assertThat(first.get(link.toString()).body()).contains("Go on as local administrator");
            String before = cookie(first.get("/sign-in"));
            HttpResponse<String> entered = first.post("/sign-in/link", Map.of("token", token));
            HttpResponse<String> home = first.follow(entered);
            second.get(link.toString());
            HttpResponse<String> again = second.post("/sign-in/link", Map.of("token", token));

            assertThat(cookie(entered)).isNotEmpty().isNotEqualTo(before);
            assertThat(home.body()).contains("Local administrator").contains("First steps");
            assertThat(again.headers().firstValue("Location")).hasValue("/sign-in?problem=link");
            assertThat(second.get("/sign-in?problem=link").body()).contains("The link was used already");

            URI late = served.server.adminLink().orElseThrow();
            served.time.advance(Duration.ofMinutes(61));
            second.get(late.toString());
            assertThat(second.post(
                                    "/sign-in/link",
                                    Map.of("token", late.getQuery().substring("token=".length())))
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/sign-in?problem=link");
            // The session's own end: twelve hours, however busy.
            served.time.advance(Duration.ofHours(12));
            assertThat(first.get("/").statusCode()).isEqualTo(302);

            assertThat(Files.readString(served.home.resolve("logs/server.jsonl")))
                    .contains("\"event\":\"started\"");
            too_many_attempts_are_refused_for_a_while(served);
            a_second_server_on_the_same_port_says_so(served);
        }
    }

    private static void too_many_attempts_are_refused_for_a_while(TestServer served) throws Exception {
        Browser guesser = served.browser();
        guesser.get("/sign-in");
        int status = 0;
        for (int i = 0; i < 40 && status != 429; i++) {
            status =
                    guesser.post("/sign-in/link", Map.of("token", "guess-" + i)).statusCode();
        }
        HttpResponse<String> refused = guesser.get("/sign-in/link?token=x");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("300");
        assertThat(refused.body()).contains("Too many attempts");
        served.time.advance(Duration.ofMinutes(6));
        assertThat(guesser.get("/sign-in/link?token=x").statusCode()).isEqualTo(200);
    }

    private static void a_second_server_on_the_same_port_says_so(TestServer served) {
        ServerPlan same = TestServer.plan(served.home, served.server.url().getPort(), served.time);
        assertThatThrownBy(() -> RapportServer.start(same))
                .isInstanceOf(RapportException.class)
                .hasMessageContaining("can't be opened: something else listens there")
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(ServerError.SERVER_PORT_TAKEN);
    }

    private static String cookie(HttpResponse<String> answer) {
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        return cookies.stream()
                .filter(cookie -> cookie.startsWith("rapport="))
                .findFirst()
                .orElse("");
    }
}
