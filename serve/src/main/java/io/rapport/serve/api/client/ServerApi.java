package io.rapport.serve.api.client;

import io.rapport.core.error.RapportException;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.json.JsonText;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A server's API, with a key. The key goes to that server alone: redirects are not followed. */
public final class ServerApi implements ApiSource {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int LAST_GOOD = 299;
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]+)\"");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final String root;
    private final String key;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private ServerApi(String root, String key) {
        this.root = root;
        this.key = key;
    }

    /**
     * @param url of the server, without a path
     * @throws RapportException where it is none, or plain http elsewhere than on this machine
     */
    public static ServerApi of(String url, String key) {
        try {
            URI uri = URI.create(url.replaceFirst("/+$", ""));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean isBare =
                    uri.getHost() != null && String.valueOf(uri.getRawPath()).isEmpty() && uri.getRawQuery() == null;
            if (isBare && (scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(uri.getHost())))) {
                return new ServerApi(uri.toString(), key);
            }
        } catch (IllegalArgumentException noUri) {
            // Said below.
        }
        throw new RapportException(
                new RemoteCode("SERVER_URL", 400),
                "--server is the address of a server, such as https://rapport.contoso.com; plain http is for this machine"
                        + " alone.");
    }

    @Override
    public Map<String, @Nullable Object> get(String path, Map<String, String> query) {
        String said = query.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return json(send(
                "GET",
                path + (said.isEmpty() ? "" : "?" + said),
                null,
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    @Override
    public Map<String, @Nullable Object> post(String path, @Nullable Map<String, ?> body) {
        return json(send("POST", path, Sent.json(body), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    /** Sends files with texts beside them, without holding them. */
    public Map<String, @Nullable Object> form(String path, Map<String, String> texts, Map<String, Path> files)
            throws FileNotFoundException {
        String boundary = "rapport-" + UUID.randomUUID();
        List<HttpRequest.BodyPublisher> parts = new ArrayList<>();
        texts.forEach((name, text) -> parts.add(HttpRequest.BodyPublishers.ofString("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n")));
        for (Map.Entry<String, Path> file : files.entrySet()) {
            parts.add(HttpRequest.BodyPublishers.ofString(
                    "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.getKey() + "\"; filename=\""
                            + file.getKey() + ".csv\"\r\nContent-Type: text/csv\r\n\r\n"));
            parts.add(HttpRequest.BodyPublishers.ofFile(file.getValue()));
            parts.add(HttpRequest.BodyPublishers.ofString("\r\n"));
        }
        parts.add(HttpRequest.BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return json(send(
                "POST",
                path,
                new Sent(
                        "multipart/form-data; boundary=" + boundary,
                        HttpRequest.BodyPublishers.concat(parts.toArray(HttpRequest.BodyPublisher[]::new))),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    /** What follows the headers. */
    private record Sent(String mediaType, HttpRequest.BodyPublisher body) {

        static @Nullable Sent json(@Nullable Map<String, ?> body) {
            return body == null
                    ? null
                    : new Sent("application/json", HttpRequest.BodyPublishers.ofString(JsonText.of(body)));
        }
    }

    /** Asks for something to be done of which nothing is said. */
    public void tell(String path) {
        HttpResponse<String> unused =
                send("POST", path, null, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Asks for something to be deleted by a job; answers with what is said of it. */
    public Map<String, @Nullable Object> erase(String path) {
        return json(send("DELETE", path, null, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    public void delete(String path) {
        HttpResponse<String> unused =
                send("DELETE", path, null, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** A file as it is. */
    public void download(String path, Path target) {
        download(path, "*/*", name -> target);
    }

    /**
     * A file.
     *
     * @param mediaType in which it is wanted
     * @param target where it goes, by the name that the server gives it
     */
    public void download(String path, String mediaType, Function<String, Path> target) {
        HttpResponse<Object> unused = send(
                request(path).header("Accept", mediaType).GET(),
                info -> info.statusCode() <= LAST_GOOD
                        ? HttpResponse.BodySubscribers.mapping(
                                HttpResponse.BodySubscribers.ofFile(target.apply(name(info))), file -> (Object) file)
                        : HttpResponse.BodySubscribers.mapping(
                                HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8), text -> (Object) text));
    }

    /** Empty where the server gives none. */
    private static String name(HttpResponse.ResponseInfo info) {
        Matcher named = FILE_NAME.matcher(
                info.headers().firstValue("Content-Disposition").orElse(""));
        return named.find() ? named.group(1) : "";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + Operation.ROOT + path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + key);
    }

    private <T> HttpResponse<T> send(
            String method, String path, @Nullable Sent sent, HttpResponse.BodyHandler<T> reading) {
        HttpRequest.Builder request =
                request(path).method(method, sent == null ? HttpRequest.BodyPublishers.noBody() : sent.body());
        if (sent != null) {
            request.header("Content-Type", sent.mediaType());
        }
        return send(request, reading);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> reading) {
        try {
            HttpResponse<T> answer = client.send(request.build(), reading);
            if (answer.statusCode() > LAST_GOOD) {
                throw refused(answer.statusCode(), String.valueOf(answer.body()));
            }
            return answer;
        } catch (IOException silent) {
            throw new RapportException(
                    new RemoteCode("SERVER_SILENT", 0),
                    "The server at " + root + " does not answer. Look at its address, the network and the proxy.",
                    silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RapportException(new RemoteCode("SERVER_SILENT", 0), "Interrupted.", stopped);
        }
    }

    private static RapportException refused(int status, String body) {
        try {
            if (JsonText.readWhole(body) instanceof Map<?, ?> problem && problem.get("code") instanceof String code) {
                return new RapportException(new RemoteCode(code, status), text(problem));
            }
        } catch (IllegalArgumentException noProblem) {
            // Said below.
        }
        return new RapportException(
                new RemoteCode("NO_RAPPORT", status),
                "What answers at the server's address is no Rapport, or an older one: status " + status + ".");
    }

    private static String text(Map<?, ?> problem) {
        StringBuilder text = new StringBuilder(String.valueOf(problem.get("detail")));
        if (problem.get("problems") instanceof List<?> list && list.size() > 1) {
            list.forEach(one -> {
                if (one instanceof Map<?, ?> field) {
                    text.append('\n').append(field.get("field")).append(": ").append(field.get("detail"));
                }
            });
        }
        return text.toString();
    }

    private static Map<String, @Nullable Object> json(HttpResponse<String> answer) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        try {
            if (JsonText.readWhole(answer.body()) instanceof Map<?, ?> read) {
                read.forEach((name, value) -> fields.put(String.valueOf(name), value));
                return fields;
            }
        } catch (IllegalArgumentException noJson) {
            // Said below.
        }
        throw refused(answer.statusCode(), "");
    }

    /** As an address has it. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        // Its connections go with the process.
    }
}
