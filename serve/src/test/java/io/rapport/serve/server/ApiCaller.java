package io.rapport.serve.server;

import io.rapport.serve.api.key.ApiKeys;
import io.rapport.serve.json.JsonText;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program that uses the API of a server with a key. */
final class ApiCaller {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final URI server;
    private final String token;

    ApiCaller(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** One with a key of this role, made for it. */
    static ApiCaller of(TestServer served, String role) {
        return of(served, role, "test " + role);
    }

    /** One with a key that somebody made who answers for it. */
    static ApiCaller of(TestServer served, String role, String maker) {
        return new ApiCaller(
                served.server.url(),
                served.server
                        .part(ApiKeys.class)
                        .make("Test of " + role, role, "1", "a test", maker)
                        .text());
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, null, headers);
    }

    HttpResponse<String> send(
            String method, String path, @org.jspecify.annotations.Nullable String body, String... headers)
            throws Exception {
        return CLIENT.send(
                request(method, path, body, headers), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
        return CLIENT.send(request("GET", path, null, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest request(
            String method, String path, @org.jspecify.annotations.Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    /** Of a form that {@link #form} made. */
    static final String FORM = "multipart/form-data; boundary=between-parts";

    /** A form: texts, and files by the name of their part. */
    static String form(Map<String, String> texts, Map<String, String> files) {
        StringBuilder form = new StringBuilder();
        texts.forEach((name, text) -> form.append("--between-parts\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(text)
                .append("\r\n"));
        files.forEach((name, text) -> form.append("--between-parts\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"; filename=\"")
                .append(name)
                .append(".csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .append(text)
                .append("\r\n"));
        return form.append("--between-parts--\r\n").toString();
    }

    /** The object of an answer. */
    static Map<?, ?> json(HttpResponse<String> answer) {
        if (JsonText.readWhole(answer.body()) instanceof Map<?, ?> fields) {
            return fields;
        }
        throw new AssertionError("no JSON object: " + answer.body());
    }

    /** The code of a problem. */
    static String code(HttpResponse<String> answer) {
        return String.valueOf(json(answer).get("code"));
    }

    /** The items of a list. */
    static List<?> items(HttpResponse<String> answer) {
        return json(answer).get("items") instanceof List<?> items ? items : List.of();
    }
}
