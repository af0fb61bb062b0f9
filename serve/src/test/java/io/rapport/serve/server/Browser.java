package io.rapport.serve.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with cookies, who sends forms with the proof that the last page had. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]*)\">");

    private final URI server;
    private final HttpClient client;
    private String csrf = "";

    public Browser(URI server) {
        this.server = server;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new LoopbackCookies())
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** A page, or where it sends on to. */
    public HttpResponse<String> get(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(server.resolve(address))
                .header("Accept", "text/html")
                .GET());
        Matcher token = CSRF.matcher(answer.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return answer;
    }

    /** What a program gets that holds a token. */
    public HttpResponse<String> getWithToken(String address, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(address))
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    /** A page, wherever it is sent on to. */
    public HttpResponse<String> follow(HttpResponse<String> answer) throws IOException, InterruptedException {
        HttpResponse<String> now = answer;
        for (int i = 0; i < 10 && now.statusCode() / 100 == 3; i++) {
            now = get(now.uri()
                    .resolve(now.headers().firstValue("Location").orElseThrow())
                    .toString());
        }
        return now;
    }

    /** Sends a form; with the proof, as a page's form does. */
    public HttpResponse<String> post(String address, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        return postBare(address, all);
    }

    /** Sends a form just so. */
    public HttpResponse<String> postBare(String address, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(server.resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a form with files, each of them text under the name of its field. */
    public HttpResponse<String> send(String address, Map<String, String> fields, Map<String, String> files)
            throws IOException, InterruptedException {
        String boundary = "between-parts";
        StringBuilder body = new StringBuilder();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        all.forEach((name, value) -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"\r\n\r\n" + value + "\r\n"));
        files.forEach((name, text) -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"; filename=\"" + name + ".csv\"\r\nContent-Type: text/csv\r\n\r\n" + text + "\r\n"));
        body.append("--" + boundary + "--\r\n");
        return send(HttpRequest.newBuilder(server.resolve(address))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                request.timeout(Duration.ofSeconds(60)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Cookies that are for TLS alone go to this machine without it too, as with browsers. */
    private static final class LoopbackCookies extends CookieManager {

        private static final Pattern SECURE = Pattern.compile("(?i); *secure(?=;|$)");

        LoopbackCookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> plain = new LinkedHashMap<>(headers);
            plain.replaceAll((name, values) -> name.equalsIgnoreCase("Set-Cookie")
                    ? values.stream()
                            .map(value -> SECURE.matcher(value).replaceAll(""))
                            .toList()
                    : values);
            super.put(from, plain);
        }
    }
}
