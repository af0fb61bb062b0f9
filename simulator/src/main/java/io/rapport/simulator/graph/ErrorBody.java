package io.rapport.simulator.graph;

import io.rapport.simulator.entra.Ids;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Json;
import io.rapport.simulator.http.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Writes errors as Graph does, and the headers that every answer has. Thread-safe. */
final class ErrorBody {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Ids ids;
    private final InstantSource machine;
    private final AtomicLong requests = new AtomicLong();

    ErrorBody(Ids ids, InstantSource machine) {
        this.ids = ids;
        this.machine = machine;
    }

    /** A new request's id. */
    String nextId() {
        return ids.guid("request", "" + requests.incrementAndGet());
    }

    Answer answer(GraphRefusal refusal, Request request, String requestId) {
        Instant now = machine.instant();
        String clientId = request.findHeader("client-request-id").orElse(requestId);
        byte[] body = Json.bytes(json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("error");
            json.writeStringProperty("code", refusal.code());
            json.writeStringProperty("message", refusal.text());
            json.writeObjectPropertyStart("innerError");
            json.writeStringProperty("date", DATE.format(now));
            json.writeStringProperty("request-id", requestId);
            json.writeStringProperty("client-request-id", clientId);
            if (refusal.status() == 429) {
                json.writeStringProperty("code", "429");
                json.writeStringProperty("status", "429");
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        });
        Answer answer = Answer.json(refusal.status(), body);
        for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    Answer withHeaders(Answer answer, Request request, String requestId) {
        return answer.with("request-id", requestId)
                .with(
                        "client-request-id",
                        request.findHeader("client-request-id").orElse(requestId))
                .with("Cache-Control", "private");
    }
}
