package io.rapport.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back for one request.
 *
 * @param headers but those that HTTP itself needs
 * @param body owned by the answer; nobody changes it
 * @param delivery how it travels
 */
@SuppressWarnings("ArrayRecordComponent") // bodies are large, and never compared
public record Answer(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    public Answer {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("A status is 200 to 599, not " + status + ".");
        }
        headers = Map.copyOf(headers);
    }

    /** JSON as Microsoft 365 declares it, without any OData word in the content type. */
    public static Answer json(int status, byte[] body) {
        return of(status, "application/json", body);
    }

    /** A page or any other text in UTF-8. */
    public static Answer text(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), body, Delivery.PLAIN);
    }

    /** A status alone. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0], Delivery.PLAIN);
    }

    /** Sends the browser on. */
    public static Answer redirect(String location) {
        return empty(302).with("Location", location);
    }

    /** The same with one more header, or another value of it. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, delivery);
    }

    public Answer with(byte[] otherBody) {
        return new Answer(status, headers, otherBody, delivery);
    }

    public Answer with(Delivery otherDelivery) {
        return new Answer(status, headers, body, otherDelivery);
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
