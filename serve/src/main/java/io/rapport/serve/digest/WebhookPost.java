package io.rapport.serve.digest;

import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.state.ServeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posts digests and tests to the webhook, and logs each call: when, which try, what status; never what was said. Thread-safe. */
public final class WebhookPost {

    private final ServeState state;
    private final AccessLog access;
    private final InstantSource instants;
    private final WebhookCall call = new WebhookCall();

    public WebhookPost(ServeState state, AccessLog access, InstantSource instants) {
        this.state = state;
        this.access = access;
        this.instants = instants;
    }

    /** Posts a body that says it is a test, once. */
    public WebhookAttempt test(Webhook webhook) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "test");
        body.put("text", "Digests of Rapport arrive here.");
        return attempt(webhook, UUID.randomUUID().toString(), 1, null, "", JsonText.of(body));
    }

    /** @return whether it arrived */
    boolean post(Webhook webhook, Delivery delivery, Digest digest, String link) {
        return attempt(
                                webhook,
                                delivery.id(),
                                delivery.tries() + 1,
                                digest.run(),
                                digest.output(),
                                body(delivery, digest, link))
                        .problemCode()
                == null;
    }

    private static String body(Delivery delivery, Digest digest, String link) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("type", "digest");
        body.put("delivery", delivery.id());
        body.put("enrichment", digest.enrichment());
        body.put("table", digest.output());
        body.put("run", digest.run());
        body.put("asOf", digest.asOf().toString());
        body.put("since", digest.findEarlier().map(Object::toString).orElse(null));
        body.put("url", link);
        body.putAll(DigestJson.of(digest.contents()));
        return JsonText.of(body);
    }

    /** The latest first. */
    public List<WebhookAttempt> log(int most) {
        return state.run(db -> db.sql(
                        "select * from webhook_attempt order by started_at desc, delivery, number desc limit :most")
                .param("most", most)
                .query((row, number) -> read(row))
                .list());
    }

    private WebhookAttempt attempt(
            Webhook webhook, String delivery, int number, @Nullable String run, String output, String body) {
        access.add(new AccessEvent(
                "webhook",
                "the webhook",
                "",
                AccessAction.EXPORT,
                "Digest: posted",
                (run == null ? "a test" : run) + " to " + webhook.url().getHost(),
                "",
                true));
        Instant now = instants.instant();
        WebhookCall.Answer answer = call.post(webhook, delivery, body, now);
        DigestError problem = answer.problem();
        WebhookAttempt attempt = new WebhookAttempt(
                delivery, number, run, now, answer.status(), problem == null ? null : problem.name());
        state.run(db -> db.sql("""
                        insert into webhook_attempt (delivery, number, run, output, started_at, status, problem_code)
                        values (:delivery, :number, :run, :output, :now, :status, :problem)
                        on conflict (delivery, number) do nothing
                        """)
                .param("delivery", delivery)
                .param("number", number)
                .param("run", run)
                .param("output", output)
                .param("now", now.toEpochMilli())
                .param("status", attempt.status())
                .param("problem", attempt.problemCode())
                .update());
        return attempt;
    }

    private static WebhookAttempt read(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        return new WebhookAttempt(
                row.getString("delivery"),
                row.getInt("number"),
                row.getString("run"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                status == 0 ? null : status,
                row.getString("problem_code"));
    }
}
