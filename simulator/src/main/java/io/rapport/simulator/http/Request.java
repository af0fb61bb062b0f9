package io.rapport.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request, read to its end. */
public final class Request {

    private final String method;
    private final String path;
    private final String rawQuery;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /**
     * @param path as it came, percent-encoded, with its first slash
     * @param rawQuery behind the question mark; empty where there is none
     * @param headers their names in any case
     */
    public Request(String method, String path, String rawQuery, Map<String, List<String>> headers, byte[] body) {
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = path;
        this.rawQuery = rawQuery;
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        this.headers = anyCase;
        this.body = body;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public String rawQuery() {
        return rawQuery;
    }

    /**
     * The path, cut at its slashes, each part decoded; empty parts are left out.
     *
     * @throws IllegalArgumentException on a broken percent sign
     */
    public List<String> segments() {
        List<String> segments = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                // A plus is itself in a path.
                segments.add(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return segments;
    }

    /** @throws IllegalArgumentException on a broken percent sign */
    public Parameters query() {
        return Parameters.of(rawQuery);
    }

    /** The body as a posted form. */
    public Parameters form() {
        return Parameters.of(bodyText());
    }

    public Optional<String> findHeader(String name) {
        return headers(name).stream().findFirst();
    }

    /** Every value of a header, as it came. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @SuppressWarnings("EI_EXPOSE_REP") // read only, by those who answer
    public byte[] body() {
        return body;
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
