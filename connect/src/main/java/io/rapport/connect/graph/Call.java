package io.rapport.connect.graph;

import java.net.URI;
import java.util.Map;

/** One HTTP request: GET, or POST with a body. */
public final class Call {

    private static final byte[] NOTHING = new byte[0];

    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final byte[] body;

    private Call(String method, URI uri, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.uri = uri;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public String method() {
        return method;
    }

    public URI uri() {
        return uri;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    static Call get(URI uri, Map<String, String> headers) {
        return new Call("GET", uri, headers, NOTHING);
    }

    static Call post(URI uri, Map<String, String> headers, byte[] body) {
        return new Call("POST", uri, headers, body);
    }

    /** Without query, headers and body, which hold tokens. */
    @Override
    public String toString() {
        return method + " " + uri.getRawPath();
    }
}
