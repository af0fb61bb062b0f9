package io.rapport.serve.web.connection;

import java.util.List;

/**
 * The connections, and what else can be connected.
 *
 * @param connections by name
 * @param offers connectors
 */
public record ConnectionsView(List<Line> connections, List<Offer> offers) {

    /** A connection. */
    public record Line(String name, String connector, String state, String colour, String detail, String synced) {}

    /** A connector. */
    public record Offer(String word, String title, String text, List<String> permissions, boolean isRecommended) {}
}
