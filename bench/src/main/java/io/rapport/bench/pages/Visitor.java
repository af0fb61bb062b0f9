package io.rapport.bench.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An administrator who signed in at the demonstration's simulated tenant. Thread-safe. */
public final class Visitor {

    private static final Pattern PERSON = Pattern.compile("name=\"person\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();

    private Visitor(URI server) {
        this.server = server;
    }

    /** Signs in as the first person that the tenant offers, who is an administrator. */
    public static Visitor signIn(URI server) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(server);
        HttpResponse<String> tenant = visitor.send(visitor.request("/oauth2/authorization/entra"));
        Matcher person = PERSON.matcher(tenant.body());
        if (!person.find()) {
            throw new IllegalStateException("the tenant offers nobody to sign in as");
        }
        HttpResponse<String> home = visitor.send(HttpRequest.newBuilder(tenant.uri())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("person=" + person.group(1)))
                .build());
        if (home.statusCode() != 200) {
            throw new IllegalStateException("signing in ended with " + home.statusCode());
        }
        return visitor;
    }

    /** What a page shows. */
    public String page(String path) throws IOException, InterruptedException {
        return send(request(path)).body();
    }

    /** The status of a page that is read to its end. */
    CompletableFuture<Integer> ask(String path) {
        return client.sendAsync(request(path), HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "text/html")
                .GET()
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
