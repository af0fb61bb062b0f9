package io.rapport.connect.graph;

import java.net.URI;

/**
 * A URL on the configured Graph host; {@link Endpoints} makes them. Links of delta queries hold a token, so its text is
 * shown without the query.
 */
public final class GraphUrl {

    private final URI uri;

    GraphUrl(URI uri) {
        this.uri = uri;
    }

    URI uri() {
        return uri;
    }

    /** The whole of it, to be kept as a checkpoint and followed later. */
    public String link() {
        return uri.toString();
    }

    /** Path and query, as a part of a batch names it: without host and version. */
    String relative() {
        String path = uri.getRawPath().substring("/v1.0".length());
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GraphUrl that && that.uri.equals(uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    @Override
    public String toString() {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?…");
    }
}
