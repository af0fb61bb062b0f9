package io.rapport.serve.digest;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Posts to a webhook. Redirects are not followed, whatever they lead to, and what the answer says is not read. Thread-safe.
 */
final class WebhookCall {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * How a post ended.
     *
     * @param status null where no answer came
     * @param problem null where it arrived
     */
    record Answer(@Nullable Integer status, @Nullable DigestError problem) {

        boolean hasArrived() {
            return problem == null;
        }
    }

    /** @param delivery the same with every try, by which a receiver knows what it had already */
    Answer post(Webhook webhook, String delivery, String body, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(webhook.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Rapport")
                .header("Rapport-Delivery", delivery)
                .header("Rapport-Timestamp", timestamp)
                .header("Rapport-Signature", WebhookSignature.of(webhook.secret(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return new Answer(
                    status,
                    status / 100 == 2
                            ? null
                            : status / 100 == 3 ? DigestError.WEBHOOK_REDIRECT : DigestError.WEBHOOK_STATUS);
        } catch (IOException away) {
            return new Answer(null, DigestError.WEBHOOK_AWAY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer(null, DigestError.WEBHOOK_AWAY);
        }
    }
}
