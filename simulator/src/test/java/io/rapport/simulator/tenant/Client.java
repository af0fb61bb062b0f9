package io.rapport.simulator.tenant;

import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.http.JsonTree;
import io.rapport.simulator.http.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP to a tenant, as a product would, and holds what Graph answers against Microsoft's description. */
final class Client {

    /**
     * What came back.
     *
     * @param request method, path and query that it answers
     */
    record Reply(HttpRequest request, int status, HttpResponse<byte[]> response) {

        Map<String, @Nullable Object> json() {
            return JsonTree.object(response.body());
        }

        String text() {
            return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @SuppressWarnings("unchecked")
        List<Map<String, @Nullable Object>> value() {
            return (List<Map<String, @Nullable Object>>) json().getOrDefault("value", List.of());
        }

        /** Text of a member, empty where there is none. */
        String member(String name) {
            Object value = json().get(name);
            return value == null ? "" : value.toString();
        }

        @SuppressWarnings("unchecked")
        String errorCode() {
            Object error = json().get("error");
            return error instanceof Map<?, ?> map ? String.valueOf(map.get("code")) : String.valueOf(error);
        }
    }

    private final SimulatedTenant tenant;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final boolean isHeldAgainstDescription;
    private final String[] headers;

    private Client(SimulatedTenant tenant, boolean isHeldAgainstDescription, String... headers) {
        this.tenant = tenant;
        this.isHeldAgainstDescription = isHeldAgainstDescription;
        this.headers = headers;
    }

    /** The same for requests that mean nothing, and for answers that are broken on purpose. */
    Client heldAgainstNothing() {
        return new Client(tenant, false, headers);
    }

    static Client anonymous(SimulatedTenant tenant) {
        return new Client(tenant, true, "X-Test", "1");
    }

    /** With a token for an app to which its administrator consented. */
    static Client of(SimulatedTenant tenant, StandardApp standard) {
        AppRegistration app = tenant.app(standard);
        tenant.apps().grantConsent(app.clientId());
        return withToken(tenant, anonymous(tenant).token(app));
    }

    static Client withToken(SimulatedTenant tenant, String token) {
        return new Client(tenant, true, "Authorization", "Bearer " + token);
    }

    /** The same with one more header. */
    Client with(String name, String value) {
        List<String> more = new ArrayList<>(List.of(headers));
        more.add(name);
        more.add(value);
        return new Client(tenant, isHeldAgainstDescription, more.toArray(String[]::new));
    }

    /** The header by which this client says who it is. */
    String authorization() {
        return headers[1];
    }

    String token(AppRegistration app) {
        return tokenReply(app, Map.of("client_secret", app.secrets().get(0))).member("access_token");
    }

    /** Client credentials. */
    Reply tokenReply(AppRegistration app, Map<String, String> credential) {
        String form = "grant_type=client_credentials&client_id=" + app.clientId() + "&scope="
                + Parameters.encoded("https://graph.microsoft.com/.default") + "&" + form(credential);
        return post(tenant.entraUrl() + "/" + tenant.id() + "/oauth2/v2.0/token", form);
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + Parameters.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    Reply post(String url, String form) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .headers(headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    Reply postJson(String url, String json) {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .headers(headers)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                json);
    }

    /** @param pathOrUrl a path of Graph's behind the version, or an absolute address */
    Reply get(String pathOrUrl) {
        return request("GET", pathOrUrl);
    }

    Reply request(String method, String pathOrUrl) {
        String url = pathOrUrl.startsWith("http") ? pathOrUrl : tenant.graphUrl() + "/v1.0" + pathOrUrl;
        return send(HttpRequest.newBuilder(URI.create(url.replace(" ", "%20")))
                .headers(headers)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** All pages from one on; the last has the delta link, where there is one. */
    List<Reply> pages(String pathOrUrl) {
        List<Reply> pages = new ArrayList<>();
        String next = pathOrUrl;
        while (!next.isEmpty()) {
            Reply page = get(next);
            if (page.status() != 200) {
                throw new IllegalStateException(page.status() + " " + page.text());
            }
            pages.add(page);
            next = page.member("@odata.nextLink");
        }
        return pages;
    }

    Reply send(HttpRequest request) {
        return send(request, "");
    }

    private Reply send(HttpRequest request, String body) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            Reply reply = new Reply(request, response.statusCode(), response);
            if (isHeldAgainstDescription
                    && request.uri().toString().startsWith(tenant.graphUrl().toString())) {
                Conformance.check(reply, body);
            }
            return reply;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
